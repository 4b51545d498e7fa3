import os from 'node:os';
import { closure, globalSymbols, loadModules } from '../manifest/load.js';
import { buildFlags, ensureBuild } from '../shim/build.js';
import { fetchSource, pinnedSource } from '../sources/sources.js';
import { ensureSysroot } from '../sysroot/sysroot.js';
import { loadTarget, type Target } from '../targets/target.js';
import { Failure } from '../run/failure.js';
import { RecipeBuilder } from './build.js';
import { loadRecipes } from './load.js';
import type { Recipe } from './schema.js';

/** Recipes with everything they depend on, checked against the modules that there are. */
export async function knownRecipes(names: readonly string[]): Promise<Map<string, Recipe>> {
  const modules = (await loadModules()).filter((module) => !module.private).map((module) => module.name);
  return new Map((await loadRecipes(names, { modules })).map((recipe) => [recipe.name, recipe]));
}

/** Every global symbol that the archives of some modules, and of those which they require, may define. */
export async function symbolsOf(modules: readonly string[]): Promise<string[]> {
  return closure(await loadModules(), modules).flatMap((module) => globalSymbols(module));
}

/** Why recipes can't be built for a target on this machine, where they can't: what they build has to run in the sandbox. */
export function whyNoRecipes(target: Target): string | undefined {
  const machine = os.machine();
  return target.machine === machine ? undefined : `this machine (${machine}) can't run programs for ${target.name}, which recipes need`;
}

/** A builder of recipes for one target: makes the sysroot and installs the shim where that was not done yet. */
export async function builderFor(
  targetName: string,
  recipes: ReadonlyMap<string, Recipe>,
  options: { keep?: boolean } = {},
): Promise<RecipeBuilder> {
  const target = await loadTarget(targetName);
  const why = whyNoRecipes(target);
  if (why !== undefined) throw new Failure(`recipe: ${why}`, { next: 'name a target of this machine with --target' });
  const plain = await ensureSysroot(target);
  const shim = await ensureBuild(target);
  return new RecipeBuilder({
    plain,
    shim,
    flags: (modules) => buildFlags(shim, modules),
    shimSymbols: symbolsOf,
    sources: { pinned: pinnedSource, fetch: fetchSource },
    recipes,
    ...(options.keep === undefined ? {} : { keep: options.keep }),
  });
}
