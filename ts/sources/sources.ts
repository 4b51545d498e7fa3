import path from 'node:path';
import { Failure, badInput } from '../run/failure.js';
import { withLock } from '../run/lock.js';
import { readIfThere } from '../run/process.js';
import { report } from '../run/reporter.js';
import { cacheRoot, exists, storeFailure, writeAtomic } from '../run/store.js';
import { parseJson } from '../manifest/parse.js';
import { AptArchive, givenBy, type Control, type Offer } from './apt.js';
import { allStored, blobFrom, storeBlob, storedBlob } from './blobs.js';
import {
  lockKey,
  lockedEntry,
  lockedSchema,
  lockPath,
  readLock,
  refuseChangedFiles,
  wantedFiles,
  writeLock,
  type LockedSource,
  type SourceLock,
} from './lock.js';
import { compareVersions, inSeries, releaseOf } from './version.js';

/** A source as a user of it names it: a package of a Debian suite, kept within one upstream series. */
export interface SourceSpec {
  /** Source package (`musl`), or binary package where `kind` says so. */
  package: string;
  /** `source` (default): the upstream tarballs of a source package; `binary`: one .deb. */
  kind?: 'source' | 'binary';
  /** `bookworm`, `trixie` or `sid`. */
  suite: string;
  /** Upstream version, or the part of it before a dot or a plus sign: `1.2.5`, `30`. */
  series: string;
  /** The packaging tarball (`.debian.tar`) too; default: upstream's tarballs alone. */
  packaging?: boolean;
}

/** One file of a source as the lock file pins it. */
export interface PinnedFile {
  name: string;
  /** Lower case hexadecimal. */
  sha256: string;
  /** Bytes. */
  size: number;
}

/** A source's exact version and files: what belongs into a step's inputs; known without a download. */
export interface PinnedSource {
  /** Debian version: `1:3.0.9-1`. */
  version: string;
  files: PinnedFile[];
}

export interface FetchedSource extends PinnedSource {
  /** With the absolute path of each file; its sha256 has just been checked. */
  files: (PinnedFile & { path: string })[];
}

/** Whether only what the lock file pins may be used (`--locked`, WILDEBEEST_LOCKED=1). */
export function lockedOnly(): boolean {
  return /^(1|true|yes)$/i.test(process.env.WILDEBEEST_LOCKED ?? '');
}

/** Where the cache remembers that a suite has replaced the version that the lock pins. */
function supersededPath(spec: SourceSpec, locked: LockedSource): string {
  return path.join(cacheRoot(), 'sources', 'superseded', `${lockKey(spec)}_${locked.version.replaceAll(':', '%')}.json`);
}

async function readSuperseded(spec: SourceSpec, locked: LockedSource): Promise<LockedSource | undefined> {
  const file = supersededPath(spec, locked);
  const text = await readIfThere(file);
  return text === undefined ? undefined : parseJson(lockedSchema, text, file);
}

const told = new Set<string>();

function tellSuperseded(spec: SourceSpec, locked: LockedSource, used: string): void {
  const line = `${lockKey(spec)}: the lock file has ${locked.version}, which the suite no longer has; using ${used}; next: wildebeest sources --refresh`;
  if (!told.has(line)) report.warn(line);
  told.add(line);
}

/**
 * Version and files of a source as `fetchSource` gives them, without network and without reading the files: those of the
 * lock file, or those that replaced them on this machine earlier.
 */
export async function pinnedSource(spec: SourceSpec): Promise<PinnedSource> {
  const locked = lockedEntry(await readLock(), spec);
  const files = wantedFiles(locked, spec);
  if (!lockedOnly() && !(await allStored(files))) {
    const other = await readSuperseded(spec, locked);
    if (other !== undefined && (await allStored(wantedFiles(other, spec)))) {
      tellSuperseded(spec, locked, other.version);
      return { version: other.version, files: wantedFiles(other, spec) };
    }
  }
  return { version: locked.version, files };
}

/** Files of one version that the cache or the user's folder has, or undefined when one is missing. */
async function filesAtHand(files: readonly PinnedFile[]): Promise<FetchedSource['files'] | undefined> {
  const found: FetchedSource['files'] = [];
  const folder = process.env.WILDEBEEST_SOURCES;
  for (const file of files) {
    const blob = (await storedBlob(file)) ?? (folder ? await blobFrom(path.resolve(folder), file) : undefined);
    if (blob === undefined) return undefined;
    found.push({ ...file, path: blob });
  }
  return found;
}

/** The newest version of a series among what an index offers. */
function newest(offers: readonly Offer[], series: string): Offer | undefined {
  return offers
    .filter((offer) => inSeries(offer.version, series))
    .sort((a, b) => compareVersions(a.version, b.version))
    .at(-1);
}

async function openArchive(spec: SourceSpec, missing: readonly PinnedFile[]): Promise<AptArchive> {
  const archive = await AptArchive.open(spec.suite, spec.kind ?? 'source');
  if (archive !== undefined) return archive;
  const names = missing.map((file) => `${file.name} (sha256 ${file.sha256})`).join(', ');
  throw new Failure(`${names}: not in the cache, and there is no apt to fetch it`, {
    next: 'put it into a folder and set WILDEBEEST_SOURCES to that folder',
  });
}

const aptLock = (spec: SourceSpec): string =>
  path.join(cacheRoot(), 'locks', `apt-${spec.suite}-${spec.kind ?? 'source'}.lock`);

/** Which version to download: the locked one, else the newest of its series. Refuses changed files. */
async function choose(archive: AptArchive, spec: SourceSpec, lock: SourceLock, locked: LockedSource): Promise<LockedSource> {
  let offers = await archive.offers(spec.package);
  if (!archive.fresh && !offers.some((offer) => offer.version === locked.version)) {
    await archive.update();
    offers = await archive.offers(spec.package);
  }
  const where = `the index of ${spec.suite}`;
  const same = offers.find((offer) => offer.version === locked.version);
  const offer = same ?? newest(offers, spec.series);
  const next = 'wildebeest sources --refresh';
  if (offer === undefined) {
    const others = offers.map((other) => other.version).join(', ') || 'none';
    throw new Failure(`${lockKey(spec)}: ${spec.suite} has no ${locked.version} nor another of series ${spec.series} (it has: ${others})`, {
      next: givenBy,
    });
  }
  refuseChangedFiles(lock, { ...locked, ...offer }, where);
  if (same === undefined && lockedOnly()) {
    throw new Failure(`${lockKey(spec)}: the lock file has ${locked.version}, the suite only ${offer.version}, and --locked is set`, { next });
  }
  return { ...locked, ...offer };
}

async function fetchFromArchive(spec: SourceSpec, lock: SourceLock, locked: LockedSource): Promise<FetchedSource> {
  const archive = await openArchive(spec, wantedFiles(locked, spec));
  for (;;) {
    const chosen = await choose(archive, spec, lock, locked);
    const files = wantedFiles(chosen, spec);
    if (chosen.version !== locked.version) {
      tellSuperseded(spec, locked, chosen.version);
      const here = await filesAtHand(files);
      if (here !== undefined) return { version: chosen.version, files: here };
    }
    let folder: string;
    try {
      folder = await archive.download(spec, chosen.version, files);
    } catch (error) {
      // An index of an earlier day may name files that a point release has removed since.
      if (archive.fresh || !(error instanceof Failure)) throw error;
      await archive.update();
      continue;
    }
    const stored: FetchedSource['files'] = [];
    for (const file of files) {
      const from = path.join(folder, file.name);
      if (!(await exists(from))) throw new Failure(`${file.name}: apt-get did not leave it in ${folder}`, { next: givenBy });
      const blob = await storeBlob(file, from, true, 'run the command again; the download was not kept');
      stored.push({ ...file, path: blob });
    }
    if (chosen.version !== locked.version) {
      await writeAtomic(supersededPath(spec, locked), `${JSON.stringify(chosen, null, 2)}\n`);
    }
    return { version: chosen.version, files: stored };
  }
}

/**
 * Fetches a source's files into the cache (or finds them there, or in the folder that WILDEBEEST_SOURCES names) and
 * checks the sha256 of each. Where the suite no longer has the locked version, its newest of the same series is used and a
 * line says so, or with `lockedOnly` refused. apt's signed index is the root of trust.
 */
export async function fetchSource(spec: SourceSpec): Promise<FetchedSource> {
  const lock = await readLock();
  const locked = lockedEntry(lock, spec);
  const atHand = async (): Promise<FetchedSource | undefined> => {
    const files = await filesAtHand(wantedFiles(locked, spec));
    if (files !== undefined) return { version: locked.version, files };
    const other = lockedOnly() ? undefined : await readSuperseded(spec, locked);
    const others = other === undefined ? undefined : await filesAtHand(wantedFiles(other, spec));
    if (other === undefined || others === undefined) return undefined;
    tellSuperseded(spec, locked, other.version);
    return { version: other.version, files: others };
  };
  const found = await atHand();
  if (found !== undefined) return found;
  try {
    return await withLock(
      aptLock(spec),
      `a download from ${spec.suite}`,
      async () => (await atHand()) ?? (await fetchFromArchive(spec, lock, locked)),
    );
  } catch (error) {
    throw storeFailure(error, cacheRoot(), lockKey(spec));
  }
}

/** What `refreshLock` did about one source. */
export interface Refreshed {
  key: string;
  before: string | undefined;
  /** undefined: nothing asks for it any more. */
  after: string | undefined;
}

/**
 * Reads the suites' indexes anew and writes the newest version of each source's series into the lock file; entries that no
 * source asks for go. A file that kept its name but not its contents is refused.
 */
export async function refreshLock(specs: readonly SourceSpec[]): Promise<Refreshed[]> {
  const before = await readLock();
  const after: SourceLock = {};
  const archives = new Map<string, AptArchive>();
  const changes: Refreshed[] = [];
  for (const spec of specs) {
    const key = lockKey(spec);
    const other = after[key];
    if (other !== undefined) {
      if (other.series !== spec.series || other.kind !== (spec.kind ?? 'source')) {
        throw new Failure(`${key}: wanted as series ${other.series} and as series ${spec.series}`, { code: 2 });
      }
      continue;
    }
    const name = `${spec.suite}-${spec.kind ?? 'source'}`;
    const offers = await withLock(aptLock(spec), `an index of ${spec.suite}`, async () => {
      let archive = archives.get(name);
      if (archive === undefined) {
        archive = await AptArchive.open(spec.suite, spec.kind ?? 'source');
        if (archive === undefined) throw new Failure('there is no apt to read an index with', { next: 'refresh on a Debian machine' });
        await archive.update();
        archives.set(name, archive);
      }
      return await archive.offers(spec.package);
    });
    const offer = newest(offers, spec.series);
    if (offer === undefined) {
      const others = offers.map(({ version }) => version).join(', ') || 'none';
      throw new Failure(`${key}: ${spec.suite} has no version of series ${spec.series} (it has: ${others})`);
    }
    const entry: LockedSource = { kind: spec.kind ?? 'source', series: spec.series, ...offer };
    refuseChangedFiles({ ...before, ...after }, entry, `the index of ${spec.suite}`);
    after[key] = entry;
    changes.push({ key, before: before[key]?.version, after: offer.version });
  }
  for (const [key, entry] of Object.entries(before)) {
    if (after[key] === undefined) changes.push({ key, before: entry.version, after: undefined });
  }
  await writeLock(after, lockPath());
  return changes;
}

/** A source that was not in the lock file before, with what the index says of it and of other sources of the suite. */
export interface NewSource {
  spec: SourceSpec;
  control: Control;
  others: Map<string, Control>;
}

/** Adds a source package to the lock file, in its newest version of a suite, unless it is there; reads the suite's index anew. */
export async function pinNewest(name: string, suite: string, others: readonly string[]): Promise<NewSource> {
  const wanted: SourceSpec = { package: name, suite, series: '' };
  return await withLock(aptLock(wanted), `an index of ${suite}`, async () => {
    const archive = await AptArchive.open(suite, 'source');
    if (archive === undefined) throw new Failure('there is no apt to read an index with', { next: 'use a Debian machine' });
    await archive.update();
    const controls = await archive.control([name, ...others]);
    const control = controls.get(name);
    const offer = (await archive.offers(name)).find(({ version }) => version === control?.version);
    if (control === undefined || offer === undefined) throw badInput(`${suite} has no source package '${name}'`);
    const lock = await readLock();
    const known = lock[lockKey(wanted)];
    const series = known?.series ?? releaseOf(offer.version);
    if (known === undefined) await writeLock({ ...lock, [lockKey(wanted)]: { kind: 'source', series, ...offer } }, lockPath());
    return { spec: { ...wanted, series }, control, others: controls };
  });
}
