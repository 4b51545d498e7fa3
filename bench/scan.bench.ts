// Precision and recall of `wildebeest scan` on the recipes: over their source trees, over the logs of their builds on plain
// musl, and over both. The truth is the recipes' modules, where their errors on plain musl, their `run` or `wildebeest recipe
// --minimal` show each to be needed.
import { builderFor, knownRecipes } from '../ts/recipe/context.js';
import { recipeNames } from '../ts/recipe/load.js';
import { table } from '../ts/report/table.js';
import { compare, totals, type Accuracy } from '../ts/scan/accuracy.js';
import { scanContext } from '../ts/scan/context.js';
import { scanPaths } from '../ts/scan/scan.js';
import { hostTarget } from '../ts/targets/target.js';

/** Recipes whose modules nothing has shown one by one to be needed: `--minimal` builds them once for each. They are listed, not counted. */
const unproven = new Set(['elfutils', 'systemd']);

/**
 * What is wanted of a log beside the tree. A tree alone has also what is never built; a log alone has not what only a run shows, and that of a
 * build which stops in configure names the first thing missed and no other: it does not count.
 */
const wanted = 0.95;

const target = (await hostTarget()).name;
const named = process.argv.slice(2);
const recipes = await knownRecipes(named.length > 0 ? named : await recipeNames());
const builder = await builderFor(target, recipes);
const context = await scanContext(target);
const measured = new Map<'tree' | 'log' | 'tree and log', Accuracy[]>([['tree', []], ['log', []], ['tree and log', []]]);
const rows: string[][] = [];
for (const recipe of recipes.values()) {
  const { tree, without } = await builder.failing(recipe);
  const logs = without === undefined ? [] : [without.log];
  for (const [of, accuracies] of measured) {
    const paths = of === 'tree' ? [tree] : of === 'log' ? logs : [tree, ...logs];
    if (paths.length === 0 || (of !== 'tree' && logs.length === 0)) continue;
    const started = performance.now();
    const { modules } = await scanPaths(paths, context);
    const accuracy = compare(modules, recipe.modules);
    const stopped = of === 'log' && without?.stage === 'configure';
    if (!stopped && !unproven.has(recipe.name)) accuracies.push(accuracy);
    rows.push([unproven.has(recipe.name) ? `(${recipe.name})` : recipe.name, stopped ? 'log, of configure' : of, modules.join(' ') || '-', accuracy.wrong.join(' ') || '-', accuracy.missed.join(' ') || '-', ((performance.now() - started) / 1000).toFixed(1)]);
  }
}
process.stdout.write(table(['recipe', 'scanned', 'needs', 'wrong', 'missed', 'seconds'], rows));
for (const [of, accuracies] of measured) {
  const { precision, recall } = totals(accuracies);
  process.stdout.write(`${of} (${String(accuracies.length)} recipes): precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}\n`);
  if (of === 'tree and log' && Math.min(precision, recall) < wanted) process.exitCode = 1;
}
