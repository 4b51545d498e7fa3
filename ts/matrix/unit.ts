/** Kinds of work, in the order in which reports show them. */
export const unitKinds = ['sysroot', 'malloc', 'suite', 'recipe', 'image'] as const;

/**
 * `sysroot`: a target's sysroot with the shim installed; `malloc`: one whose musl has another allocator; `suite`: the C tests
 * of one module on a target (and of the umbrella, under that name); `recipe`: an upstream package on a target; `image`: a root
 * file system of packages, booted with systemd.
 */
export type UnitKind = (typeof unitKinds)[number];

/** One piece of work of `wildebeest matrix`: what is done, or split over machines, or resumed, as a whole. */
export interface Unit {
  kind: UnitKind;
  target: string;
  /** Module, recipe or allocator, that of an image's musl too; `base` for a sysroot, and for an image on musl's own. */
  name: string;
}

/** A unit's name in reports: `suite/x86_64/ftw`. */
export function unitId(unit: Unit): string {
  return `${unit.kind}/${unit.target}/${unit.name}`;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The order of reports: target, kind, name. */
export function compareUnits(a: Unit, b: Unit): number {
  return compare(a.target, b.target) || unitKinds.indexOf(a.kind) - unitKinds.indexOf(b.kind) || compare(a.name, b.name);
}
