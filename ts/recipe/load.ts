import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { parseJson } from '../manifest/parse.js';
import { badInput, errnoOf } from '../run/failure.js';
import { projectRoot } from '../run/root.js';
import { targetNames } from '../targets/target.js';
import { recipeSchema, type Recipe } from './schema.js';

/** The folder of the recipes in this checkout. */
export function recipesFolder(): string {
  return path.join(projectRoot(), 'test', 'recipes');
}

/** Names of all recipes, sorted. */
export async function recipeNames(folder = recipesFolder()): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Parses a recipe's text; the first mistake is one line with file and field. */
export function parseRecipe(text: string, file: string): Recipe {
  const recipe = parseJson(recipeSchema, text, file);
  const folder = path.basename(path.dirname(file));
  if (recipe.name !== folder) throw badInput(`${file}: name: is '${recipe.name}', must be '${folder}' as the folder's name`);
  return recipe;
}

/**
 * Loads recipes with everything they depend on, dependencies first. An unknown recipe, dependency or module and a
 * circle of dependencies are the user's mistakes: one line each.
 */
export async function loadRecipes(
  names: readonly string[],
  known: { modules: readonly string[]; folder?: string },
): Promise<Recipe[]> {
  const folder = known.folder ?? recipesFolder();
  const targets = await targetNames();
  const ordered = new Map<string, Recipe>();
  const visit = async (name: string, chain: readonly string[], asked: string): Promise<void> => {
    if (chain.includes(name)) throw badInput(`${asked} circle: ${[...chain.slice(chain.indexOf(name)), name].join(' -> ')}`);
    if (ordered.has(name)) return;
    const file = path.join(folder, name, 'recipe.json');
    let text: string;
    try {
      text = await readFile(file, 'utf8');
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT' && errnoOf(error) !== 'ENOTDIR') throw error;
      throw badInput(`${asked} no recipe '${name}'`, `one of: ${(await recipeNames(folder)).join(', ')}`);
    }
    const recipe = parseRecipe(text, file);
    for (const [index, module] of recipe.modules.entries()) {
      if (!known.modules.includes(module)) {
        throw badInput(`${file}: modules[${String(index)}]: no module '${module}'`, 'see `wildebeest modules`');
      }
    }
    const forTargets = { 'without.targets': recipe.without?.targets, 'build.optionsFor': recipe.build.system === 'make' ? undefined : recipe.build.optionsFor };
    for (const [field, named] of Object.entries(forTargets)) {
      const unknown = Object.keys(named ?? {}).find((target) => !targets.includes(target));
      if (unknown !== undefined) throw badInput(`${file}: ${field}: no target '${unknown}'`, `one of: ${targets.join(', ')}`);
    }
    for (const [index, dependency] of recipe.dependencies.entries()) {
      await visit(dependency, [...chain, name], `${file}: dependencies[${String(index)}]:`);
    }
    if (recipe.refused !== undefined && chain.length > 0) throw badInput(`${asked} '${name}' is refused: ${recipe.refused.reason}`);
    ordered.set(name, recipe);
  };
  for (const name of names) await visit(name, [], 'recipe:');
  return [...ordered.values()];
}

/** A recipe's dependencies with theirs, dependencies first, each once. */
export function dependenciesOf(recipe: Recipe, all: ReadonlyMap<string, Recipe>): Recipe[] {
  const found = new Map<string, Recipe>();
  const visit = (name: string): void => {
    const dependency = all.get(name);
    if (dependency === undefined) throw badInput(`recipe: no recipe '${name}'`);
    dependency.dependencies.forEach(visit);
    found.set(name, dependency);
  };
  recipe.dependencies.forEach(visit);
  return [...found.values()];
}
