import { stateCounts, type Report } from '../matrix/record.js';
import { unitId } from '../matrix/unit.js';
import { grids, refusedPackages } from './grid.js';
import { patchRows, patchTotal, patchesOf } from './patches.js';
import { plural } from './table.js';
import { duration, kindTitles, patchTitle, refusedTitle, stateSigns, totalSeconds } from './words.js';

const escape = (text: string): string => text.replaceAll(/[\\|<>*_`[\]]/g, '\\$&');
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The first line of every report: what it is of, and how it ended. */
export function headline(report: Report): string {
  const { passed, failed, skipped } = stateCounts(report.units);
  const part = report.shard === undefined ? '' : `shard ${String(report.shard.index)} of ${String(report.shard.total)}: `;
  return `${part}${plural(report.units.length, 'unit')}: ${String(passed)} passed, ${String(failed)} failed, ${String(skipped)} skipped, in ${duration(totalSeconds(report.units))}`;
}

/** A report as Markdown: a table a kind, then what failed and what was left out. */
export function markdownReport(report: Report): string {
  const lines = [`# libwildebeest ${escape(report.project.version)}: matrix`, '', `${headline(report)}.`];
  for (const { kind, targets, rows } of grids(report.units)) {
    const { title, row: what } = kindTitles[kind];
    lines.push('', `## ${title}`, '', row([what, ...targets.map(escape)]), row(['---', ...targets.map(() => '---')]));
    for (const { name, cells } of rows) {
      const texts = cells.map((unit) => {
        if (unit === undefined) return '–';
        const text = `${stateSigns[unit.state]} ${unit.state}`;
        const log = unit.logs.at(-1);
        return `${log === undefined ? text : `[${text}](${log.file})`} ${duration(unit.seconds)}`;
      });
      lines.push(row([escape(name), ...texts]));
    }
  }
  const refused = refusedPackages(report.units);
  if (refused.size > 0) lines.push('', `## ${refusedTitle}`, '', ...[...refused].map(([name, { reason, missing }]) => `* ${escape(name)}: ${escape(reason)}; missing: ${escape(missing.join(', '))}`));
  const replaced = patchesOf(report.units);
  if (replaced.size > 0) {
    lines.push('', `## ${patchTitle}`, '', `${patchTotal(replaced)}.`, '', row(['package', 'distribution', 'patches', 'modules']), row(['---', '---', '---', '---']));
    for (const { name, distribution, patches, modules } of patchRows(replaced)) lines.push(row([name, distribution, patches.join(', '), modules.join(', ')].map(escape)));
  }
  const lists = { 'What failed': 'problems', 'Notes': 'notes' } as const;
  for (const [title, field] of Object.entries(lists)) {
    const units = report.units.filter((unit) => unit[field].length > 0);
    if (units.length > 0) lines.push('', `## ${title}`, '', ...units.flatMap((unit) => unit[field].map((text) => `* ${escape(unitId(unit))}: ${escape(text)}`)));
  }
  return `${lines.join('\n')}\n`;
}
