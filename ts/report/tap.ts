import type { Report } from '../matrix/record.js';
import { unitId } from '../matrix/unit.js';

const escape = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('#', '\\#');

/** A report as TAP 14: a point a unit, with its time, notes, problems and logs as YAML. */
export function tapReport(report: Report): string {
  const lines = ['TAP version 14', `1..${String(report.units.length)}`];
  for (const [index, unit] of report.units.entries()) {
    const skip = unit.state === 'skipped' ? ` # SKIP ${escape(unit.notes.join('; ') || unit.summary)}` : '';
    lines.push(`${unit.state === 'failed' ? 'not ok' : 'ok'} ${String(index + 1)} - ${escape(unitId(unit))}${skip}`);
    // JSON's strings and lists are YAML's.
    const fields = { summary: unit.summary, seconds: unit.seconds, versions: unit.versions, notes: unit.notes, problems: unit.problems, logs: unit.logs.map((log) => log.file) };
    lines.push('  ---', ...Object.entries(fields).map(([name, value]) => `  ${name}: ${JSON.stringify(value)}`), '  ...');
  }
  return `${lines.join('\n')}\n`;
}
