// Precision and recall of `wildebeest scan` on the recipes: over their source trees, over the logs of their builds on plain
// musl, and over both. The truth is the recipes' modules: their errors on plain musl, their `run` or `wildebeest recipe
// --minimal` show each to be needed, or a recipe's needs.json says what does. A module that it says nothing to show is neither
// right nor wrong. `--trees` measures the trees alone: it fetches them, and builds nothing.
import { parseArgs } from 'node:util';
import { builderFor, knownRecipes } from '../ts/recipe/context.js';
import { recipeNames } from '../ts/recipe/load.js';
import { recipeNeeds } from '../ts/recipe/needs.js';
import type { Recipe } from '../ts/recipe/schema.js';
import { ensureSourceTree } from '../ts/recipe/tree.js';
import { table } from '../ts/report/table.js';
import { compare, totals, type Accuracy } from '../ts/scan/accuracy.js';
import { scanContext } from '../ts/scan/context.js';
import { scanPaths } from '../ts/scan/scan.js';
import { fetchSource, pinnedSource } from '../ts/sources/sources.js';
import { hostTarget } from '../ts/targets/target.js';

/**
 * What is wanted of a log beside the tree. A tree alone has also what is never built; the log of a
 * build which stops in configure names the first thing missed and no other: alone it does not count.
 */
const wanted = 0.95;

const target = (await hostTarget()).name;
const { values, positionals: named } = parseArgs({ options: { trees: { type: 'boolean', default: false } }, allowPositionals: true });
const recipes = await knownRecipes(named.length > 0 ? named : await recipeNames());
const builder = values.trees ? undefined : await builderFor(target, recipes);
const treeOf = async (recipe: Recipe): Promise<string> => (await ensureSourceTree(recipe.source, { pinned: pinnedSource, fetch: fetchSource })).path;
const context = await scanContext(target);
const measured = new Map<'tree' | 'log' | 'tree and log', Accuracy[]>([['tree', []], ['log', []], ['tree and log', []]]);
const rows: string[][] = [];
for (const recipe of recipes.values()) {
  const { tree, without } = (await builder?.failing(recipe)) ?? { tree: await treeOf(recipe) };
  const needs = await recipeNeeds(recipe);
  const logs = without === undefined ? [] : [without.log];
  for (const [of, accuracies] of measured) {
    const paths = of === 'tree' ? [tree] : of === 'log' ? logs : [tree, ...logs];
    if (paths.length === 0 || (of !== 'tree' && logs.length === 0)) continue;
    // A log has the errors of the plain build, and no more.
    const counts = (module: string): boolean => {
      const { shown, what = '' } = needs.get(module) ?? {};
      return of === 'log' && needs.size > 0 ? shown === 'error' && recipe.without?.errors.some((error) => error.includes(what)) === true : shown !== 'nothing';
    };
    const started = performance.now();
    const { modules } = await scanPaths(paths, context);
    const accuracy = compare(modules.filter(counts), recipe.modules.filter(counts));
    const stopped = of === 'log' && without?.stage === 'configure';
    if (!stopped) accuracies.push(accuracy);
    rows.push([recipe.name, stopped ? 'log, of configure' : of, modules.join(' ') || '-', accuracy.wrong.join(' ') || '-', accuracy.missed.join(' ') || '-', ((performance.now() - started) / 1000).toFixed(1)]);
  }
}
process.stdout.write(table(['recipe', 'scanned', 'needs', 'wrong', 'missed', 'seconds'], rows));
for (const recipe of recipes.values()) {
  const unshown = [...(await recipeNeeds(recipe))].flatMap(([module, { shown }]) => (shown === 'nothing' ? [module] : []));
  if (unshown.length > 0) process.stdout.write(`${recipe.name}: nothing shows ${unshown.join(' ')}\n`);
}
for (const [of, accuracies] of measured) {
  if (accuracies.length === 0) continue;
  const { precision, recall } = totals(accuracies);
  process.stdout.write(`${of} (${String(accuracies.length)} recipes): precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}\n`);
  if (of === 'tree and log' && Math.min(precision, recall) < wanted) process.exitCode = 1;
}
