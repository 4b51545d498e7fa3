import { chmod, copyFile, lstat, mkdir, readdir, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { constants } from 'node:fs';
import path from 'node:path';
import { exists } from '../run/store.js';
import type { Base } from './base.js';

/** Files that a package installed, for a root file system. */
export interface Part {
  name: string;
  /** The folder that stands for the root. */
  folder: string;
  /** Paths below it to take, files or folders; absent: all. */
  only?: readonly string[];
}

/** A file that several packages install; the last has it. */
export interface Clash {
  path: string;
  of: string[];
}

const merged = /^(?:bin|sbin|lib)(?=\/|$)/;

/** Where a file of a package stands in an image, whose bin, sbin and lib are links into usr. */
export function placeOf(file: string): string {
  return file.replace(merged, 'usr/$&');
}

/** Whether a file serves those alone who compile against a package, or read its manual. */
export function isForDevelopment(file: string): boolean {
  return (
    /^usr\/(?:include|share\/(?:aclocal|cmake|doc|gtk-doc|info|man|pkgconfig)|lib\/(?:cmake|pkgconfig))(?:\/|$)/.test(file) ||
    /^usr\/lib\/(?:[^/]+\/)*[^/]+\.(?:a|la|o)$/.test(file)
  );
}

/** What a symbolic link says after it and its folder have moved: an absolute target stays. */
export function linkAfterMove(from: string, to: string, target: string): string {
  if (target.startsWith('/') || path.dirname(from) === path.dirname(to)) return target;
  return path.relative(path.dirname(to), placeOf(path.join(path.dirname(from), target)));
}

/** What is below a folder, relative, sorted: each folder before what is in it. */
async function entriesBelow(folder: string): Promise<{ entry: string; directory: boolean }[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const entries = found.map((one) => ({ entry: path.relative(folder, path.join(one.parentPath, one.name)), directory: one.isDirectory() }));
  return entries.sort((a, b) => (a.entry < b.entry ? -1 : 1));
}

async function addFile(source: string, root: string, entry: string, to: string): Promise<void> {
  const stat = await lstat(path.join(source, entry));
  const target = path.join(root, to);
  await mkdir(path.dirname(target), { recursive: true });
  await rm(target, { force: true });
  if (stat.isSymbolicLink()) {
    await symlink(linkAfterMove(entry, to, await readlink(path.join(source, entry))), target);
    return;
  }
  await copyFile(path.join(source, entry), target, constants.COPYFILE_FICLONE);
  // As far as the umask of who built the package let them through, modes of files are those alone that matter.
  await chmod(target, (stat.mode & 0o111) === 0 ? 0o644 : 0o755);
}

/** Makes a root file system in an empty folder, of the base and what packages install; says what several of them do. */
export async function assembleRoot(root: string, parts: readonly Part[], base: Base): Promise<Clash[]> {
  const owners = new Map<string, string[]>();
  for (const { name, folder, only } of parts) {
    for (const { entry, directory } of await entriesBelow(folder)) {
      if (only !== undefined && !only.some((one) => entry === one || entry.startsWith(`${one}/`))) continue;
      const to = placeOf(entry);
      if (isForDevelopment(to)) continue;
      if (directory) {
        await mkdir(path.join(root, to), { recursive: true });
        continue;
      }
      owners.set(to, [...(owners.get(to) ?? []), name]);
      await addFile(folder, root, entry, to);
    }
  }
  await addBase(root, base);
  return [...owners].filter(([, of]) => of.length > 1).map(([file, of]) => ({ path: file, of }));
}

/** Adds what is of no package; a file that a package brought along stays. */
async function addBase(root: string, { directories, links, files }: Base): Promise<void> {
  for (const { entry, directory } of await entriesBelow(root)) if (directory) await chmod(path.join(root, entry), 0o755);
  await chmod(root, 0o755);
  for (const { path: directory, mode } of directories) {
    await mkdir(path.join(root, directory), { recursive: true });
    await chmod(path.join(root, directory), mode);
  }
  for (const { path: link, to, needs } of links) {
    if ((await exists(path.join(root, link))) || (needs !== undefined && !(await exists(path.join(root, needs))))) continue;
    await mkdir(path.join(root, path.dirname(link)), { recursive: true });
    await symlink(to, path.join(root, link));
  }
  for (const { path: file, mode, lines } of files) {
    if (await exists(path.join(root, file))) continue;
    await mkdir(path.join(root, path.dirname(file)), { recursive: true });
    await writeFile(path.join(root, file), lines.map((line) => `${line}\n`).join(''));
    await chmod(path.join(root, file), mode);
  }
}
