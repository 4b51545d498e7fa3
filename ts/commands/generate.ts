import { mkdir, readFile, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { generate, readmeWithTable } from '../generate/generate.js';
import { loadModules } from '../manifest/load.js';
import { Failure } from '../run/failure.js';
import { readIfThere } from '../run/process.js';
import { projectRoot } from '../run/root.js';
import { filesBelow, writeAtomic } from '../run/store.js';

/** Registers `wildebeest generate`. */
export function register(program: Command): void {
  program
    .command('generate')
    .description('write wildebeest/generated/ and the table of modules in README.md from the manifests')
    .option('--check', 'write nothing; exit 1 and name the stale files')
    .addHelpText('after', '\nExample:\n  wildebeest generate && git diff wildebeest/generated')
    .action(async (options: { check?: boolean }) => {
      const stale = await generated(projectRoot(), options.check !== true);
      if (options.check === true && stale.length > 0) {
        throw new Failure(`stale: ${stale.join(' ')}`, { next: 'wildebeest generate, and commit what it writes' });
      }
      for (const file of stale) console.log(file);
    });
}

/** Compares, and with `write` renews, every generated file of a checkout; returns those that differ, relative and sorted. */
export async function generated(root: string, write: boolean): Promise<string[]> {
  const modules = await loadModules(path.join(root, 'wildebeest', 'modules'));
  const folder = path.join('wildebeest', 'generated');
  const wanted = new Map([...generate(modules)].map(([name, text]) => [path.join(folder, name), text]));
  wanted.set('README.md', readmeWithTable(await readFile(path.join(root, 'README.md'), 'utf8'), modules));
  await mkdir(path.join(root, folder), { recursive: true });
  const there = (await filesBelow(path.join(root, folder))).map((name) => path.join(folder, name));
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
  if (write) await removeEmptyFolders(path.join(root, folder));
  return stale.sort();
}

async function removeEmptyFolders(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const child = path.join(folder, entry.name);
    await removeEmptyFolders(child);
    if ((await readdir(child)).length === 0) await rm(child, { recursive: true });
  }
}
