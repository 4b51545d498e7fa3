import { groupBy, stateCounts, type UnitRecord } from '../matrix/record.js';
import { unitKinds, type UnitKind } from '../matrix/unit.js';
import { table } from './table.js';
import { duration, totalSeconds } from './words.js';

/** A line a target for the terminal: how many sysroots, allocators, suites, recipes and images passed. */
export function overviewTable(units: readonly UnitRecord[]): string {
  const cell = (own: readonly UnitRecord[], kind: UnitKind): string => {
    const some = own.filter((unit) => unit.kind === kind);
    if (some.length === 0) return '-';
    const { passed, failed, skipped } = stateCounts(some);
    return [`${String(passed)} passed`, ...(failed > 0 ? [`${String(failed)} failed`] : []), ...(skipped > 0 ? [`${String(skipped)} skipped`] : [])].join(', ');
  };
  const rows = [...groupBy(units, (unit) => unit.target)].map(([target, own]) => [target, ...unitKinds.map((kind) => cell(own, kind)), duration(totalSeconds(own))]);
  return table(['target', 'sysroot', 'malloc', 'suites', 'recipes', 'image', 'time'], rows);
}
