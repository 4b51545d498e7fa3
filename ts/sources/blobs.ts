import { createHash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Failure, errnoOf } from '../run/failure.js';
import { cacheRoot, exists, storeFailure } from '../run/store.js';
import type { PinnedFile } from './sources.js';

/** Where the blob store keeps a file. */
export function blobPath(file: PinnedFile): string {
  return path.join(cacheRoot(), 'sources', file.sha256, file.name);
}

/** SHA-256 of a file, read as a stream: lower case hexadecimal. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** The one line for a file that is not what the lock says. */
export function mismatch(what: string, expected: string, found: string, next: string): Failure {
  return new Failure(`${what}: expected sha256 ${expected}, found ${found}`, { next });
}

/** A stored file's path after its sha256 was checked, or undefined; a file that was damaged is removed and reported. */
export async function storedBlob(file: PinnedFile): Promise<string | undefined> {
  const blob = blobPath(file);
  if (!(await exists(blob))) return undefined;
  const found = await sha256Of(blob);
  if (found === file.sha256) return blob;
  await rm(blob, { force: true });
  throw mismatch(blob, file.sha256, found, 'the damaged file was removed; run the command again to fetch it anew');
}

/**
 * Puts a downloaded or given file into the blob store and returns its path there. The copy is checked before it gets its
 * name; `take` moves the file instead of copying it (and removes it when it is not what it should be).
 */
export async function storeBlob(file: PinnedFile, from: string, take: boolean, next: string): Promise<string> {
  const blob = blobPath(file);
  const beside = `${blob}.${String(process.pid)}.part`;
  try {
    await mkdir(path.dirname(blob), { recursive: true });
    if (take) await rename(from, beside);
    else await copyFile(from, beside, constants.COPYFILE_FICLONE);
    const found = await sha256Of(beside);
    if (found !== file.sha256) throw mismatch(take ? file.name : from, file.sha256, found, next);
    await rename(beside, blob);
    return blob;
  } catch (error) {
    await rm(beside, { force: true });
    throw storeFailure(error, cacheRoot(), file.name);
  }
}

/**
 * Looks for a file in a folder of the user's: as DIR/<name> or, laid out like the store, DIR/<sha256>/<name>. One of that
 * name with other contents is refused.
 */
export async function blobFrom(folder: string, file: PinnedFile): Promise<string | undefined> {
  for (const candidate of [path.join(folder, file.name), path.join(folder, file.sha256, file.name)]) {
    if (await exists(candidate)) {
      return await storeBlob(file, candidate, false, 'remove it from that folder, or put the right file there');
    }
  }
  if (!(await exists(folder))) {
    throw new Failure(`${folder}: no such folder`, { next: 'set WILDEBEEST_SOURCES (--sources) to a folder with source files', code: 2 });
  }
  return undefined;
}

/** Whether every file is in the store by name; nothing is read. */
export async function allStored(files: readonly PinnedFile[]): Promise<boolean> {
  try {
    for (const file of files) if (!(await exists(blobPath(file)))) return false;
    return true;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    throw storeFailure(error, cacheRoot(), 'sources');
  }
}
