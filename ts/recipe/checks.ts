import { stripVTControlCharacters } from 'node:util';
import type { Json } from '../run/store.js';
import type { Check } from './schema.js';

/** What a package's own tests gave. */
export interface CheckCounts {
  passed: string[];
  failed: string[];
  skipped: string[];
}

const empty = (): CheckCounts => ({ passed: [], failed: [], skipped: [] });

/** Reads automake's lines: `PASS: name`, `XFAIL: name`… Each name counts once. */
export function automakeResults(output: string): CheckCounts {
  const results = new Map<string, keyof CheckCounts>();
  for (const line of stripVTControlCharacters(output).split('\n')) {
    const found = /^(PASS|FAIL|XFAIL|XPASS|SKIP|ERROR): (.*\S)\s*$/.exec(line);
    if (found?.[1] === undefined || found[2] === undefined) continue;
    // The summary at the end has lines like "# PASS: 3", which begin with a hash; an XPASS is a surprise, so a failure.
    results.set(found[2], { PASS: 'passed', XFAIL: 'passed', SKIP: 'skipped', FAIL: 'failed', XPASS: 'failed', ERROR: 'failed' }[found[1]] as keyof CheckCounts);
  }
  return counted(results);
}

/** Reads what `meson test` prints: ` 3/15 suite / name   OK   0.02s`. */
export function mesonResults(output: string): CheckCounts {
  const results = new Map<string, keyof CheckCounts>();
  for (const line of output.split('\n')) {
    const found = /^\s*\d+\/\d+ (.*\S)\s+(OK|FAIL|ERROR|SKIP|TIMEOUT|INTERRUPT|EXPECTEDFAIL|UNEXPECTEDPASS)\s+[\d.]+s/.exec(line);
    if (found?.[1] === undefined || found[2] === undefined) continue;
    const kind: keyof CheckCounts = ['OK', 'EXPECTEDFAIL'].includes(found[2]) ? 'passed' : found[2] === 'SKIP' ? 'skipped' : 'failed';
    results.set(found[1], kind);
  }
  return counted(results);
}

/** Reads what ctest prints: `3/9 Test #3: name .......   Passed    0.01 sec`, `...***Failed    0.01 sec`. */
export function ctestResults(output: string): CheckCounts {
  const results = new Map<string, keyof CheckCounts>();
  for (const line of output.split('\n')) {
    const found = /^\s*\d+\/\d+ Test\s+#\d+: (.*?) \.+\s*(Passed|\*{3}.*?)\s+[\d.]+ sec/.exec(line);
    if (found?.[1] === undefined || found[2] === undefined) continue;
    results.set(found[1], found[2] === 'Passed' ? 'passed' : /Skipped|Disabled/.test(found[2]) ? 'skipped' : 'failed');
  }
  return counted(results);
}

/** Reads a package's own report, a line a test; of two lines about one test the later counts. */
export function lineResults(output: string, patterns: NonNullable<Check['lines']>): CheckCounts {
  const kinds = ['passed', 'failed', 'skipped'] as const;
  const rules = kinds.flatMap((kind) => (patterns[kind] === undefined ? [] : [{ kind, rule: new RegExp(patterns[kind]) }]));
  const results = new Map<string, keyof CheckCounts>();
  for (const line of stripVTControlCharacters(output).split('\n')) {
    for (const { kind, rule } of rules) {
      const name = rule.exec(line)?.[1];
      if (name !== undefined) results.set(name, kind);
    }
  }
  return counted(results);
}

function counted(results: ReadonlyMap<string, keyof CheckCounts>): CheckCounts {
  const counts = empty();
  for (const [name, kind] of results) counts[kind].push(name);
  for (const names of Object.values(counts) as string[][]) names.sort();
  return counts;
}

/** What a package's tests printed, read as its harness prints it. */
export function checkResults({ harness, lines }: Pick<Check, 'harness' | 'lines'>, output: string): CheckCounts {
  switch (harness) {
    case 'automake':
      return automakeResults(output);
    case 'meson':
      return mesonResults(output);
    case 'ctest':
      return ctestResults(output);
    case 'lines':
      return lines === undefined ? empty() : lineResults(output, lines);
  }
}

/** What a run of a package's tests depends on: all that the recipe says of them, but what it expects. */
export function checkInputs(check: Check): Json {
  return Object.fromEntries(Object.entries(check).filter(([field]) => field !== 'tests' && field !== 'expectedFailures')) as Json;
}

/** What is wrong with a run of a package's tests, each a line; none when all is as the recipe says. */
export function checkProblems(check: Check, counts: CheckCounts, exitCode: number | undefined): string[] {
  const expected = new Map(check.expectedFailures.map((failure) => [failure.test, failure]));
  const problems: string[] = [];
  for (const test of counts.failed) if (!expected.has(test)) problems.push(`check: ${test} fails`);
  for (const [test, { sometimes }] of expected) {
    if (!counts.failed.includes(test)) {
      if (sometimes && (counts.passed.includes(test) || counts.skipped.includes(test))) continue;
      const how = counts.passed.includes(test) ? 'passes' : counts.skipped.includes(test) ? 'is skipped' : 'was not run';
      problems.push(`check: ${test} is expected to fail but ${how}`);
    }
  }
  const total = counts.passed.length + counts.failed.length + counts.skipped.length;
  if (total !== check.tests) problems.push(`check: ${String(total)} tests were run, the recipe has ${String(check.tests)}`);
  if (exitCode !== 0 && counts.failed.length === 0) problems.push(`check: no test fails but the command ends with exit ${String(exitCode)}`);
  return problems;
}
