import { mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { errnoOf } from './failure.js';
import { run } from './process.js';
import { cacheRoot } from './store.js';

/** The parts of the cache whose entries are made anew when they are wanted again; what is fetched (sources, apt) stays. */
const parts = ['steps', 'units', 'flags', 'kept', 'logs', 'work'] as const;

/** One entry of the cache. */
interface Entry {
  part: string;
  path: string;
  /** KiB on the disk. */
  size: number;
  /** When it was made or last used, milliseconds since 1970; to an hour. */
  used: number;
}

/** The names in a folder, none where it is not there. */
async function names(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** KiB that some files and folders take, by path; what goes meanwhile is not there. */
async function sizes(files: readonly string[]): Promise<Map<string, number>> {
  if (files.length === 0) return new Map();
  const { stdout } = await run('du', ['-sk', '--files0-from=-'], { input: files.join('\0'), allowFailure: true, env: { ...process.env, LC_ALL: 'C' } });
  return new Map([...stdout.matchAll(/^(\d+)\t(.*)$/gm)].map(([, size, file = '']) => [file, Number(size)]));
}

/** Everything in some parts of the cache. */
async function entries(of: readonly string[]): Promise<Entry[]> {
  const root = cacheRoot();
  const files = (await Promise.all(of.map(async (part) => (await names(path.join(root, part))).map((name) => path.join(root, part, name))))).flat();
  const size = await sizes(files);
  const found = await Promise.all(
    files.map(async (file): Promise<Entry[]> => {
      const there = await stat(file).catch((error: unknown) => {
        if (errnoOf(error) === 'ENOENT') return undefined;
        throw error;
      });
      const kibibytes = size.get(file);
      return there === undefined || kibibytes === undefined ? [] : [{ part: path.basename(path.dirname(file)), path: file, size: kibibytes, used: there.mtimeMs }];
    }),
  );
  return found.flat();
}

/** One part of the cache. */
export interface PartSize {
  part: string;
  entries: number;
  /** KiB on the disk. */
  size: number;
}

/** How much each part of the cache holds; the largest first. */
export async function cacheSizes(): Promise<PartSize[]> {
  const all = await entries(await names(cacheRoot()));
  const sums = new Map<string, PartSize>();
  for (const { part, size } of all) {
    const sum = sums.get(part) ?? { part, entries: 0, size: 0 };
    sums.set(part, { part, entries: sum.entries + 1, size: sum.size + size });
  }
  return [...sums.values()].sort((a, b) => b.size - a.size);
}

/**
 * Removes what was not used for some days. An entry is renamed before it is removed, so that no driver finds half of one; a
 * driver that runs now has used what it needs, which therefore stays.
 *
 * @returns what was removed
 */
export async function pruneCache(days: number): Promise<PartSize[]> {
  const before = Date.now() - days * 86_400_000;
  const old = (await entries(parts)).filter(({ used }) => used < before);
  if (old.length === 0) return [];
  const grave = await mkdtemp(path.join(cacheRoot(), 'work-pruned-'));
  try {
    for (const [index, entry] of old.entries()) {
      await rename(entry.path, path.join(grave, String(index))).catch((error: unknown) => {
        // Another prune has it.
        if (errnoOf(error) !== 'ENOENT') throw error;
      });
    }
  } finally {
    await rm(grave, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  return [...new Set(old.map(({ part }) => part))].map((part) => {
    const of = old.filter((entry) => entry.part === part);
    return { part, entries: of.length, size: of.reduce((sum, { size }) => sum + size, 0) };
  });
}
