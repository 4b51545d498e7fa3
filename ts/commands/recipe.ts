import type { Command } from 'commander';
import { builderFor, knownRecipes } from '../recipe/context.js';
import { storeResult } from '../recipe/store.js';
import { problemLines, recipeTable } from '../report/recipes.js';
import { exitCode } from '../run/failure.js';
import { report } from '../run/reporter.js';

/** Registers `wildebeest recipe`. */
export function register(program: Command): void {
  program
    .command('recipe')
    .description('build upstream packages from untouched sources: without the shim, where they fail as recorded, then with its modules')
    .argument('<name...>', 'recipes, folders of test/recipes')
    .requiredOption('--target <target>', 'a target, as `wildebeest targets` lists them')
    .option('--check', "run the packages' own tests too")
    .option('--json', 'print the result records as one JSON array')
    .option('--keep', 'keep the folder of a build that fails')
    .addHelpText(
      'after',
      `
Builds run in a sandbox: no network, an unprivileged user, only their inputs visible.

Examples:
  wildebeest recipe kmod --target x86_64
  wildebeest recipe mdadm audit --target x86_64 --check --json`,
    )
    .action(async (names: string[], options: { target: string; check?: boolean; json?: boolean; keep?: boolean }) => {
      const recipes = await knownRecipes(names);
      const builder = await builderFor(options.target, recipes, options.keep === undefined ? {} : { keep: options.keep });
      const wanted = [...new Set(names)].flatMap((name) => recipes.get(name) ?? []);
      const results = await builder.evaluateAll(wanted, { check: options.check === true, done: storeResult });
      process.stdout.write(options.json === true ? `${JSON.stringify(results, null, 2)}\n` : recipeTable(results));
      for (const line of problemLines(results)) report.warn(line);
      if (results.some((result) => !result.ok)) process.exitCode = exitCode.failed;
    });
}
