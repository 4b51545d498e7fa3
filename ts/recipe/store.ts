import path from 'node:path';
import { cacheRoot, storeFailure, writeAtomic } from '../run/store.js';
import type { RecipeResult } from './result.js';

/** Keeps a result where later reports find it: <cache>/results/<target>/<recipe>.json, or <recipe>-<malloc>.json. */
export async function storeResult(result: RecipeResult): Promise<void> {
  const file = path.join(cacheRoot(), 'results', result.target, `${[result.recipe, ...(result.malloc === undefined ? [] : [result.malloc])].join('-')}.json`);
  try {
    await writeAtomic(file, `${JSON.stringify(result, null, 2)}\n`);
  } catch (error) {
    throw storeFailure(error, cacheRoot(), `result of ${result.recipe}`);
  }
}
