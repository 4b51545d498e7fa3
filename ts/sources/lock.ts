import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { parseJson } from '../manifest/parse.js';
import { Failure, errnoOf } from '../run/failure.js';
import { projectRoot } from '../run/root.js';
import { writeAtomic } from '../run/store.js';
import type { SourceSpec } from './sources.js';

const fileSchema = z.strictObject({
  name: z.string().regex(/^[\w.+~%-]+$/, 'not a file name of a package archive'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'not a sha256'),
  size: z.number().int().positive(),
});

/** What the lock and the record of a superseded version hold for one source; `files` has every tarball, or the .deb. */
export const lockedSchema = z.strictObject({
  kind: z.enum(['source', 'binary']),
  series: z.string(),
  version: z.string().regex(/^[\w.+~:-]+$/, 'not a Debian version'),
  files: z.array(fileSchema).min(1),
});

const lockSchema = z.record(z.string().regex(/^[a-z0-9][a-z0-9.+-]*@[a-z]+$/), lockedSchema);

export type LockedSource = z.infer<typeof lockedSchema>;
export type SourceLock = z.infer<typeof lockSchema>;

/** `musl@trixie`: how the lock names a source. */
export function lockKey(spec: SourceSpec): string {
  return `${spec.package}@${spec.suite}`;
}

/** The lock file of this checkout, or the one that WILDEBEEST_LOCK names (tests use one of their own). */
export function lockPath(): string {
  return process.env.WILDEBEEST_LOCK ?? path.join(projectRoot(), 'ts', 'sources', 'lock.json');
}

/** Reads the lock file; a missing one is empty. */
export async function readLock(file = lockPath()): Promise<SourceLock> {
  try {
    return parseJson(lockSchema, await readFile(file, 'utf8'), file);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return {};
    throw error;
  }
}

/** Writes the lock file, keys sorted. */
export async function writeLock(lock: SourceLock, file = lockPath()): Promise<void> {
  const sorted = Object.fromEntries(Object.entries(lock).sort(([a], [b]) => (a < b ? -1 : 1)));
  try {
    await writeAtomic(file, `${JSON.stringify(sorted, null, 2)}\n`);
  } catch (error) {
    throw new Failure(`${file}: cannot be written (${errnoOf(error) ?? String(error)})`, { cause: error });
  }
}

/** The lock's entry for a source; none, or one of another series, is a Failure that names the command which adds it. */
export function lockedEntry(lock: SourceLock, spec: SourceSpec, file = lockPath()): LockedSource {
  const entry = lock[lockKey(spec)];
  const next = 'wildebeest sources --refresh';
  if (entry === undefined) throw new Failure(`${lockKey(spec)}: not in ${file}`, { next });
  if (entry.series !== spec.series || entry.kind !== (spec.kind ?? 'source')) {
    throw new Failure(`${lockKey(spec)}: ${file} pins series ${entry.series} (${entry.kind}), wanted is ${spec.series}`, { next });
  }
  return entry;
}

/** The files of an entry that a source asks for: the packaging tarball only where it says so. */
export function wantedFiles(entry: LockedSource, spec: SourceSpec): LockedSource['files'] {
  return entry.files.filter((file) => spec.packaging === true || !file.name.includes('.debian.tar.'));
}

/** Throws where two entries, or an entry and the lock, have the same file name with different contents. */
export function refuseChangedFiles(lock: SourceLock, entry: LockedSource, where: string): void {
  const known = new Map(Object.values(lock).flatMap((locked) => locked.files.map((file) => [file.name, file.sha256])));
  for (const { name, sha256 } of entry.files) {
    const expected = known.get(name);
    if (expected !== undefined && expected !== sha256) {
      throw new Failure(`${name}: ${where} has sha256 ${sha256}, the lock file has ${expected}: refused`, {
        next: 'find out why a published file changed before anything trusts it',
      });
    }
  }
}
