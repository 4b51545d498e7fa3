import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from '../run/failure.js';
import { run } from '../run/process.js';
import { projectRoot } from '../run/root.js';
import type { FetchedSource, PinnedSource } from '../sources/sources.js';
import { wrapperTools, type WrapperTools } from '../toolchain/wrappers.js';
import { hostTool } from './hostTools.js';

/** The build machine's tools that sysroots are made with. */
export interface Tools extends WrapperTools {
  /** The whole of `clang --version`'s first line. */
  clangVersion: string;
}

/** Sources that sysroots are made of, as specs, pins or fetched files. */
export interface Sources<Source> {
  kernelHeaders: Source;
  llvm: Source;
  musl: Source;
  /** Debian's packaging of musl, which carries the patches. */
  muslPatches: Source;
}

/** What has been fetched: nothing, while steps are only planned. */
export type Fetched = Partial<Sources<FetchedSource>>;

/** Looks the tools up. */
export async function findTools(): Promise<Tools> {
  const entries = await Promise.all(wrapperTools.map(async (name) => [name, await hostTool(name)] as const));
  const tools = Object.fromEntries(entries) as unknown as WrapperTools;
  const version = await run(tools.clang, ['--version'], { timeout: 20_000 });
  return { ...tools, clangVersion: version.stdout.split('\n')[0] ?? '' };
}

/** What a build step may see of the environment: no flags of the user's, temporary files beside its other files. */
export function buildEnvironment(scratch: string): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, HOME: scratch, TMPDIR: scratch, LC_ALL: 'C', SOURCE_DATE_EPOCH: '0' };
}

/**
 * A folder of this run alone: the commands of a driver that was killed may still be writing into theirs, and what they
 * write must not get into this run's output.
 */
export async function ownFolder(scratch: string): Promise<string> {
  return await mkdtemp(path.join(scratch, 'run-'));
}

/** Moves what a step made in a folder of its own into its output. */
export async function moveInto(output: string, made: string): Promise<void> {
  for (const name of await readdir(made)) await rename(path.join(made, name), path.join(output, name));
}

/** The first file of a source whose name is like a pattern. */
export const fileOf = (source: PinnedSource, pattern: RegExp): PinnedSource['files'][number] => {
  const file = source.files.find(({ name }) => pattern.test(name));
  if (file === undefined) throw new Failure(`${source.files.map(({ name }) => name).join(', ')}: none is like ${String(pattern)}`);
  return file;
};

export const upstreamTar = /\.orig\.tar\.\w+$/;
export const packagingTar = /\.debian\.tar\.\w+$/;

/** Where the file of a fetched source is. */
export const fetchedPath = (source: FetchedSource | undefined, pattern: RegExp): string => {
  if (source === undefined) throw new Error('a step is made whose source was not fetched');
  return (fileOf(source, pattern) as FetchedSource['files'][number]).path;
};

/** Unpacks a tarball, or some folders of it, without its topmost folder. */
export async function unpack(tarball: string, folder: string, parts: readonly string[], log: string): Promise<void> {
  const env = buildEnvironment(folder);
  const tar = await hostTool('tar');
  // tar is told by SIGPIPE that the first line is enough.
  const listed = await run('sh', ['-c', '"$1" -tf "$2" | head -n 1', 'sh', tar, tarball], { env });
  const top = listed.stdout.split('/')[0]?.trim();
  if (!top) throw new Failure(`${tarball}: tar lists nothing in it`, { log });
  const members = parts.map((part) => `${top}/${part}`);
  await run(tar, ['-xf', tarball, '-C', folder, '--strip-components=1', '--no-same-owner', ...members], { env, log });
}

/** Unpacks the files of a Debian package into a folder; `scratch` is an empty one. */
export async function unpackDeb(deb: string, folder: string, scratch: string, log: string): Promise<void> {
  const options = { cwd: scratch, log, env: buildEnvironment(scratch) };
  const ar = await hostTool('llvm-ar');
  const members = (await run(ar, ['t', deb], options)).stdout.split('\n');
  const data = members.find((member) => member.startsWith('data.tar'));
  if (data === undefined) throw new Failure(`${deb}: has no data.tar`);
  await run(ar, ['x', deb, data], options);
  await run(await hostTool('tar'), ['-xf', data, '-C', folder], options);
}

/** A numbered patch of ours. Its head says what it is for. */
export interface Patch {
  file: string;
  text: string;
  /** SHA-256 of the text; part of the inputs of what is patched. */
  hash: string;
}

/** Our patches to `what` (a folder of ts/sysroot/patches), in the order of their numbers: those that are named, or all. */
export async function ourPatches(what: string, names?: readonly string[]): Promise<Patch[]> {
  const folder = path.join(projectRoot(), 'ts', 'sysroot', 'patches', what);
  const files = names ?? (await readdir(folder)).filter((name) => name.endsWith('.patch'));
  return await Promise.all(
    [...files].sort().map(async (name) => {
      const file = path.join(folder, name);
      const text = await readFile(file, 'utf8');
      return { file, text, hash: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

/** Applies a patch to a source tree; `next` is the user's next step where it does not fit. */
export async function applyPatch(source: string, text: string, log: string, next: string): Promise<void> {
  const args = ['-p1', '--batch', '--forward', '--no-backup-if-mismatch'];
  await run(await hostTool('patch'), args, { cwd: source, input: text, log, next, env: buildEnvironment(source) });
}
