import { groupBy, type UnitRecord } from '../matrix/record.js';
import { unitKinds, type UnitKind } from '../matrix/unit.js';

/** The units of one kind as a table: names × targets. */
export interface Grid {
  kind: UnitKind;
  targets: string[];
  rows: { name: string; modules: string[]; cells: (UnitRecord | undefined)[] }[];
}

/** A table a kind, of those kinds that there are; rows by name, columns by target. */
export function grids(units: readonly UnitRecord[]): Grid[] {
  const kinds = groupBy(units, (unit) => unit.kind);
  return unitKinds.flatMap((kind) => {
    const own = kinds.get(kind) ?? [];
    if (own.length === 0) return [];
    const targets = [...new Set(own.map((unit) => unit.target))].sort();
    const names = [...groupBy(own, (unit) => unit.name)].sort(([a], [b]) => (a < b ? -1 : 1));
    const rows = names.map(([name, list]) => ({
      name,
      modules: kind === 'recipe' ? [...new Set(list.flatMap((unit) => unit.modules))] : [],
      cells: targets.map((target) => list.find((unit) => unit.target === target)),
    }));
    return [{ kind, targets, rows }];
  });
}

/** The packages that are refused, each once, however many targets it was tried on. */
export function refusedPackages(units: readonly UnitRecord[]): Map<string, NonNullable<UnitRecord['refused']>> {
  return new Map(units.flatMap(({ name, refused }) => (refused === undefined ? [] : [[name, refused] as const])));
}

/** How many packages use each module, most used first; a package counts once, however many targets it is built for. */
export function modulesByUse(units: readonly UnitRecord[]): [string, string[]][] {
  const users = new Map<string, Set<string>>();
  for (const unit of units.filter(({ kind }) => kind === 'recipe')) {
    for (const module of unit.modules) users.set(module, (users.get(module) ?? new Set<string>()).add(unit.name));
  }
  return [...users].map(([module, names]): [string, string[]] => [module, [...names].sort()]).sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
}
