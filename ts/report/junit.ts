import { groupBy, stateCounts, type Report, type UnitRecord } from '../matrix/record.js';
import { totalSeconds } from './words.js';

/** Text for XML 1.0, in which most control characters can't be written at all. */
export function xmlText(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${xmlText(typeof value === 'number' ? String(Math.round(value * 1000) / 1000) : value)}"`)
    .join('');
}

const tests = (units: readonly UnitRecord[]): Record<string, number> => {
  const { failed, skipped } = stateCounts(units);
  return { tests: units.length, failures: failed, errors: 0, skipped, time: totalSeconds(units) };
};

function testcase(unit: UnitRecord): string[] {
  const inner: string[] = [];
  if (unit.state === 'failed') {
    inner.push(`<failure${attributes({ message: unit.problems[0] ?? unit.summary })}>${xmlText(unit.problems.join('\n'))}</failure>`);
  }
  if (unit.state === 'skipped') inner.push(`<skipped${attributes({ message: unit.notes.join('; ') || unit.summary })}/>`);
  const out = [unit.summary, ...unit.notes, ...unit.logs.map((log) => `log ${log.name}: ${log.file}`)];
  inner.push(`<system-out>${xmlText(out.join('\n'))}</system-out>`);
  return [`    <testcase${attributes({ classname: `${unit.target}.${unit.kind}`, name: unit.name, time: unit.seconds })}>`, ...inner.map((line) => `      ${line}`), '    </testcase>'];
}

/** A report as JUnit's XML, as CI engines read it: a suite a target and kind, a case a unit. */
export function junitReport(report: Report): string {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites${attributes({ name: 'wildebeest matrix', ...tests(report.units) })}>`];
  for (const [name, units] of groupBy(report.units, (unit) => `${unit.target}.${unit.kind}`)) {
    lines.push(`  <testsuite${attributes({ name, ...tests(units) })}>`, ...units.flatMap(testcase), '  </testsuite>');
  }
  return `${[...lines, '</testsuites>'].join('\n')}\n`;
}
