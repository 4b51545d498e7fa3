import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, stat, statfs, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Failure, errnoOf } from './failure.js';
import { withLock } from './lock.js';
import { cores } from './pool.js';
import { readIfThere } from './process.js';
import { report } from './reporter.js';

/** A value that JSON can hold; object keys are sorted before hashing, so their order does not matter. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A path without symbolic links, as far as it leads to something. */
function physical(file: string): string {
  try {
    return realpathSync(file);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT' || path.dirname(file) === file) return file;
    return path.join(physical(path.dirname(file)), path.basename(file));
  }
}

/**
 * The cache's root: $WILDEBEEST_CACHE, else $XDG_CACHE_HOME/libwildebeest, else ~/.cache/libwildebeest. Absolute, and what it is
 * where that is a symbolic link: a sysroot's own tools name their folder so, and its paths in their answers must be found.
 */
export function cacheRoot(): string {
  const { WILDEBEEST_CACHE: own = '', XDG_CACHE_HOME: xdg = '' } = process.env;
  return physical(own !== '' ? path.resolve(own) : path.resolve(xdg === '' ? path.join(os.homedir(), '.cache') : xdg, 'libwildebeest'));
}

function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonical(item)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** SHA-256 of a JSON value in canonical form, 16 hexadecimal digits: the name of a step's output. */
export function keyOf(inputs: Json): string {
  return createHash('sha256').update(canonical(inputs)).digest('hex').slice(0, 16);
}

/** What a step is given besides its output folder. */
export interface StepContext {
  /** Where its commands log. */
  log: string;
  /** An empty folder for scratch files, removed afterwards. */
  scratch: string;
  /** Where the output will be. */
  final: string;
  /** How many processes it may run at once: its share of the machine's cores. */
  jobs: number;
}

export interface Step {
  /** Short name, part of the folder's name: `musl-x86_64`. */
  name: string;
  /** Everything that the output depends on, but the steps of `needs`. */
  inputs: Json;
  /** Steps whose outputs this one reads: their keys are part of its key, and `ensureSteps` makes them before it. */
  needs?: readonly Step[];
  /** Steps that `ensureSteps` makes before it as well; what it depends on in their outputs is among `inputs`. */
  after?: readonly Step[];
  /** Makes the output in `output`, an empty folder. */
  make: (output: string, context: StepContext) => Promise<void>;
}

/** What names a step's output: the hash of its inputs and of the keys of what it needs. */
export function stepKey(step: Pick<Step, 'inputs' | 'needs'>): string {
  const { inputs, needs = [] } = step;
  return keyOf(needs.length === 0 ? inputs : { inputs, needs: needs.map(stepKey) });
}

/** Where a step's output is or will be. */
export function stepPath(step: Pick<Step, 'name' | 'inputs' | 'needs'>): string {
  return path.join(cacheRoot(), 'steps', `${step.name}-${stepKey(step)}`);
}

/** Whether a path exists (broken links count as existing only when `lstat` would say so; this follows links). */
export async function exists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return false;
    throw error;
  }
}

/** Milliseconds after which an output that is used gets a new time: `wildebeest cache --prune` goes by days. */
const freshness = 3_600_000;

/** Whether an output is there; it then counts as used now. */
export async function inUse(output: string): Promise<boolean> {
  const there = await stat(output).catch((error: unknown) => {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return undefined;
    throw error;
  });
  if (there === undefined) return false;
  const now = Date.now();
  if (now - there.mtimeMs < freshness) return true;
  await utimes(output, now / 1000, now / 1000).catch((error: unknown) => {
    // Who may not write to a cache does not prune it either.
    if (!['EROFS', 'EACCES', 'EPERM'].includes(errnoOf(error) ?? '')) throw error;
  });
  return true;
}

/**
 * Makes the output of one step, whose needs are there, once: returns its folder at once when it is there; else takes the
 * step's lock, makes it in a scratch folder and renames that into place. What an interrupted run left behind is removed by
 * the next one, and a failed step leaves only its log.
 */
export async function ensureStep(step: Step, jobs = cores): Promise<string> {
  const final = stepPath(step);
  if (await inUse(final)) return final;
  const root = cacheRoot();
  const base = path.basename(final);
  const log = path.join(root, 'logs', `${base}.log`);
  try {
    await mkdir(path.dirname(final), { recursive: true });
    return await withLock(path.join(root, 'locks', `${base}.lock`), step.name, async () => {
      if (await exists(final)) return final;
      const work = path.join(root, 'work', base);
      await removeWork(work);
      await rm(log, { force: true });
      const output = path.join(work, 'output');
      const scratch = path.join(work, 'scratch');
      await mkdir(output, { recursive: true });
      await mkdir(scratch, { recursive: true });
      try {
        await report.during(step.name, async () => {
          await step.make(output, { log, scratch, final, jobs });
          await rename(output, final);
        });
      } catch (error) {
        throw await diskFull(error, root);
      } finally {
        await removeWork(work);
      }
      return final;
    });
  } catch (error) {
    throw storeFailure(error, root, step.name);
  }
}

/** Removes a scratch folder; what a killed driver's command still writes there may take a few tries. */
async function removeWork(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}

/** Bytes with which a disk counts as full: less than a command may write at once. */
const nearlyNothing = 1 << 16;

/**
 * An ENOSPC error in place of the failure of a command that found the disk full: its message or its log tells, or there is no
 * space now, before its scratch folder goes (dash calls it an I/O error).
 */
async function diskFull(error: unknown, root: string): Promise<unknown> {
  if (!(error instanceof Failure)) return error;
  const logged = error.log === undefined ? undefined : await readIfThere(error.log);
  const told = /No space left on device|Disk quota exceeded/.test(`${error.message}\n${logged ?? ''}`);
  const { bavail, bsize } = await statfs(root);
  if (!told && bavail * bsize >= nearlyNothing) return error;
  return Object.assign(new Error(error.message, { cause: error }), { code: 'ENOSPC' });
}

/** Turns what the file system says about the cache into a line for the user; other errors come back unchanged. */
export function storeFailure(error: unknown, root: string, what: string): unknown {
  const errno = error instanceof Failure ? undefined : errnoOf(error);
  if (errno === 'ENOSPC' || errno === 'EDQUOT') {
    return new Failure(`${what}: no space left in ${root}`, { next: 'free space there, or set WILDEBEEST_CACHE to another disk' });
  }
  if (errno === 'EACCES' || errno === 'EROFS' || errno === 'EPERM' || errno === 'ENOTDIR') {
    return new Failure(`${what}: cannot write to the cache ${root} (${errno})`, { next: 'set WILDEBEEST_CACHE to a folder of yours' });
  }
  return error;
}

/** Writes a file beside its place and renames it, so that a reader sees the old or the new text, never a part. */
export async function writeAtomic(file: string, text: string | Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const beside = `${file}.${String(process.pid)}.part`;
  try {
    await writeFile(beside, text);
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** All regular files and links below a folder, relative, sorted. */
export async function filesBelow(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();
}

/** SHA-256 over the names and bytes of some files below the checkout. */
export async function hashFiles(root: string, files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of [...files].sort()) {
    const bytes = await readFile(path.join(root, file));
    hash.update(`${file}\0${String(bytes.length)}\0`).update(bytes);
  }
  return hash.digest('hex');
}
