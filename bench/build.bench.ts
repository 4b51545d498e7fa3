// What the shim costs a build: packages that build both ways, with the umbrella and without it, in turns in one run. Seconds of
// processor time of the build stage alone, least of the rounds; bytes of the ELF files that are installed.
import { builderFor, knownRecipes } from '../ts/recipe/context.js';
import { table } from '../ts/report/table.js';
import { hostTarget } from '../ts/targets/target.js';

const [first, ...more] = process.argv.slice(2);
const names = first === undefined ? ['findutils', 'zstd', 'xz'] : [first, ...more];
const rounds = 3;
/** Of the time without the shim. */
const limit = 1.03;

const recipes = await knownRecipes(names);
const builder = await builderFor((await hostTarget()).name, recipes);
const rows: string[][] = [];
for (const name of names) {
  const recipe = recipes.get(name);
  if (recipe === undefined || recipe.modules.length > 0) throw new Error(`${name}: takes a recipe that builds without any module`);
  const best = { plain: { seconds: Infinity, bytes: 0 }, shim: { seconds: Infinity, bytes: 0 } };
  for (let round = 0; round < rounds; round++) {
    // Each side is first in every other round.
    for (const side of round % 2 === 0 ? (['plain', 'shim'] as const) : (['shim', 'plain'] as const)) {
      const { seconds, bytes } = await builder.timed(recipe, side === 'shim');
      best[side] = { seconds: Math.min(best[side].seconds, seconds), bytes };
    }
  }
  const { plain, shim } = best;
  const ratio = shim.seconds / plain.seconds;
  if (ratio > limit) process.exitCode = 1;
  rows.push([name, plain.seconds.toFixed(1), shim.seconds.toFixed(1), ratio.toFixed(3), ratio > limit ? `above ${String(limit)}` : `within ${String(limit)}`, String(plain.bytes), String(shim.bytes), (shim.bytes / plain.bytes).toFixed(3)]);
}
process.stdout.write(table(['package', 'plain musl, s', 'umbrella, s', 'ratio', 'limit', 'plain, bytes', 'umbrella, bytes', 'ratio'], rows));
