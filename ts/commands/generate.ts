import { mkdir, readFile, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { generate, moduleTable, readmeWith } from '../generate/generate.js';
import { manifestWithHeaders, pollutionModule, pollutionOverlays } from '../generate/pollution.js';
import { currentClosures, readClosures, readReview } from '../headers/closures.js';
import { loadModules, type LoadedModule } from '../manifest/load.js';
import { readTimes, timesPath } from '../matrix/times.js';
import { loadRecipes, recipeNames } from '../recipe/load.js';
import { knownPatches } from '../recipe/patches.js';
import { packageSummary } from '../report/patches.js';
import { Failure } from '../run/failure.js';
import { readIfThere } from '../run/process.js';
import { projectRoot } from '../run/root.js';
import { exists, filesBelow, writeAtomic } from '../run/store.js';
import { ensureSysroot } from '../sysroot/sysroot.js';
import { hostTarget } from '../targets/target.js';

/** Registers `wildebeest generate`. */
export function register(program: Command): void {
  program
    .command('generate')
    .description('write wildebeest/generated/, and in README.md the table of modules from the manifests and the packages from the recipes')
    .option('--check', 'write nothing; exit 1 and name the stale files')
    .option('--pollution', "compare glibc's headers with musl's anew first, for the module pollution")
    .addHelpText('after', '\nExample:\n  wildebeest generate && git diff wildebeest/generated')
    .action(async (options: { check?: boolean; pollution?: boolean }) => {
      if (options.pollution === true) await comparePollution(projectRoot(), options.check !== true);
      const stale = await generated(projectRoot(), options.check !== true);
      if (options.check === true && stale.length > 0) {
        throw new Failure(`stale: ${stale.join(' ')}`, { next: 'wildebeest generate, and commit what it writes' });
      }
      for (const file of stale) console.log(file);
    });
}

/** Compares, and with `write` renews, every generated file of a checkout; returns those that differ, relative and sorted. */
export async function generated(root: string, write: boolean): Promise<string[]> {
  const stale = await pollutionOverlaysOf(root, write);
  const modules = await loadModules(path.join(root, 'wildebeest', 'modules'));
  const folder = path.join('wildebeest', 'generated');
  const wanted = new Map([...generate(modules)].map(([name, text]) => [path.join(folder, name), text]));
  const readme = readmeWith(await readFile(path.join(root, 'README.md'), 'utf8'), 'modules', moduleTable(modules));
  wanted.set('README.md', readmeWith(readme, 'packages', await packagesOf(root, modules)));
  await mkdir(path.join(root, folder), { recursive: true });
  const there = (await filesBelow(path.join(root, folder))).map((name) => path.join(folder, name));
  stale.push(...(await renew(root, wanted, there, write)));
  if (write) await removeEmptyFolders(path.join(root, folder));
  return stale.sort();
}

/** What the README says of a checkout's recipes. */
async function packagesOf(root: string, modules: readonly LoadedModule[]): Promise<string> {
  const folder = path.join(root, 'test', 'recipes');
  const recipes = await loadRecipes(await recipeNames(folder), { modules: modules.map((module) => module.name), folder });
  return packageSummary(recipes, await knownPatches(recipes, folder), (await readTimes(timesPath(root))).seconds.recipe);
}

/** Makes files of a checkout as wanted, and removes those there that are not; returns which differ. */
async function renew(root: string, wanted: ReadonlyMap<string, string>, there: readonly string[], write: boolean): Promise<string[]> {
  const stale: string[] = [];
  for (const [file, text] of wanted) {
    if ((await readIfThere(path.join(root, file))) === text) continue;
    stale.push(file);
    if (write) await writeAtomic(path.join(root, file), text);
  }
  for (const file of there.filter((name) => !wanted.has(name))) {
    stale.push(file);
    if (write) await rm(path.join(root, file));
  }
  return stale;
}

/** The overlays of the module pollution, and the list of them in its manifest, from its data. */
async function pollutionOverlaysOf(root: string, write: boolean): Promise<string[]> {
  const modules = path.join(root, 'wildebeest', 'modules');
  const folder = path.join('wildebeest', 'modules', pollutionModule);
  if (!(await exists(path.join(root, folder)))) return [];
  const overlays = pollutionOverlays(await readClosures(modules), await readReview(modules));
  const wanted = new Map([...overlays].map(([header, text]) => [path.join(folder, 'include', header), text]));
  const manifest = path.join(folder, 'module.json');
  wanted.set(manifest, manifestWithHeaders(await readFile(path.join(root, manifest), 'utf8'), [...overlays.keys()]));
  const there = (await filesBelow(path.join(root, folder))).map((name) => path.join(folder, name));
  return renew(root, wanted, there.filter((file) => file.startsWith(path.join(folder, 'include'))), write);
}

/** Renews closures.json; names that the review has no word on are an error. */
async function comparePollution(root: string, write: boolean): Promise<void> {
  const modules = path.join(root, 'wildebeest', 'modules');
  const { closures, unreviewed } = await currentClosures(await ensureSysroot(await hostTarget()), await readReview(modules));
  const file = path.join('wildebeest', 'modules', pollutionModule, 'closures.json');
  const stale = await renew(root, new Map([[file, `${JSON.stringify(closures, null, 2)}\n`]]), [], write);
  if (unreviewed.length > 0) {
    const names = unreviewed.map(({ level, header, name }) => `<${header}> ${name} (${level})`);
    throw new Failure(`glibc's headers give names that nothing adds: ${names.join(', ')}`, { next: 'add or leave each in wildebeest/modules/pollution/review.json' });
  }
  if (!write && stale.length > 0) throw new Failure(`stale: ${stale.join(' ')}`, { next: 'wildebeest generate --pollution, and commit what it writes' });
}

async function removeEmptyFolders(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const child = path.join(folder, entry.name);
    await removeEmptyFolders(child);
    if ((await readdir(child)).length === 0) await rm(child, { recursive: true });
  }
}
