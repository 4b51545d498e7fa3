import { cp, mkdir, readFile, readdir, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import t, { type Test } from 'tap';
import { readElfFiles, type ElfFile, type Part } from '../ts/elf/reader.js';
import { run } from '../ts/run/process.js';
import { projectRoot } from '../ts/run/root.js';
import { ensureStep, filesBelow, type Json } from '../ts/run/store.js';
import { ensureBuild, hashFiles } from '../ts/shim/build.js';
import { hostTool } from '../ts/sysroot/hostTools.js';
import { ensureSysroot } from '../ts/sysroot/sysroot.js';
import { loadTarget, targetNames } from '../ts/targets/target.js';
import { compare, type Comparison } from './elfCompare.js';
import { allCases } from './sampled.js';

const root = projectRoot();
const every: readonly Part[] = ['symbols', 'dynamicSymbols', 'sections', 'segments', 'dynamic', 'notes'];

async function readAll(files: readonly string[], parts: readonly Part[] = every): Promise<ElfFile[]> {
  const found: ElfFile[] = [];
  for await (const file of readElfFiles(files, parts)) found.push(file);
  return found;
}

async function readOne(file: string, parts: readonly Part[] = every): Promise<ElfFile> {
  const [found] = await readAll([file], parts);
  if (found === undefined) throw new Error(`${file}: nothing`);
  return found;
}

/** What the reader and its comparison are made of. */
async function readerInputs(): Promise<Json> {
  const native = (await filesBelow(path.join(root, 'native'))).map((file) => path.join('native', file));
  const code = ['ts/elf/reader.js', 'ts/elf/addon.js', 'test/elfCompare.js'].map((file) => path.join('dist', file));
  const { stdout: readelf } = await run(await hostTool('llvm-readelf'), ['--version']);
  return { files: await hashFiles(root, [...native, ...code]), readelf };
}

/** Compares the reader with llvm-readelf, once for each state of both and of the files. */
async function compareOnce(t: Test, name: string, inputs: Json, files: () => Promise<string[]>): Promise<Comparison> {
  const step = await ensureStep({
    name: `elf-compare-${name}`,
    inputs: { reader: await readerInputs(), inputs },
    make: async (output) => writeFile(path.join(output, 'result.json'), JSON.stringify(await compare(await hostTool('llvm-readelf'), await files()))),
  });
  const result = JSON.parse(await readFile(path.join(step, 'result.json'), 'utf8')) as Comparison;
  t.same(result.different, [], `${String(result.objects)} objects, ${String(result.lines)} lines`);
  return result;
}

t.test('every object of a sysroot: what llvm-readelf finds', async (t) => {
  const sysroot = await ensureBuild(await loadTarget('x86_64'));
  const result = await compareOnce(t, 'x86_64', sysroot.key, async () => (await filesBelow(sysroot.path)).map((file) => path.join(sysroot.path, file)));
  t.ok(result.objects > 1000);
});

t.test("every object of other targets' sysroots: what llvm-readelf finds", async (t) => {
  const targets = await Promise.all((await targetNames()).map(loadTarget));
  for (const target of targets.filter(({ tier }) => allCases || tier === 'ci')) {
    const { name } = target;
    const sysroot = await ensureSysroot(target);
    const result = await compareOnce(t, `sysroot-${name}`, sysroot.key, async () => (await filesBelow(sysroot.path)).map((file) => path.join(sysroot.path, file)));
    t.ok(result.objects > 1000, name);
  }
});

/** Nine machines, and two more for ELF32 and ELF64 in the other byte order. */
const triples = ['x86_64', 'i686', 'aarch64', 'armv7', 'armebv7', 'mips', 'mips64el', 'powerpc64', 'powerpc64le', 'riscv64', 's390x'].map((machine) => `${machine}-linux-musl`);

const source = `
#define NOTE(name) __asm__(".section .note." name ",\\"a\\",%note\\n.balign 4\\n.long 4,5,1\\n.asciz \\"abc\\"\\n.byte 1,2,3,4,5\\n.balign 4\\n.previous")
NOTE("one");
int undefined(int);
__attribute__((weak)) int weak;
__attribute__((visibility("hidden"))) int hidden(void) { return 1; }
__attribute__((visibility("protected"))) int protected(void) { return 2; }
_Thread_local int tls;
int common;
static int local(int a) { return a + tls; }
int old_f(int a) { return undefined(a) + local(weak) + hidden(); }
int new_f(int a) { return a + common; }
__asm__(".symver old_f,f@V1");
__asm__(".symver new_f,f@@V2");
`;

/** Makes objects, shared libraries and archives of several machines in a folder. */
async function fixtures(folder: string): Promise<void> {
  const [clang, lld, ar] = [await hostTool('clang'), await hostTool('ld.lld'), await hostTool('llvm-ar')];
  await writeFile(path.join(folder, 'f.c'), source);
  await writeFile(path.join(folder, 'f.map'), 'V1 { global: f; };\nV2 { global: *; } V1;\n');
  for (const triple of triples) {
    await run(clang, [`--target=${triple}`, '-fPIC', '-fcommon', '-O1', '-c', 'f.c', '-o', `${triple}.o`], { cwd: folder });
    // MIPS has no .gnu.hash.
    const hash = triple.startsWith('mips') ? 'sysv' : 'both';
    await run(lld, ['-shared', '--version-script=f.map', `--hash-style=${hash}`, '-soname', 'libf.so.1', '-rpath', '/x:/y', '-o', `${triple}.so`, `${triple}.o`], { cwd: folder });
  }
  const long = 'an_object_with_a_long_name.o';
  await cp(path.join(folder, 'x86_64-linux-musl.o'), path.join(folder, long));
  await cp(path.join(folder, 'i686-linux-musl.o'), path.join(folder, 's.o'));
  for (const [name, format, mode] of [['gnu.a', 'gnu', 'rcD'], ['bsd.a', 'bsd', 'rcD'], ['thin.a', 'gnu', 'rcDT']] as const) {
    await run(ar, [`--format=${format}`, mode, name, long, 's.o'], { cwd: folder });
  }
}

const inputsOfFixtures = async (): Promise<Json> => ({ source, triples, clang: (await run(await hostTool('clang'), ['--version'])).stdout });

/** The folder with the fixtures, made once. */
async function fixtureFolder(): Promise<string> {
  return ensureStep({ name: 'elf-fixtures', inputs: await inputsOfFixtures(), make: fixtures });
}

t.test('both classes and byte orders, versions, notes, archives: what llvm-readelf finds', async (t) => {
  const folder = await fixtureFolder();
  const files = async (): Promise<string[]> => (await readdir(folder)).filter((name) => /\.(o|so|a)$/.test(name)).map((name) => path.join(folder, name));
  const result = await compareOnce(t, 'fixtures', await inputsOfFixtures(), files);
  t.equal(result.objects, 2 * triples.length + 2 + 3 * 2);
});

t.test('an object as JavaScript sees it', async (t) => {
  const folder = await fixtureFolder();
  const [file] = (await readOne(path.join(folder, 'mips-linux-musl.so'))).objects;
  if (file === undefined) throw new Error('nothing');
  t.match(file, { name: '', kind: 'elf', bits: 32, byteOrder: 'big', type: 'shared', machine: 8, interpreter: undefined, error: undefined });
  const symbols = file.dynamicSymbols;
  const found = Array.from({ length: symbols.length }, (_, index) => index)
    .filter((index) => ['f', 'undefined', 'protected', 'tls'].includes(symbols.name(index)))
    .map((index) => [symbols.name(index), symbols.type(index), symbols.binding(index), symbols.visibility(index), symbols.isDefined(index), symbols.version(index)]);
  t.same(new Set(found.map((symbol) => JSON.stringify(symbol))), new Set([
    ['f', 'FUNC', 'GLOBAL', 'DEFAULT', true, { name: 'V1', hidden: true, defined: true }],
    ['f', 'FUNC', 'GLOBAL', 'DEFAULT', true, { name: 'V2', hidden: false, defined: true }],
    ['undefined', 'NOTYPE', 'GLOBAL', 'DEFAULT', false, null],
    ['protected', 'FUNC', 'GLOBAL', 'PROTECTED', true, { name: 'V2', hidden: false, defined: true }],
    ['tls', 'TLS', 'GLOBAL', 'DEFAULT', true, { name: 'V2', hidden: false, defined: true }],
  ].map((symbol) => JSON.stringify(symbol))));
  t.same(file.dynamic.filter(({ text }) => text !== '').map(({ text }) => text).sort(), ['/x:/y', 'libf.so.1']);
  t.match(file.notes, [{ type: 1, owner: 'abc', descriptor: Uint8Array.from([1, 2, 3, 4, 5]) }]);
  t.throws(() => symbols.name(symbols.length), RangeError);
  const [none] = (await readOne(path.join(folder, 'mips-linux-musl.so'), [])).objects;
  t.match(none, { kind: 'elf', machine: 8, sections: [], segments: [], dynamic: [], notes: [], symbols: { length: 0 }, dynamicSymbols: { length: 0 } }, 'nothing that was not asked for');
});

t.test('what is no object is told apart', async (t) => {
  const from = await fixtureFolder();
  const folder = t.testdir({ text: 'text', empty: '', 'thin.a': '', nested: {} });
  await writeFile(path.join(folder, 'f.c'), source.replaceAll(/__asm__.*|^NOTE.*/gm, ''));
  await run(await hostTool('clang'), ['-flto', '-c', 'f.c', '-o', 'f.bc'], { cwd: folder });
  await cp(path.join(from, 's.o'), path.join(folder, 's.o'));
  await run(await hostTool('llvm-ar'), ['rcD', 'inner.a', 's.o'], { cwd: folder });
  await run(await hostTool('llvm-ar'), ['qcD', 'mixed.a', 's.o', 'f.bc', 'text', 'empty', 's.o'], { cwd: folder });
  await run(await hostTool('llvm-ar'), ['qcD', 'outer.a', 'inner.a'], { cwd: folder });
  const read = await readAll(['text', 'empty', 'f.bc', 'mixed.a', 'outer.a'].map((name) => path.join(folder, name)));
  t.same(read.map(({ kind }) => kind), ['other', 'other', 'bitcode', 'archive', 'archive']);
  t.same(read.map(({ objects }) => objects.map(({ name, kind }) => `${name}: ${kind}`)), [
    [],
    [],
    [': bitcode'],
    ['s.o: elf', 'f.bc: bitcode', 'text: other', 'empty: other', 's.o: elf'],
    ['inner.a: archive'],
  ]);
});

/** One field of an ELF64 file in little-endian order: where it is, and its bytes. */
const at = { shoff: 0x28, phentsize: 0x36, phnum: 0x38, shentsize: 0x3a, shnum: 0x3c, shstrndx: 0x3e } as const;

t.test('hostile objects: an error with its reason', async (t) => {
  const from = await fixtureFolder();
  const good = await readFile(path.join(from, 'x86_64-linux-musl.so'));
  const folder = t.testdir({});
  let made = 0;
  const errorOf = async (change: (file: Buffer, section: (type: number) => number) => Buffer | undefined): Promise<string> => {
    const copy = Buffer.from(good);
    const shoff = Number(copy.readBigUInt64LE(at.shoff));
    /** Where the header of the first section of a type is. */
    const section = (type: number): number => {
      for (let header = shoff; header < copy.length; header += 64) if (copy.readUInt32LE(header + 4) === type) return header;
      throw new Error(`no section of type ${String(type)}`);
    };
    const file = path.join(folder, String(made++));
    await writeFile(file, change(copy, section) ?? copy);
    const { objects, kind } = await readOne(file);
    t.equal(kind, 'elf');
    t.equal(objects.length, 1);
    return objects[0]?.error ?? '(no error)';
  };
  const past = 'run past the end at';
  t.match(await errorOf((file) => file.subarray(0, 10)), `ELF header: 0x10 bytes at 0x0 ${past} 0xa`);
  t.match(await errorOf((file) => file.subarray(0, 60)), 'ELF header');
  t.match(await errorOf((file) => file.subarray(0, -1)), `section headers: `);
  t.match(await errorOf((file) => void file.writeUInt8(3, 4)), 'ELF header: class 3');
  t.match(await errorOf((file) => void file.writeUInt8(0, 5)), 'ELF header: byte order 0');
  t.match(await errorOf((file) => void file.writeUInt8(2, 5)), /ELF header|section headers|program headers/, 'the wrong byte order');
  t.match(await errorOf((file) => void file.writeBigUInt64LE(0xffffffffffffffffn, at.shoff)), `section headers: `);
  t.match(await errorOf((file) => void file.writeUInt16LE(1, at.shentsize)), 'section headers: entries of 0x1 bytes, not 0x40');
  t.match(await errorOf((file) => void file.writeUInt16LE(1, at.phentsize)), 'program headers: entries of 0x1 bytes, not 0x38');
  t.match(await errorOf((file) => void file.writeUInt16LE(0xfff0, at.shstrndx)), /a string table: there are only \d+/);
  t.match(await errorOf((file) => void file.writeUInt16LE(0xffff, at.phnum)), /^DT_STRTAB: no segment has the address 0x/, 'as many program headers as the first section says: none');
  t.match(
    await errorOf((file) => {
      file.writeUInt16LE(0, at.shnum);
      file.writeBigUInt64LE(0x100000000n, Number(file.readBigUInt64LE(at.shoff)) + 0x20);
    }),
    `section headers: 0x4000000000 bytes at`,
    '2^32 section headers',
  );
  t.match(
    await errorOf((file) => {
      file.writeUInt16LE(0, at.shnum);
      file.writeBigUInt64LE(0x0400000000000001n, Number(file.readBigUInt64LE(at.shoff)) + 0x20);
    }),
    `section headers: 0xffffffffffffffff bytes at`,
    'a size that overflows',
  );
  const [symtab, strtab, dynsym, versym, verdef, verneed] = [2, 3, 11, 0x6fffffff, 0x6ffffffd, 0x6ffffffe];
  t.match(await errorOf((file, section) => void file.writeBigUInt64LE(1n << 40n, section(symtab) + 0x20)), /section \d+: .* run past|its size is no multiple/);
  t.match(await errorOf((file, section) => void file.writeBigUInt64LE(1n, section(symtab) + 0x38)), /symbols of 0x1 bytes, not 0x18/);
  t.match(await errorOf((file, section) => void file.writeUInt32LE(1, section(dynsym) + 0x28)), 'section 1 is no string table');
  t.match(await errorOf((file, section) => void file.writeUInt32LE(symtab, section(dynsym) + 4)), /have the same type 0x2/);
  t.match(await errorOf((file, section) => void file.writeBigUInt64LE(3n, section(strtab) + 0x20)), /string table/);
  t.match(await errorOf((file, section) => void file.writeUInt32LE(0xffffff, Number(file.readBigUInt64LE(section(symtab) + 0x18)) + 24)), /symbol 1: its name is at 0xffffff of a string table of 0x/);
  t.match(await errorOf((file, section) => void file.writeBigUInt64LE(2n, section(versym) + 0x20)), 'symbol version: 0x2 bytes at 0x2');
  t.match(await errorOf((file, section) => void file.writeUInt16LE(0x77, Number(file.readBigUInt64LE(section(versym) + 0x18)) + 2)), /dynamic symbol 1 has version 119, which nothing defines or needs/);
  t.match(await errorOf((file, section) => void file.writeUInt32LE(0, Number(file.readBigUInt64LE(section(verdef) + 0x18)) + 16)), /version definitions: the chain ends/, 'a chain that leads back to itself');
  t.match(await errorOf((file, section) => void file.writeUInt32LE(verneed, section(verdef) + 4)), /version need|string table/);
  const overlap = await errorOf((file, section) => {
    // One name of 64 KiB, and 24 times as many symbols whose names begin in it, one byte later each.
    const names = Buffer.alloc(65536, 0x61);
    names[65535] = 0;
    const symbols = Buffer.alloc(24 * 65536);
    for (let i = 0; i < 65536; i++) symbols.writeUInt32LE(i, 24 * i);
    const strings = file.readUInt32LE(section(symtab) + 0x28);
    const stringHeader = Number(file.readBigUInt64LE(at.shoff)) + 64 * strings;
    file.writeBigUInt64LE(BigInt(file.length), stringHeader + 0x18);
    file.writeBigUInt64LE(65536n, stringHeader + 0x20);
    file.writeBigUInt64LE(BigInt(file.length + 65536), section(symtab) + 0x18);
    file.writeBigUInt64LE(BigInt(symbols.length), section(symtab) + 0x20);
    return Buffer.concat([file, names, symbols]);
  });
  t.match(overlap, /its names overlap: together they are more than 16 times the file/);
});

t.test('files that end early, at any byte', async (t) => {
  const from = await fixtureFolder();
  const folder = t.testdir({});
  for (const name of ['mips-linux-musl.so', 'gnu.a', 'bsd.a']) {
    const good = await readFile(path.join(from, name));
    const step = Math.max(1, Math.floor(good.length / 700));
    const lengths = Array.from({ length: Math.ceil(good.length / step) }, (_, index) => index * step);
    const files = lengths.map((length) => path.join(folder, `${name}.${String(length)}`));
    await Promise.all(files.map(async (file, index) => writeFile(file, good.subarray(0, lengths[index]))));
    const whole = (await readAll(files)).filter((file, index) => (lengths[index] ?? 0) >= 8 && file.error === undefined && !file.objects.some(({ error }) => error !== undefined));
    // Between two members, and before the padding of one, an archive ends well.
    t.ok(whole.length <= (name.endsWith('.a') ? 8 : 0), `${name}: ${whole.map((file) => path.basename(file.path)).join(' ')}`);
  }
});

/** A member's header. */
const member = (name: string, size: number | string): string => `${name.padEnd(16)}${'0'.padEnd(12)}${'0'.padEnd(6)}${'0'.padEnd(6)}${'644'.padEnd(8)}${String(size).padEnd(10)}\`\n`;

t.test('hostile archives', async (t) => {
  const folder = t.testdir({});
  let made = 0;
  const errorOf = async (text: string, magic = '!<arch>\n'): Promise<string> => {
    const file = path.join(folder, `${String(made++)}.a`);
    await writeFile(file, magic + text, 'latin1');
    const read = await readOne(file);
    return [read.error, ...read.objects.map(({ error }) => error)].filter((error) => error !== undefined).join('; ') || '(no error)';
  };
  t.match(await errorOf(''), '(no error)');
  t.match(await errorOf('x'), 'archive member header: 0x3c bytes at 0x8 run past the end at 0x9');
  t.match(await errorOf('x'.repeat(60)), 'archive member at 0x8: no header');
  t.match(await errorOf(member('a/', 9999999999)), 'archive member: 0x2540be3ff bytes at 0x44 run past the end at 0x44');
  t.match(await errorOf(member('a/', '-1')), 'its size is no number');
  t.match(await errorOf(member('a/', '')), 'its size is no number');
  t.match(await errorOf(member('/0', 0)), 'no long name /0');
  t.match(await errorOf(`${member('//', 4)}abcd${member('/0', 0)}`), 'its long name has no end');
  t.match(await errorOf(`${member('//', 4)}abc\n${member('/99', 0)}`), 'no long name /99');
  t.match(await errorOf(member('#1/20', 4) + 'abcd'), 'the name of an archive member: 0x14 bytes');
  t.match(await errorOf(member('#1/x', 4) + 'abcd'), 'its name has no length');
  const long = `${'x'.repeat(4000)}/\n`;
  t.match(await errorOf(`${member('//', long.length)}${long}${member('/0', 0).repeat(2000)}`), 'the names of its members overlap');
  t.match(await errorOf(`${member('self/', 8)}!<arch>\n`), '(no error)', 'an archive in an archive is not entered');
  const thin = '!<thin>\n';
  t.match(await errorOf(member('missing.o/', 5), thin), 'No such file or directory');
  t.match(await errorOf(member('./', 5), thin), 'no regular file');
  t.match(await errorOf(`${member('//', 4)}\0ab/\n${member('/0', 5)}`, thin), /no long name|a file name with a NUL|its long name has no end|no header/);
  const self = path.join(folder, 'self.a');
  await writeFile(self, thin + member('self.a/', 5));
  const { objects } = await readOne(self);
  t.same(objects.map(({ name, kind }) => `${name}: ${kind}`), ['self.a: thin archive'], 'a thin archive of itself is not entered');
  const from = await fixtureFolder();
  await cp(path.join(from, 's.o'), path.join(folder, 's.o'));
  await symlink('s.o', path.join(folder, 'l.o'));
  await writeFile(path.join(folder, 'many.a'), thin + member('s.o/', 5) + member('./s.o', 5) + member('l.o/', 5).repeat(1000));
  t.equal((await readOne(path.join(folder, 'many.a'))).objects.length, 1, 'a file under many names is read once');
});

t.test('files that are none', async (t) => {
  const folder = t.testdir({ folder: {} });
  await run('mkfifo', [path.join(folder, 'fifo')]);
  const read = await readAll(['folder', 'fifo', 'missing', '\0'].map((name) => path.join(folder, name)));
  t.same(
    read.map(({ kind, error }) => `${kind}: ${error ?? ''}`),
    ['damaged: no regular file', 'damaged: no regular file', 'damaged: No such file or directory', 'damaged: a file name with a NUL'],
  );
  await writeFile(path.join(folder, 'huge'), '\x7fELF\x02\x01\x01');
  await truncate(path.join(folder, 'huge'), 2 ** 40);
  t.match((await readOne(path.join(folder, 'huge'))).objects[0]?.error, 'ELF header: version 0', 'a sparse file of 1 TiB');
});

t.test('more files than one batch, in order', async (t) => {
  const from = await fixtureFolder();
  const files = Array.from({ length: 2000 }, (_, index) => path.join(from, `${triples[index % triples.length] ?? ''}.o`));
  const read = await readAll(files, ['symbols']);
  t.same(read.map((file) => file.path), files);
  t.ok(read.every(({ objects }) => objects.length === 1 && objects[0]?.kind === 'elf' && objects[0].symbols.length > 5));
});

/** The fuzzer's runs and its seed: `npm test` finds what is easily found, `WILDEBEEST_RUNS=1000000 npm test -- elf` searches longer. */
const fuzzRuns = Number(process.env.WILDEBEEST_RUNS ?? 5000);
const fuzzSeed = Number(process.env.WILDEBEEST_SEED ?? 1);
if (process.env.WILDEBEEST_RUNS !== undefined) t.setTimeout(0);

t.test('sanitizers: a fuzzer of the core, and a file that shrinks', async (t) => {
  const clang = await hostTool('clang++');
  const native = await filesBelow(path.join(root, 'native'));
  const relevant = native.filter((file) => /^(core|fuzz)\//.test(file));
  const step = await ensureStep({
    name: 'elf-fuzz',
    inputs: { fuzzRuns, fuzzSeed, clang: (await run(clang, ['--version'])).stdout, files: await hashFiles(path.join(root, 'native'), relevant), fixtures: await inputsOfFixtures() },
    make: async (output, { scratch, log }) => {
      const sources = relevant.filter((file) => /^core\/.*\.cc$/.test(file)).map((file) => path.join(root, 'native', file));
      const common = ['-std=c++17', '-g', '-O1', '-fno-sanitize-recover=all', '-Wall', '-Wextra', '-Wshadow', '-Werror', `-I${path.join(root, 'native', 'core')}`];
      const program = (name: string): string => path.join(scratch, name);
      await run(clang, [...common, '-fsanitize=address,undefined', path.join(root, 'native', 'fuzz', 'mapping_test.cc'), ...sources, '-o', program('mapping_test')], { log });
      const mapping = await run(program('mapping_test'), [], { log });
      await run(clang, [...common, '-fsanitize=fuzzer,address,undefined', path.join(root, 'native', 'fuzz', 'elf_fuzz.cc'), ...sources, '-o', program('elf_fuzz')], { log });
      const seeds = path.join(scratch, 'seeds');
      await mkdir(seeds);
      await cp(await fixtureFolder(), seeds, { recursive: true });
      const fuzzed = await run(program('elf_fuzz'), [`-runs=${String(fuzzRuns)}`, `-seed=${String(fuzzSeed)}`, '-max_len=16384', '-timeout=10', '-rss_limit_mb=2048', '-print_final_stats=1', seeds], { log, cwd: scratch });
      await writeFile(path.join(output, 'result.json'), JSON.stringify({ mapping: mapping.stdout, fuzzed: fuzzed.stderr.slice(-4000) }));
    },
  });
  const { mapping, fuzzed } = JSON.parse(await readFile(path.join(step, 'result.json'), 'utf8')) as { mapping: string; fuzzed: string };
  t.match(mapping, /^1\.\.4\n/);
  t.equal(mapping.match(/^ok \d/gm)?.length, 4, mapping);
  t.match(fuzzed, `Done ${String(fuzzRuns)} runs`);
  t.comment(`seed ${String(fuzzSeed)}: ${/^Done .*$/m.exec(fuzzed)?.[0] ?? ''}`);
});
