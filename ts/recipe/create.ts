import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { loadModules } from '../manifest/load.js';
import { badInput } from '../run/failure.js';
import { report } from '../run/reporter.js';
import { exists, writeAtomic } from '../run/store.js';
import { scanContext } from '../scan/context.js';
import { scanPaths } from '../scan/scan.js';
import { fetchSource, pinNewest, pinnedSource } from '../sources/sources.js';
import { releaseOf } from '../sources/version.js';
import { hostTarget } from '../targets/target.js';
import { loadRecipes, recipeNames, recipesFolder } from './load.js';
import { proposeRecipe, type Proposal } from './propose.js';
import { ensureSourceTree } from './tree.js';

/** A first recipe that was written. */
export interface Created extends Pick<Proposal, 'missing'> {
  file: string;
}

/**
 * Writes a first recipe for a Debian source package: pins its newest version, looks at the tree for the build system, at the
 * control data for what other recipes give it, and has `scan` name the modules. Refuses where there is such a recipe.
 */
export async function createRecipe(name: string, { package: sourcePackage, suite }: { package: string; suite: string }): Promise<Created> {
  const file = path.join(recipesFolder(), name, 'recipe.json');
  if (await exists(file)) throw badInput(`${file}: is there already`);
  const modules = (await loadModules()).filter((module) => !module.private).map((module) => module.name);
  const recipes = await loadRecipes(await recipeNames(), { modules });
  const { spec, control, others } = await pinNewest(sourcePackage, suite, recipes.map((recipe) => recipe.source.package));
  const providers = new Map(
    recipes.flatMap((recipe) => (others.get(recipe.source.package)?.binaries ?? []).map((binary) => [binary, recipe.name] as const)),
  );
  const tree = await ensureSourceTree(spec, { pinned: pinnedSource, fetch: fetchSource });
  const scanned = await scanPaths([tree.path], await scanContext((await hostTarget()).name));
  for (const problem of scanned.problems) report.warn(problem);
  const { text, missing } = proposeRecipe({
    name,
    source: spec,
    version: releaseOf(tree.version),
    files: await readdir(tree.path),
    control,
    providers,
    modules: scanned.modules,
  });
  await mkdir(path.dirname(file), { recursive: true });
  await writeAtomic(file, text);
  return { file, missing };
}
