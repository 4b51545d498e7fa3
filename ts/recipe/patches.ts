import path from 'node:path';
import { z } from 'zod';
import { moduleName } from '../manifest/schema.js';
import { parseJson } from '../manifest/parse.js';
import { badInput } from '../run/failure.js';
import { readIfThere } from '../run/process.js';
import { recipesFolder } from './load.js';
import { sentence, type Recipe } from './schema.js';

/** Distributions with musl whose patches are known, and how reports call them. */
export const distributions = {
  alpine: 'Alpine',
  buildroot: 'Buildroot',
  chimera: 'Chimera',
  gentoo: 'Gentoo',
  openembedded: 'OpenEmbedded',
  openwrt: 'OpenWrt',
  sabotage: 'Sabotage',
  void: 'Void',
} as const;

type Distribution = keyof typeof distributions;

/** Their names in data. */
export const distributionNames = Object.keys(distributions) as [Distribution, ...Distribution[]];

const common = {
  name: z.string().regex(/^[\w.+-]+\.patch$/, 'must be the name of a .patch file'),
  in: z.array(z.enum(distributionNames)).min(1, 'must name a distribution'),
};

const patch = z.discriminatedUnion('verdict', [
  z.strictObject({
    verdict: z.literal('replaced').describe('the untouched package builds and runs with these modules, which give what the patch works around'),
    ...common,
    modules: z.array(moduleName).min(1, 'must name a module'),
    reason: sentence.optional().describe('where the name of the patch does not say what it does'),
  }),
  z.strictObject({ verdict: z.literal('other').describe('no module makes it unnecessary'), ...common, reason: sentence }),
  z.strictObject({ verdict: z.literal('unknown').describe('its name does not tell; not counted'), ...common, reason: sentence }),
]);

/** `test/recipes/<name>/patches.json`: what distributions with musl patch in a package, and which patches the shim replaces. */
export const patchesSchema = z.strictObject({
  counted: z.string().regex(/^\d{4}-\d{2}$/, 'must be a year and a month').describe('when the distributions were looked at'),
  patches: z
    .array(patch)
    .min(1, 'must hold a patch')
    .superRefine((patches, context) => {
      const names = patches.map(({ name }) => name);
      if ([...new Set(names)].sort().join('\n') !== names.join('\n')) context.addIssue({ code: 'custom', message: 'must be sorted by name and distinct' });
      for (const [index, { in: places }] of patches.entries()) {
        if ([...new Set(places)].sort().join() !== places.join()) context.addIssue({ code: 'custom', path: [index, 'in'], message: 'must be sorted and distinct' });
      }
    }),
});

/** A patch that some distribution has for a package, and what is said about it. */
export type Patch = z.infer<typeof patch>;

/** A patch of one distribution that modules make unnecessary. */
export interface ReplacedPatch {
  distribution: Distribution;
  name: string;
  modules: string[];
}

/** Parses what is said about a recipe's patches: a package can only do without a patch by a module that it is built with. */
export function parsePatches(text: string, file: string, recipe: Recipe): Patch[] {
  const { patches } = parseJson(patchesSchema, text, file);
  for (const [index, one] of patches.entries()) {
    const foreign = one.verdict === 'replaced' ? one.modules.find((module) => !recipe.modules.includes(module)) : undefined;
    if (foreign !== undefined) throw badInput(`${file}: patches[${String(index)}].modules: the recipe is not built with '${foreign}'`);
    if (one.verdict === 'replaced' && recipe.refused !== undefined) throw badInput(`${file}: patches[${String(index)}].verdict: the recipe is refused, so nothing of it is replaced`);
  }
  return patches;
}

/** What distributions patch in a recipe's package; none where nothing is known of it. */
export async function loadPatches(recipe: Recipe, folder = recipesFolder()): Promise<Patch[]> {
  const file = path.join(folder, recipe.name, 'patches.json');
  const text = await readIfThere(file);
  return text === undefined ? [] : parsePatches(text, file, recipe);
}

/** Those patches that modules make unnecessary: one for each distribution that has it, as each keeps its own. */
export function replacedPatches(patches: readonly Patch[]): ReplacedPatch[] {
  return patches
    .flatMap((one) => (one.verdict === 'replaced' ? one.in.map((place) => ({ distribution: place, name: one.name, modules: one.modules })) : []))
    .sort((a, b) => (a.distribution < b.distribution ? -1 : a.distribution > b.distribution ? 1 : 0));
}

/** What is known of the patches of some recipes, by recipe; those of which nothing is known are left out. */
export async function knownPatches(recipes: Iterable<Recipe>, folder = recipesFolder()): Promise<Map<string, Patch[]>> {
  const known = new Map<string, Patch[]>();
  for (const recipe of recipes) {
    const patches = await loadPatches(recipe, folder);
    if (patches.length > 0) known.set(recipe.name, patches);
  }
  return known;
}
