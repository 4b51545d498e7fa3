import type { UnitRecord } from '../matrix/record.js';
import { distributions, replacedPatches, type Patch, type ReplacedPatch } from '../recipe/patches.js';
import type { Recipe } from '../recipe/schema.js';
import { plural, table } from './table.js';

/** Patches that packages do without, by package. */
export type PatchesByPackage = ReadonlyMap<string, readonly ReplacedPatch[]>;

/** What a report's packages do without: each package once, however many targets it passed on. */
export function patchesOf(units: readonly UnitRecord[]): PatchesByPackage {
  return new Map(units.flatMap(({ name, patches }) => (patches === undefined ? [] : [[name, patches] as const])));
}

/** `24 patches of 6 distributions, for 8 packages`: a patch counts once for each distribution that has it. */
export function patchTotal(byPackage: PatchesByPackage): string {
  const all = [...byPackage.values()].flat();
  const places = new Set(all.map(({ distribution }) => distribution));
  return `${all.length === 1 ? '1 patch' : `${String(all.length)} patches`} of ${plural(places.size, 'distribution')}, for ${plural([...byPackage.values()].filter((patches) => patches.length > 0).length, 'package')}`;
}

/** Rows of reports: package, distribution, names of patches, and the modules that make them unnecessary. */
export function patchRows(byPackage: PatchesByPackage): { name: string; distribution: string; patches: string[]; modules: string[] }[] {
  return [...byPackage]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, patches]) =>
      [...new Set(patches.map(({ distribution }) => distribution))].map((place) => {
        const own = patches.filter(({ distribution }) => distribution === place);
        return { name, distribution: distributions[place], patches: own.map((one) => one.name), modules: [...new Set(own.flatMap(({ modules }) => modules))].sort() };
      }),
    );
}

/** The table of `wildebeest recipe patches`: every patch that is known, and what is said about it. */
export function patchTable(known: ReadonlyMap<string, readonly Patch[]>): string {
  const rows = [...known].flatMap(([name, patches]) =>
    patches.map((one) => [name, one.name, one.in.map((place) => distributions[place]).join(', '), one.verdict, one.verdict === 'replaced' ? one.modules.join(' ') : '-', one.reason ?? '']),
  );
  return table(['package', 'patch', 'of', 'verdict', 'modules', 'because'], rows);
}

/** Packages that passed: target, package, seconds. */
type Passed = Readonly<Record<string, Readonly<Record<string, number>>>>;

const listed = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

/** A line for each set of foreign targets that the same packages passed on, most packages first. */
function foreignLines(passed: Passed): string[] {
  const targetsOf = new Map<string, string[]>();
  for (const target of Object.keys(passed).sort()) for (const name of Object.keys(passed[target] ?? {})) targetsOf.set(name, [...(targetsOf.get(name) ?? []), target]);
  const namesOn = new Map<string, string[]>();
  for (const name of [...targetsOf.keys()].sort()) {
    const targets = (targetsOf.get(name) ?? []).join(', ');
    namesOn.set(targets, [...(namesOn.get(targets) ?? []), name]);
  }
  const sets = [...namesOn].sort(([, a], [, b]) => b.length - a.length);
  return sets.map(([targets, names]) => `Cross-compiled, and run under qemu-user where this machine can't, for ${targets} (${String(names.length)}): ${listed(names)}.`);
}

/**
 * What the README says of the packages: those that need the shim, controls, those that passed on foreign targets, those that
 * can't be built, and the patches replaced.
 */
export function packageSummary(recipes: readonly Recipe[], known: ReadonlyMap<string, readonly Patch[]>, passed: Passed = {}): string {
  const names = (some: readonly Recipe[]): string => listed(some.map(({ name }) => name));
  const refused = recipes.filter((recipe) => recipe.refused !== undefined);
  const good = recipes.filter((recipe) => recipe.refused === undefined);
  const sorted = [...good].sort((a, b) => (a.name < b.name ? -1 : 1));
  const shimmed = sorted.filter(({ modules, control }) => modules.length > 0 && !control);
  const controls = sorted.filter(({ control }) => control);
  const others = good.filter(({ modules, control }) => modules.length === 0 && !control);
  const replaced = new Map([...known].map(([name, patches]) => [name, replacedPatches(patches)] as const));
  const lines = [
    `Upstream packages that fail on plain musl and are built untouched, each with its modules (${String(shimmed.length)}): ${names(shimmed)};`,
    `${plural(others.length, 'other')}, built as dependencies, need none. That replaces **${patchTotal(replaced)}**:`,
    '`wildebeest recipe patches` lists them, and says why others do not count.',
    ...(controls.length === 0 ? [] : [`Controls, which bring their own or interpose libc's functions and do the same with all modules as without (${String(controls.length)}): ${names(controls)}.`]),
    ...foreignLines(passed),
    ...refused.map(({ name, refused: why }) => `\`${name}\` is refused: ${why?.reason ?? ''}.`),
  ];
  return lines.join('\n');
}
