import { closure, globalSymbols, loadModules } from '../manifest/load.js';
import { buildFlags, ensureBuild } from '../shim/build.js';
import { fetchSource, pinnedSource } from '../sources/sources.js';
import type { Malloc } from '../sysroot/musl.js';
import { ensureSysroot } from '../sysroot/sysroot.js';
import { runnerOf } from '../suite/execute.js';
import { hostTarget, loadTarget } from '../targets/target.js';
import { RecipeBuilder } from './build.js';
import { loadRecipes } from './load.js';
import type { Recipe } from './schema.js';

/** Recipes with everything they depend on, checked against the modules that there are. */
export async function knownRecipes(names: readonly string[]): Promise<Map<string, Recipe>> {
  const modules = (await loadModules()).filter((module) => !module.private).map((module) => module.name);
  return new Map((await loadRecipes(names, { modules })).map((recipe) => [recipe.name, recipe]));
}

/** Every global symbol that the archives of some modules (none named: the umbrella), and of those which they require, may define. */
export async function symbolsOf(names: readonly string[]): Promise<string[]> {
  const modules = await loadModules();
  const used = names.length > 0 ? closure(modules, names) : modules.filter((module) => module.umbrella === true);
  return used.flatMap((module) => globalSymbols(module));
}

/**
 * A builder of recipes for one target: makes the sysroot and installs the shim where that was not done yet. Where the
 * target's programs don't run here by themselves, this machine's own sysroot serves what runs while a package is built. With
 * another `malloc` the same builds are run and checked on a musl that has it.
 */
export async function builderFor(
  targetName: string,
  recipes: ReadonlyMap<string, Recipe>,
  options: { keep?: boolean; malloc?: Malloc } = {},
): Promise<RecipeBuilder> {
  const target = await loadTarget(targetName);
  const plain = await ensureSysroot(target);
  const { native } = await runnerOf(plain);
  const shim = await ensureBuild(target);
  const { malloc = plain.malloc } = options;
  const cxx = [...recipes.values()].some((recipe) => recipe.cxx) ? { plain: await ensureSysroot(target, { cxx: true }), shim: await ensureBuild(target, { cxx: true }) } : undefined;
  return new RecipeBuilder({
    plain,
    shim,
    ...(cxx === undefined ? {} : { cxx }),
    ...(native ? {} : { machine: await ensureSysroot(await hostTarget()) }),
    ...(malloc === plain.malloc ? {} : { libc: await ensureSysroot(target, { malloc }) }),
    flags: (modules) => buildFlags(shim, modules),
    shimSymbols: symbolsOf,
    sources: { pinned: pinnedSource, fetch: fetchSource },
    recipes,
    ...(options.keep === undefined ? {} : { keep: options.keep }),
  });
}
