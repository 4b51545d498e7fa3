import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { publicHeaders } from '../ts/headers/names.js';
import { compatibleHeaders } from '../ts/headers/constants.js';
import { knownRecipes } from '../ts/recipe/context.js';
import { ensureSourceTree } from '../ts/recipe/tree.js';
import { table } from '../ts/report/table.js';
import { run } from '../ts/run/process.js';
import { isGlibcOf } from '../ts/suite/host.js';
import { hostTool } from '../ts/sysroot/hostTools.js';
import { buildFlags, ensureBuild } from '../ts/shim/build.js';
import { fetchSource, pinnedSource } from '../ts/sources/sources.js';
import { loadTarget } from '../ts/targets/target.js';

/**
 * What the overlay headers cost: the time of `clang -E` with the umbrella against plain musl, both sides in turn in one run.
 * First one file that includes every masked header, then every C file of real trees that preprocesses on both sides. The row
 * of empty masks says what of the first ratio is opening one more file for each header; the rest is the text that they add. That
 * of glibc says what the same names cost in its own headers.
 */
const rounds = Number(process.argv[2] ?? 21);
/** Trees of recipes; the largest of those that plain musl preprocesses almost whole. */
const trees = ['zstd', 'zlib', 'xz', 'mdadm'];

const target = await loadTarget('x86_64');
const build = await ensureBuild(target);
const cc = path.join(build.path, 'toolchain', 'bin', 'cc');
const { cflags } = await buildFlags(build, []);
/** A compiler and its flags. */
type Side = readonly [command: string, ...flags: string[]];
type Sides = readonly [plain: Side, other: Side];
const umbrella: Sides = [[cc], [cc, ...cflags]];
const options = ['-D_GNU_SOURCE', '-E', '-o', '/dev/null'];

async function milliseconds([command, ...flags]: Side, args: readonly string[], cwd: string): Promise<number> {
  const started = performance.now();
  await run(command, [...options, ...flags, ...args], { cwd });
  return performance.now() - started;
}

interface Compared {
  plain: number;
  shim: number;
}

/** The least time of each side over some rounds: what else the machine does only adds. */
async function compare(args: readonly string[], cwd: string, times: number, sides = umbrella): Promise<Compared> {
  const best = [Infinity, Infinity];
  for (let round = 0; round < times; round++) {
    // Each side is first in every other round.
    for (const side of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) best[side] = Math.min(best[side] ?? Infinity, await milliseconds(sides[side], args, cwd));
  }
  return { plain: best[0] ?? NaN, shim: best[1] ?? NaN };
}

async function preprocesses(args: readonly string[], cwd: string): Promise<boolean> {
  const results = await Promise.all(umbrella.map(([command, ...flags]) => run(command, [...options, ...flags, ...args], { cwd, allowFailure: true })));
  return results.every((result) => result.exitCode === 0);
}

async function ofTree(name: string): Promise<{ files: number } & Compared> {
  const recipe = (await knownRecipes([name])).get(name);
  if (recipe === undefined) throw new Error(`no recipe ${name}`);
  const tree = await ensureSourceTree(recipe.source, { pinned: pinnedSource, fetch: fetchSource });
  const folders = [...new Set(Object.keys(tree.files).filter((file) => file.endsWith('.h')).map((file) => path.dirname(file)))];
  const include = folders.map((folder) => `-I${path.join(tree.path, folder)}`);
  const total = { files: 0, plain: 0, shim: 0 };
  for (const file of Object.keys(tree.files).filter((file) => file.endsWith('.c'))) {
    const args = ['-w', ...include, file];
    if (!(await preprocesses(args, tree.path))) continue;
    const { plain, shim } = await compare(args, tree.path, Math.max(3, Math.ceil(rounds / 4)));
    total.files++;
    total.plain += plain;
    total.shim += shim;
  }
  return total;
}

const work = await mkdtemp(path.join(os.tmpdir(), 'wildebeest-bench-'));
try {
  const folder = cflags.find((flag) => flag.startsWith('-I'))?.slice(2) ?? '';
  const there = new Set(await publicHeaders(path.join(build.path, 'usr', 'include')));
  const masked = await compatibleHeaders({ command: cc, flags: [] }, (await publicHeaders(folder)).filter((header) => there.has(header)));
  await writeFile(path.join(work, 'all.c'), masked.map((header) => `#include <${header}>\n`).join(''));
  const empty = path.join(work, 'empty');
  for (const [index, header] of masked.entries()) {
    await mkdir(path.dirname(path.join(empty, header)), { recursive: true });
    await writeFile(path.join(empty, header), `#ifndef EMPTY_${String(index)}\n#define EMPTY_${String(index)}\n#include_next <${header}>\n#endif\n`);
  }
  const rows: string[][] = [];
  const row = (what: string, files: number, { plain, shim }: Compared): void => void rows.push([what, String(files), plain.toFixed(1), shim.toFixed(1), (shim / plain).toFixed(3)]);
  row(`${String(masked.length)} masked headers`, 1, await compare(['-w', 'all.c'], work, rounds));
  row('the same, masks empty', 1, await compare(['-w', 'all.c'], work, rounds, [[cc], [cc, `-I${empty}`]]));
  if (await isGlibcOf(target)) row('the same, of glibc', 1, await compare(['-w', 'all.c'], work, rounds, [[cc], [await hostTool('clang')]]));
  for (const name of trees) {
    const { files, ...times } = await ofTree(name);
    row(name, files, times);
  }
  process.stdout.write(table(['source', 'files', 'plain musl, ms', 'other, ms', 'ratio'], rows));
} finally {
  await rm(work, { recursive: true, force: true });
}
