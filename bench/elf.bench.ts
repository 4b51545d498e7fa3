import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { readElfFiles, type ElfObject, type Symbols } from '../ts/elf/reader.js';
import { table } from '../ts/report/table.js';
import { cores, mapLimit } from '../ts/run/pool.js';
import { cacheRoot } from '../ts/run/store.js';
import { hostTool } from '../ts/sysroot/hostTools.js';
import { median } from './sideBySide.js';

/**
 * The symbols of a tree: `npm run bench -- elf [FOLDER…]`, by default the newest sysroots and builds of the cache. The native
 * reader as a whole process, Node's start included, against llvm-nm, llvm-readelf, nm and `cat`, in turn, on the same files.
 */
const rounds = 5;

/** How many bytes of ELF are read of the cache. */
const wanted = 1.1e9;

/** What is to be beaten, as shares of the time of llvm-nm and of the speed of `cat`. */
const goals = { nm: 0.1, cat: 0.5 };

const reader = fileURLToPath(new URL('elfReader.js', import.meta.url));

/** e_machine of the processors whose assemblers mark code and data with symbols, `$x`; RISC-V leaves labels `.L0 ` as well. */
const [arm, aarch64, riscv] = [40, 183, 243];

/** Whether llvm-nm passes over a symbol: those of sections and files, and what assemblers leave. */
function isPassedOver({ machine }: ElfObject, table: Symbols, index: number): boolean {
  const name = table.name(index);
  if (name === '' || ['SECTION', 'FILE'].includes(table.type(index))) return true;
  const marks = machine === riscv ? /^(?:\$[dx]|\.L0 )/ : machine === arm || machine === aarch64 ? /^\$[adtx]/ : undefined;
  return table.binding(index) === 'LOCAL' && marks?.test(name) === true;
}

/** How many symbols of the files llvm-nm would print, and the bytes of their names. */
async function countListed(files: readonly string[]): Promise<{ listed: number; bytes: number }> {
  let listed = 0;
  let bytes = 0;
  for await (const file of readElfFiles(files, ['symbols'])) {
    for (const object of file.objects) {
      const { symbols: table } = object;
      for (let index = 1; index < table.length; index++) {
        if (isPassedOver(object, table, index)) continue;
        listed++;
        bytes += Buffer.byteLength(table.name(index));
      }
    }
  }
  return { listed, bytes };
}

/** Sysroots and builds of packages in the cache, newest first. */
async function cachedTrees(): Promise<string[]> {
  const steps = path.join(cacheRoot(), 'steps');
  const names = (await readdir(steps)).filter((name) => /^(?:sysroot|recipe)-(?!sysroot-)/.test(name));
  const dated = await mapLimit(names, cores, async (name) => ({ folder: path.join(steps, name), made: (await stat(path.join(steps, name))).mtimeMs }));
  return dated.sort((a, b) => b.made - a.made).map(({ folder }) => folder);
}

/** Files that every tool reads in full, of folders one after the other until they are enough, each file once. */
async function collect(roots: readonly string[], enough: number): Promise<{ files: string[]; bytes: number }> {
  const seen = new Set<string>();
  const files: string[] = [];
  let bytes = 0;
  for (const root of roots) {
    const sizes = new Map<string, number>();
    for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = path.join(entry.parentPath, entry.name);
      const { dev, ino, size } = await stat(file);
      const id = `${String(dev)}:${String(ino)}`;
      if (!seen.has(id)) sizes.set(file, size);
      seen.add(id);
    }
    for await (const { path: file, kind, objects, error } of readElfFiles([...sizes.keys()], [])) {
      // Bitcode and damaged files stop some of the tools.
      if ((kind !== 'elf' && kind !== 'archive') || error !== undefined || objects.length === 0 || objects.some((object) => object.kind !== 'elf')) continue;
      files.push(file);
      bytes += sizes.get(file) ?? 0;
    }
    if (bytes >= enough) break;
  }
  return { files, bytes };
}

/** What llvm-nm lists: the number of symbols, and of the bytes of their names. */
async function listedBy(nm: string, list: string): Promise<{ listed: number; bytes: number }> {
  const running = execa(nm, ['--format=posix', '--no-sort', `@${list}`], { buffer: false, stderr: 'ignore', reject: false });
  let listed = 0;
  let bytes = 0;
  for await (const line of createInterface({ input: running.stdout })) {
    const name = /^(.+?) [A-Za-z?-] [0-9a-f ]*$/.exec(line)?.[1];
    if (name === undefined) continue;
    listed++;
    bytes += Buffer.byteLength(name);
  }
  await running;
  return { listed, bytes };
}

/** How long a command takes, in seconds. */
async function timeOf(command: string, args: readonly string[]): Promise<number> {
  const started = performance.now();
  await execa(command, args, { stdin: 'ignore', stdout: 'ignore', stderr: 'ignore', reject: false });
  return (performance.now() - started) / 1000;
}

async function compareTools(roots: readonly string[], enough: number): Promise<void> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'wildebeest-bench-'));
  try {
    const { files, bytes } = await collect(roots, enough);
    const list = path.join(scratch, 'files');
    await writeFile(list, files.join('\n'));
    const nm = await hostTool('llvm-nm');
    const cat: [string, string[]] = ['xargs', ['-d', '\n', '-a', list, 'cat']];
    // GNU nm takes minutes: what no goal is about runs once.
    const tools: Record<string, { runs: number; command: [string, string[]] }> = {
      'native reader': { runs: rounds, command: [process.execPath, [reader, list]] },
      'llvm-nm': { runs: rounds, command: [nm, [`@${list}`]] },
      'cat > /dev/null': { runs: rounds, command: cat },
      'llvm-readelf --symbols': { runs: 1, command: [await hostTool('llvm-readelf'), ['--symbols', `@${list}`]] },
      nm: { runs: 1, command: ['nm', [`@${list}`]] },
    };
    // The page cache is filled first.
    await timeOf(...cat);
    const times = new Map<string, number[]>(Object.keys(tools).map((name) => [name, []]));
    for (let round = 0; round < rounds; round++) {
      for (const [name, { runs, command }] of Object.entries(tools)) if (round < runs) times.get(name)?.push(await timeOf(...command));
    }
    console.log(`${String(files.length)} files, ${(bytes / 1e9).toFixed(2)} GB, ${String(cores)} cores; ${String(rounds)} rounds, medians (fastest)\n`);
    const typical = (name: string): number => median(times.get(name) ?? []);
    const ours = typical('native reader');
    process.stdout.write(
      table(
        ['tool', 'seconds', 'fastest', 'GB/s', 'the reader takes'],
        [...times].map(([name, seconds]) => [name, median(seconds).toFixed(3), Math.min(...seconds).toFixed(3), (bytes / 1e9 / median(seconds)).toFixed(2), `${(ours / median(seconds)).toFixed(3)} of it`]),
      ),
    );
    const shares = { nm: ours / typical('llvm-nm'), cat: typical('cat > /dev/null') / ours };
    console.log(`\nof llvm-nm's time: ${shares.nm.toFixed(3)}, at most ${String(goals.nm)} is wanted; of the speed of cat: ${shares.cat.toFixed(2)}, at least ${String(goals.cat)} is wanted`);
    if (shares.nm > goals.nm || shares.cat < goals.cat) process.exitCode = 1;
    const [read, listed] = [await countListed(files), await listedBy(nm, list)].map((found) => JSON.stringify(found));
    console.log(`symbols, and the bytes of their names: ${read ?? ''}${read === listed ? ', as llvm-nm lists' : `; llvm-nm: ${listed ?? ''}`}`);
    if (read !== listed) process.exitCode = 1;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

const named = process.argv.slice(2);
if (named.length === 0) await compareTools(await cachedTrees(), wanted);
else await compareTools(named, Infinity);
