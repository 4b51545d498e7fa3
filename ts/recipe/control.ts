import type { CheckCounts } from './checks.js';
import type { RunOutcome } from './result.js';
import type { Check } from './schema.js';

/** What a built package does. */
export interface Behaviour {
  run: readonly RunOutcome[];
  /** Its own tests, where they were run. */
  tests?: CheckCounts;
}

const kinds = { passed: 'passes', failed: 'fails', skipped: 'is skipped' } as const;

/** How each test ended: its name and `passes`, `fails` or `is skipped`. */
function endings(tests: CheckCounts): Map<string, string> {
  return new Map((['passed', 'failed', 'skipped'] as const).flatMap((kind) => tests[kind].map((name) => [name, kinds[kind]] as const)));
}

function testDifferences(alone: CheckCounts, umbrella: CheckCounts, ignored: ReadonlySet<string>): string[] {
  const [before, after] = [endings(alone), endings(umbrella)];
  const names = [...new Set([...before.keys(), ...after.keys()])].filter((name) => !ignored.has(name)).sort();
  return names.flatMap((name) => {
    const [was, is] = [before.get(name) ?? 'was not run', after.get(name) ?? 'was not run'];
    return was === is ? [] : [`control: test ${name} ${is} with the umbrella, and ${was} without`];
  });
}

/**
 * What a control does otherwise with the umbrella than without, each a line; none when it is not misled. Exit status and whole
 * output of each command are compared, and how each test ended, but for those that `expected` says depend on the machine.
 */
export function controlDifferences(alone: Behaviour, umbrella: Behaviour, expected: Check['expectedFailures'] = []): string[] {
  const commands = umbrella.run.flatMap(({ command, exit, output }, index) => {
    const before = alone.run[index];
    if (before?.exit === exit && before.output === output) return [];
    const shown = (one: Pick<RunOutcome, 'exit' | 'output'> | undefined): string => (one === undefined ? 'nothing' : `exit ${String(one.exit)}, ${JSON.stringify(one.output.slice(0, 200))}`);
    return [`control: ${command.join(' ')}: ${shown({ exit, output })} with the umbrella, and ${shown(before)} without`];
  });
  if (alone.tests === undefined || umbrella.tests === undefined) return commands;
  const ignored = new Set(expected.filter(({ sometimes }) => sometimes).map(({ test }) => test));
  return [...commands, ...testDifferences(alone.tests, umbrella.tests, ignored)];
}
