import path from 'node:path';
import { z } from 'zod';
import { moduleName } from '../manifest/schema.js';
import { parseJson } from '../manifest/parse.js';
import { badInput } from '../run/failure.js';
import { readIfThere } from '../run/process.js';
import { recipesFolder } from './load.js';
import { sentence, type Recipe } from './schema.js';

const need = z.strictObject({
  shown: z
    .enum(['error', 'run', 'test', 'nothing'])
    .describe("what is wrong without the module: an error of the compiler or the linker, one of the recipe's commands, one of the package's own tests; or nothing that was seen"),
  what: sentence.describe('the message, the command, the test; of nothing, why the module is among the others all the same'),
});

/** `test/recipes/<name>/needs.json`: what shows each module to be needed, of a package that is too large to be built once for each. */
export const needsSchema = z.strictObject({
  how: sentence.describe('how it was found out'),
  needs: z.record(moduleName, need),
});

/** What shows a module of a package to be needed. */
export type Need = z.infer<typeof need>;

/**
 * Reads a needs.json.
 *
 * @param file - its name, for messages
 * @throws Failure where it is no such file, names a module or a command that the recipe has not
 */
export function parseNeeds(text: string, file: string, recipe: Recipe): Map<string, Need> {
  const needs = new Map(Object.entries(parseJson(needsSchema, text, file).needs));
  const stray = [...needs.keys()].find((module) => !recipe.modules.includes(module));
  if (stray !== undefined) throw badInput(`${file}: needs.${stray}: the recipe is not built with it`);
  for (const [module, { shown, what }] of needs) {
    if (shown === 'run' && !recipe.run.some(({ command }) => command.join(' ') === what)) throw badInput(`${file}: needs.${module}.what: the recipe does not run '${what}'`);
    if (shown === 'test' && recipe.check === undefined) throw badInput(`${file}: needs.${module}.shown: the recipe runs no tests`);
  }
  return needs;
}

/** What a recipe's needs.json says; of what it does not name, the recipe's records show that it is needed. */
export async function recipeNeeds(recipe: Recipe, folder = recipesFolder()): Promise<Map<string, Need>> {
  const file = path.join(folder, recipe.name, 'needs.json');
  const text = await readIfThere(file);
  return text === undefined ? new Map() : parseNeeds(text, file, recipe);
}
