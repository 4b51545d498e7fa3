import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { readElfFiles, type ElfObject, type Symbols } from '../ts/elf/reader.js';
import { table } from '../ts/report/table.js';
import { cacheRoot } from '../ts/run/store.js';
import { hostTool } from '../ts/sysroot/hostTools.js';

/**
 * The symbols of a tree: `npm run bench -- elf [FOLDER…]`, by default everything in the cache (sysroots and builds). The native
 * reader as a whole process, Node's start included, against llvm-nm, llvm-readelf, nm and `cat`, in turn, on the same files.
 */
const rounds = 5;
const self = fileURLToPath(import.meta.url);

/** e_machine of the processors whose assemblers mark code and data with symbols, `$x`; RISC-V leaves labels `.L0 ` as well. */
const [arm, aarch64, riscv] = [40, 183, 243];

/** Whether llvm-nm passes over a symbol: those of sections and files, and what assemblers leave. */
function isPassedOver({ machine }: ElfObject, table: Symbols, index: number): boolean {
  const name = table.name(index);
  if (name === '' || ['SECTION', 'FILE'].includes(table.type(index))) return true;
  const marks = machine === riscv ? /^(?:\$[dx]|\.L0 )/ : machine === arm || machine === aarch64 ? /^\$[adtx]/ : undefined;
  return table.binding(index) === 'LOCAL' && marks?.test(name) === true;
}

/** `--read LIST`: what is measured. `--check LIST`: besides, how many symbols llvm-nm would print, and the bytes of their names. */
async function child(mode: string, list: string): Promise<void> {
  const files = (await readFile(list, 'utf8')).split('\n').filter((file) => file !== '');
  let symbols = 0;
  let listed = 0;
  let bytes = 0;
  for await (const file of readElfFiles(files, ['symbols'])) {
    for (const object of file.objects) {
      const { symbols: table } = object;
      symbols += table.length;
      if (mode === '--read') continue;
      for (let index = 1; index < table.length; index++) {
        if (isPassedOver(object, table, index)) continue;
        listed++;
        bytes += Buffer.byteLength(table.name(index));
      }
    }
  }
  process.stdout.write(JSON.stringify(mode === '--read' ? { symbols } : { listed, bytes }));
}

/** ELF files and archives of them below some folders, each file once. */
async function collect(roots: readonly string[]): Promise<{ files: string[]; bytes: number }> {
  const seen = new Set<string>();
  const candidates: string[] = [];
  const sizes = new Map<string, number>();
  for (const root of roots) {
    for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = path.join(entry.parentPath, entry.name);
      const { dev, ino, size } = await stat(file);
      if (seen.has(`${String(dev)}:${String(ino)}`)) continue;
      seen.add(`${String(dev)}:${String(ino)}`);
      candidates.push(file);
      sizes.set(file, size);
    }
  }
  const files: string[] = [];
  for await (const { path: file, kind, objects, error } of readElfFiles(candidates, [])) {
    // Only what every tool reads in full; bitcode and damaged files stop some of them.
    if ((kind === 'elf' || kind === 'archive') && error === undefined && objects.length > 0 && objects.every((object) => object.kind === 'elf')) files.push(file);
  }
  return { files, bytes: files.reduce((sum, file) => sum + (sizes.get(file) ?? 0), 0) };
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

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

async function compareTools(roots: readonly string[]): Promise<void> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'wildebeest-bench-'));
  try {
    const { files, bytes } = await collect(roots);
    const list = path.join(scratch, 'files');
    await writeFile(list, files.join('\n'));
    const nm = await hostTool('llvm-nm');
    const commands: Record<string, [string, string[]]> = {
      'native reader': [process.execPath, [self, '--read', list]],
      'llvm-nm': [nm, [`@${list}`]],
      'llvm-readelf --symbols': [await hostTool('llvm-readelf'), ['--symbols', `@${list}`]],
      nm: ['nm', [`@${list}`]],
      'cat > /dev/null': ['xargs', ['-d', '\n', '-a', list, 'cat']],
    };
    const times = new Map<string, number[]>(Object.keys(commands).map((name) => [name, []]));
    for (let round = 0; round <= rounds; round++) {
      for (const [name, [command, args]] of Object.entries(commands)) {
        const started = performance.now();
        await execa(command, args, { stdin: 'ignore', stdout: 'ignore', stderr: 'ignore', reject: false });
        // The first round fills the page cache.
        if (round > 0) times.get(name)?.push((performance.now() - started) / 1000);
      }
    }
    console.log(`${String(files.length)} files, ${(bytes / 1e9).toFixed(2)} GB, ${String(cpus().length)} cores; ${String(rounds)} rounds, medians (fastest)\n`);
    const reader = median(times.get('native reader') ?? []);
    process.stdout.write(
      table(
        ['tool', 'seconds', 'fastest', 'GB/s', 'the reader takes'],
        [...times].map(([name, seconds]) => [name, median(seconds).toFixed(3), Math.min(...seconds).toFixed(3), (bytes / 1e9 / median(seconds)).toFixed(2), `${(reader / median(seconds)).toFixed(3)} of it`]),
      ),
    );
    const ours = (await execa(process.execPath, [self, '--check', list])).stdout;
    const theirs = JSON.stringify(await listedBy(nm, list));
    console.log(`\nsymbols, and the bytes of their names: ${ours}${ours === theirs ? ', as llvm-nm lists' : `; llvm-nm: ${theirs}`}`);
    if (ours !== theirs) process.exitCode = 1;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

const [mode = '', list = ''] = process.argv.slice(2);
if (mode === '--read' || mode === '--check') await child(mode, list);
else await compareTools(process.argv.length > 2 ? process.argv.slice(2) : [path.join(cacheRoot(), 'steps')]);
