import path from 'node:path';
import type { Command } from 'commander';
import { builderFor, knownRecipes } from '../recipe/context.js';
import { recipeNames } from '../recipe/load.js';
import type { RecipeResult } from '../recipe/result.js';
import { storeResult } from '../recipe/store.js';
import { problemLines, recipeTable } from '../report/recipes.js';
import { Failure, badInput, errnoOf, exitCode } from '../run/failure.js';
import { report } from '../run/reporter.js';
import { writeAtomic } from '../run/store.js';
import { collect } from './options.js';

/** Registers `wildebeest matrix`. */
export function register(program: Command): void {
  program
    .command('matrix')
    .description('build, run and check every recipe that uses modules, on each target; ends with a table')
    .option('--target <target>', 'a target; may be repeated (none named: x86_64)', collect, [])
    .option('--recipe <name>', 'a recipe; may be repeated (none named: all that use modules)', collect, [])
    .option('--no-check', "leave the packages' own tests out")
    .option('--json <file>', 'write the result records there as one JSON array')
    .addHelpText(
      'after',
      `
What was done before and has not changed is not done again, so a second run takes seconds.

Examples:
  wildebeest matrix
  wildebeest matrix --target x86_64 --recipe kmod --json results.json`,
    )
    .action(async (options: { target: string[]; recipe: string[]; check: boolean; json?: string }) => {
      const recipes = await knownRecipes(options.recipe.length > 0 ? options.recipe : await recipeNames());
      const wanted = [...recipes.values()].filter((recipe) =>
        options.recipe.length > 0 ? options.recipe.includes(recipe.name) : recipe.modules.length > 0,
      );
      if (wanted.length === 0) throw badInput('matrix: no recipe uses a module');
      const results: RecipeResult[] = [];
      for (const target of options.target.length > 0 ? new Set(options.target) : ['x86_64']) {
        const builder = await builderFor(target, recipes);
        results.push(...(await builder.evaluateAll(wanted, { check: options.check, done: storeResult })));
      }
      if (options.json !== undefined) {
        const file = path.resolve(options.json);
        try {
          await writeAtomic(file, `${JSON.stringify(results, null, 2)}\n`);
        } catch (error) {
          throw new Failure(`${file}: cannot be written (${errnoOf(error) ?? String(error)})`, { cause: error });
        }
      }
      process.stdout.write(recipeTable(results));
      for (const line of problemLines(results)) report.warn(line);
      if (results.some((result) => !result.ok)) process.exitCode = exitCode.failed;
    });
}
