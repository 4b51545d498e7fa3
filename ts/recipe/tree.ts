import { lstat, mkdir, readFile, readlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Failure, errnoOf } from '../run/failure.js';
import { run } from '../run/process.js';
import { ensureStep, exists, filesBelow, stepPath, type Step } from '../run/store.js';
import { sha256Of } from '../sources/blobs.js';
import type { FetchedSource, PinnedSource, SourceSpec } from '../sources/sources.js';

/** What each file of a tree is: its sha256, or `-> target` for a link. */
export type TreeFiles = Record<string, string>;

/** Where recipes get sources from; the driver's is ts/sources. */
export interface Sources {
  pinned(spec: SourceSpec): Promise<PinnedSource>;
  fetch(spec: SourceSpec): Promise<FetchedSource>;
}

/** An upstream tarball, unpacked and never touched. */
export interface SourceTree {
  /** Folder of the tree. */
  path: string;
  files: TreeFiles;
  /** Debian version of the source. */
  version: string;
  tarball: { name: string; sha256: string };
  cached: boolean;
}

async function fingerprint(file: string): Promise<string | undefined> {
  try {
    const info = await lstat(file);
    if (info.isSymbolicLink()) return `-> ${await readlink(file)}`;
    if (!info.isFile()) return 'not a file';
    return await sha256Of(file);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** Fingerprints of all files of a tree. */
export async function treeFiles(root: string): Promise<TreeFiles> {
  const files: TreeFiles = {};
  for (const file of await filesBelow(root)) files[file] = (await fingerprint(path.join(root, file))) ?? 'gone';
  return files;
}

/** The shipped files that are not what they were: `file: changed` or `file: removed`. Files that are new don't matter. */
export async function changedFiles(root: string, shipped: TreeFiles): Promise<{ file: string; how: 'changed' | 'removed' }[]> {
  const changed: { file: string; how: 'changed' | 'removed' }[] = [];
  for (const [file, was] of Object.entries(shipped)) {
    const is = await fingerprint(path.join(root, file));
    if (is !== was) changed.push({ file, how: is === undefined ? 'removed' : 'changed' });
  }
  return changed;
}

/** The upstream tarball among a source's files. */
export function upstreamTarball(pinned: PinnedSource, what: string): { name: string; sha256: string } {
  const found = pinned.files.find((file) => /\.orig\.tar\.\w+$/.test(file.name));
  if (found === undefined) throw new Failure(`${what}: the source has no .orig tarball (${pinned.files.map((file) => file.name).join(', ')})`);
  return { name: found.name, sha256: found.sha256 };
}

/** Fetches, verifies and unpacks an upstream tarball, once. */
export async function ensureSourceTree(spec: SourceSpec, sources: Sources): Promise<SourceTree> {
  const pinned = await sources.pinned(spec);
  const step = treeStep(spec, upstreamTarball(pinned, spec.package));
  if (await exists(stepPath(step))) return readTree(step, pinned, true);
  // What is fetched may be a later version than the locked one, where a point release has replaced that.
  const fetched = await sources.fetch(spec);
  const tarball = upstreamTarball(fetched, spec.package);
  return readTree(treeStep(spec, tarball, fetched.files.find((file) => file.sha256 === tarball.sha256)?.path), fetched, false);
}

function treeStep(spec: SourceSpec, tarball: { sha256: string }, file?: string): Step {
  return {
    name: `source-${spec.package}`,
    inputs: { layout: 1, sha256: tarball.sha256 },
    make: async (output, { log }) => {
      if (file === undefined) throw new Failure(`${spec.package}: its tarball was not fetched`);
      const tree = path.join(output, 'tree');
      await mkdir(tree);
      await run('tar', ['-xf', file, '-C', tree, '--strip-components=1', '--no-same-owner'], { log });
      // Some tarballs hold files that only their owner may read; the build's user is another one.
      await run('chmod', ['-R', 'u+rwX,go+rX', tree], { log });
      await writeFile(path.join(output, 'files.json'), JSON.stringify(await treeFiles(tree)));
    },
  };
}

async function readTree(step: Step, pinned: PinnedSource, cached: boolean): Promise<SourceTree> {
  const folder = await ensureStep(step);
  return {
    path: path.join(folder, 'tree'),
    files: JSON.parse(await readFile(path.join(folder, 'files.json'), 'utf8')) as TreeFiles,
    version: pinned.version,
    tarball: upstreamTarball(pinned, step.name),
    cached,
  };
}
