import { Option, type Command } from 'commander';
import { createRecipe } from '../recipe/create.js';
import { builderFor, knownRecipes } from '../recipe/context.js';
import { recipeNames } from '../recipe/load.js';
import { knownPatches, replacedPatches } from '../recipe/patches.js';
import { storeResult } from '../recipe/store.js';
import type { NeededModule } from '../recipe/result.js';
import { patchTable, patchTotal } from '../report/patches.js';
import { problemLines, recipeTable } from '../report/recipes.js';
import { table } from '../report/table.js';
import { exitCode } from '../run/failure.js';
import { report } from '../run/reporter.js';
import type { Malloc } from '../sysroot/musl.js';
import { hostTarget } from '../targets/target.js';
import { mallocOption } from './options.js';

/** What a compiler or a program said, of a reason that names the command and the log too. */
const said = (reason: string): string => /: exit \d+: (.+?)(?:; (?:next|log): |$)/.exec(reason)?.[1] ?? reason;

interface RecipeOptions {
  target?: string;
  malloc: Malloc;
  check?: boolean;
  json?: boolean;
  minimal?: boolean;
  keep?: boolean;
}

/** Registers `wildebeest recipe`. */
export function register(program: Command): void {
  const recipe: Command = mallocOption(program.command('recipe'))
    .description('build upstream packages from untouched sources: without the shim, where they fail as recorded, then with its modules')
    .argument('<name...>', 'recipes, folders of test/recipes')
    .option('--target <target>', 'a target, as `wildebeest targets` lists them; always needed')
    .option('--check', "run the packages' own tests too")
    .option('--json', 'print the result records as one JSON array')
    .option('--minimal', 'leave out each module in turn, to see which are needed')
    .option('--keep', 'keep the folder of a build that fails')
    .addHelpText(
      'after',
      `
Builds run in a sandbox: no network, an unprivileged user, only their inputs visible.

With --malloc what was built for musl's own allocator is run and checked on a libc.so that has another, of the same ABI.

With --minimal the exit status is 1 when a package builds and runs without one of its modules.

Examples:
  wildebeest recipe kmod --target x86_64
  wildebeest recipe mdadm audit --target x86_64 --check --json
  wildebeest recipe new popt`,
    )
    .action(async (names: string[], options: RecipeOptions) => {
      const { target } = options;
      if (target === undefined) recipe.error("error: required option '--target <target>' not specified", { exitCode: exitCode.usage });
      const recipes = await knownRecipes(names);
      const builder = await builderFor(target, recipes, { malloc: options.malloc, ...(options.keep === undefined ? {} : { keep: options.keep }) });
      const wanted = [...new Set(names)].flatMap((name) => recipes.get(name) ?? []);
      if (options.minimal === true) {
        const needed: NeededModule[] = [];
        for (const recipe of wanted) needed.push(...(await builder.minimal(recipe)));
        const rows = needed.map((one) => [one.recipe, one.module, one.needed ? 'needed' : 'not needed', said(one.reason)]);
        process.stdout.write(options.json === true ? `${JSON.stringify(needed, null, 2)}\n` : table(['recipe', 'module', 'is', 'because'], rows));
        if (needed.some((one) => !one.needed)) process.exitCode = exitCode.failed;
        return;
      }
      const results = await builder.evaluateAll(wanted, { check: options.check === true, done: storeResult });
      process.stdout.write(options.json === true ? `${JSON.stringify(results, null, 2)}\n` : recipeTable(results));
      for (const line of problemLines(results)) report.warn(line);
      if (results.some((result) => !result.ok)) process.exitCode = exitCode.failed;
    });
  recipe
    .command('patches')
    .description('what distributions with musl patch in the packages, and which patches the modules make unnecessary')
    .argument('[name...]', 'recipes, folders of test/recipes; none: all')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nA patch counts once for each distribution that has it.\n\nExample:\n  wildebeest recipe patches elfutils')
    .action(async (names: string[], _: unknown, command: Command) => {
      // `recipe` has an option of that name too, and takes it wherever it stands.
      const options = command.optsWithGlobals<{ json?: boolean }>();
      const recipes = await knownRecipes(names.length > 0 ? names : await recipeNames());
      const wanted = [...recipes.values()].filter(({ name }) => names.length === 0 || names.includes(name));
      const known = await knownPatches(wanted.sort((a, b) => (a.name < b.name ? -1 : 1)));
      const replaced = new Map([...known].map(([name, patches]) => [name, replacedPatches(patches)]));
      if (options.json === true) process.stdout.write(`${JSON.stringify({ patches: Object.fromEntries(known), replaced: [...replaced.values()].flat().length }, null, 2)}\n`);
      else process.stdout.write(`${patchTable(known)}\nreplaced: ${patchTotal(replaced)}\n`);
    });
  recipe
    .command('new')
    .description('write a first recipe for a Debian source package')
    .argument('<package>', 'source package')
    .option('--name <recipe>', "the recipe's name; default: the package's")
    .addOption(new Option('--suite <suite>', "of Debian's archive").choices(['bookworm', 'trixie', 'sid']).default('bookworm'))
    .addHelpText(
      'after',
      `
The package's newest version is pinned, and its tree is looked at: the build system by its files, the recipes it depends on
by its control data, the modules by \`wildebeest scan\`. What it fails with on plain musl is not recorded yet: build it.

Example:
  wildebeest recipe new popt`,
    )
    .action(async (sourcePackage: string, options: { name?: string; suite: string }) => {
      const name = options.name ?? sourcePackage;
      const { file, missing } = await createRecipe(name, { package: sourcePackage, suite: options.suite });
      process.stdout.write(`${file}\n`);
      for (const binary of missing) report.warn(`${name}: no recipe gives ${binary}; it may be optional`);
      report.line(`next: wildebeest recipe ${name} --target ${(await hostTarget()).name} --keep`);
    });
}
