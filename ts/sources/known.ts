import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { prebuildSources } from '../elf/prebuildSources.js';
import { parseJson } from '../manifest/parse.js';
import { errnoOf } from '../run/failure.js';
import { projectRoot } from '../run/root.js';
import { sysrootSources } from '../sysroot/sources.js';
import type { SourceSpec } from './sources.js';

/** Of a recipe, only the source; the recipe's own schema checks the rest. */
const recipeSchema = z.object({
  source: z.object({
    package: z.string().regex(/^[a-z0-9][a-z0-9.+-]*$/),
    suite: z.string().regex(/^[a-z]+$/),
    series: z.string().min(1),
  }),
});

/** The sources that the sysroots are made of, those for prebuilt addons among them. */
export function sourcesOfSysroots(): SourceSpec[] {
  const prebuilds = (['x64', 'arm64'] as const).flatMap(prebuildSources);
  return [sysrootSources.kernelHeaders, sysrootSources.llvm, ...Object.values(sysrootSources.musl), ...prebuilds];
}

/** The sources of the recipes below `test/recipes`. */
export async function sourcesOfRecipes(folder = path.join(projectRoot(), 'test', 'recipes')): Promise<SourceSpec[]> {
  let names: string[];
  try {
    names = (await readdir(folder)).sort();
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
  const specs: SourceSpec[] = [];
  for (const name of names) {
    const file = path.join(folder, name, 'recipe.json');
    try {
      specs.push(parseJson(recipeSchema, await readFile(file, 'utf8'), file).source);
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT' && errnoOf(error) !== 'ENOTDIR') throw error;
    }
  }
  return specs;
}
