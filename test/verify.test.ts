import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import t, { type Test } from 'tap';
import { globalSymbols, loadModules } from '../ts/manifest/load.js';
import { symbolsOf } from '../ts/recipe/context.js';
import { run, type RunResult } from '../ts/run/process.js';
import { projectRoot } from '../ts/run/root.js';
import { buildFlags, ensureBuild } from '../ts/shim/build.js';
import type { Sysroot } from '../ts/sysroot/sysroot.js';
import { loadTarget } from '../ts/targets/target.js';
import { type ElfFacts } from '../ts/verify/elf.js';
import { licenceLines, linkedIn, loadLicences } from '../ts/verify/licences.js';
import { findingsIn, verifyPaths } from '../ts/verify/verify.js';

const facts = (changes: Partial<ElfFacts>): ElfFacts => ({
  machine: 62,
  endian: 'little',
  relocatable: false,
  exports: [],
  imports: [],
  hidden: [],
  stripped: false,
  needed: ['libc.so'],
  runpath: [],
  interpreter: undefined,
  stack: 'plain',
  textRelocations: false,
  relroMissing: false,
  ...changes,
});
const shim = { symbols: ['parse_printf_format', 'getsgnam_r', '__wrap_ftw'], sysroots: ['/sysroot'] };
const whats = (of: Partial<ElfFacts>, more: Parameters<typeof findingsIn>[1] = shim, baseline?: ElfFacts): string[] =>
  findingsIn(facts(of), more, baseline).map((finding) => finding.what);

t.test('each kind of trace is a finding', (t) => {
  t.same(whats({ exports: ['main', 'wrapper', 'lwb'] }), []);
  t.same(whats({ exports: ['parse_printf_format', '__lwb_gnu_basename', '__wrap_ftw', '__wrap_read', 'main'] }), [
    'exports __lwb_gnu_basename, which belongs to libwildebeest',
    'exports __wrap_ftw, which belongs to libwildebeest',
    'exports parse_printf_format, which belongs to libwildebeest',
  ]);
  t.same(whats({ imports: ['parse_printf_format', '__wrap_ftw', '__wrap_read', '__lwb_x'] }), [
    'wants __lwb_x at run time: an archive of libwildebeest was not linked',
    'wants __wrap_ftw at run time: an archive of libwildebeest was not linked',
  ]);
  t.same(whats({ needed: ['libc.so', 'libwildebeest-printf.so.1'] }), ['needs libwildebeest-printf.so.1: the shim must be linked statically']);
  t.same(whats({ needed: ['libc.so', 'libz.so.1'] }, { ...shim, needed: ['libc.so'] }), ['needs libz.so.1, which the same link without the shim has not']);
  t.same(whats({ runpath: ['/usr/lib', '/sysroots', '/sysroot', '/sysroot/usr/lib'] }), [
    'has /sysroot in its RUNPATH, a folder of the build',
    'has /sysroot/usr/lib in its RUNPATH, a folder of the build',
  ]);
  t.same(whats({ interpreter: '/sysroot/lib/ld-musl-x86_64.so.1' }), ['has the loader /sysroot/lib/ld-musl-x86_64.so.1, a file of the build']);
  t.end();
});

t.test('an object file, still to be linked', (t) => {
  const found = findingsIn(facts({ relocatable: true, exports: ['main', '__lwb_x'], imports: ['puts', 'getsgnam_r'], needed: [] }), shim);
  t.same(found, [
    { kind: 'export', severity: 'error', name: '__lwb_x', what: 'defines __lwb_x, which belongs to libwildebeest' },
    { kind: 'import', severity: 'warning', name: 'getsgnam_r', what: 'wants getsgnam_r: what is linked with it needs libwildebeest' },
  ]);
  t.same(whats({ relocatable: true, exports: ['__lwb_x'], imports: ['getsgnam_r'] }, shim, facts({ exports: ['__lwb_x'], imports: ['getsgnam_r'] })), [], 'nor more than the baseline');
  t.end();
});

t.test('protections', (t) => {
  const severities = (of: Partial<ElfFacts>): string[] => findingsIn(facts(of), shim).map(({ kind, severity }) => `${kind} ${severity}`);
  t.same(severities({ stack: 'executable' }), ['stack error']);
  t.same(severities({ stack: 'unsaid' }), ['stack warning']);
  t.same(severities({ stack: 'unsaid', relocatable: true }), ['stack warning']);
  t.same(severities({ textRelocations: true, relroMissing: true }), ['textrel error', 'relro warning']);
  t.end();
});

t.test('names that others wrap are theirs: the data of this checkout', async (t) => {
  const symbols = (await loadModules()).flatMap(globalSymbols);
  t.same(whats({ exports: ['__wrap_read', '__wrap_malloc', '__wrap_'], imports: ['__wrap_open'] }, { symbols, sysroots: [] }), [], 'as in a test that mocks functions');
  for (const name of symbols.filter((symbol) => symbol.startsWith('__wrap_'))) t.equal(whats({ exports: [name] }, { symbols, sysroots: [] }).length, 1, name);
});

t.test('licences of what was linked', async (t) => {
  const licences = await loadLicences(await loadModules());
  const of = (changes: Partial<ElfFacts>, baseline?: ElfFacts): unknown[] => linkedIn('x', facts(changes), licences, baseline);
  const musl = { file: 'x', how: 'needs', component: 'musl', license: 'MIT', by: ['libc.so'] };
  t.same(of({}), [musl]);
  t.same(of({ relocatable: true, hidden: ['__lwb_gnu_basename'] }), [], 'an object file is linked of nothing');
  const needed = ['libc.so', 'libz.so.1', 'libc++.so.1'];
  t.same(of({ needed, stripped: true, hidden: ['own', '__lwb_gnu_basename', 'error', 'error'] }), [
    { file: 'x', how: 'contains', component: 'libwildebeest', license: 'MIT', modules: ['basename', 'error'], by: ['__lwb_gnu_basename', 'error'] },
    musl,
    { file: 'x', how: 'needs', component: 'libz.so.1', by: ['libz.so.1'] },
    { file: 'x', how: 'needs', component: 'libc++ and libc++abi', license: 'Apache-2.0 WITH LLVM-exception', by: ['libc++.so.1'] },
    { file: 'x', how: 'unseen', component: '', by: [] },
  ]);
  t.same(of({ hidden: ['error'] }, facts({ hidden: ['error'] })), [musl], "a hidden function of the package's own, as the baseline shows");
  t.same(of({ needed: [], hidden: ['__init_libc', '__unw_resume'], exports: ['_ZNSt3__14coutE'] }).map((found) => (found as { component: string }).component), ['musl', 'libc++ and libc++abi', "LLVM's libunwind"]);
  const sysroot = await build();
  const { cflags, libs } = await buildFlags(sysroot, ['basename', 'error']);
  const source = '#define _GNU_SOURCE\n#include <error.h>\n#include <string.h>\nstatic void warnx(void) {}\nint main(int argc, char **argv) { if (argc > 1) warnx(); error(0, 0, "%s", basename(argv[0])); return 0; }\n';
  for (const linker of linkers) {
    for (const flags of [[], ['-static'], ['-s']]) {
      const folder = t.testdir({});
      await compile(sysroot, folder, 'x', source, [...flags, `-fuse-ld=${linker}`, ...cflags, ...libs]);
      const { linked } = await verifyPaths([folder], { symbols: [], sysroots: [], licences });
      const stripped = flags.includes('-s');
      t.same(licenceLines(linked), [
        ...(stripped ? [] : ['1 file: contains libwildebeest (MIT; basename, error, errtext)']),
        flags.includes('-static') ? '1 file: contains musl (MIT)' : '1 file: needs musl (libc.so, MIT)',
        ...(stripped ? ['1 file: stripped: what was linked into it statically does not show'] : []),
      ], `${linker} ${flags.join(' ')}`);
    }
  }
});

t.test('a baseline allows what it has itself', (t) => {
  const baseline = facts({ exports: ['main', 'getsgnam_r'], needed: ['libc.so', 'libz.so.1'] });
  t.same(whats({ exports: ['main', 'getsgnam_r'], needed: ['libz.so.1'] }, shim, baseline), [], 'a function of its own under a name of ours');
  t.same(whats({ exports: ['main', 'helper', '__lwb_x'], needed: ['libc.so', 'libm.so'] }, shim, baseline), [
    'exports __lwb_x, which belongs to libwildebeest',
    'exports helper, which the baseline does not',
    'needs libm.so, which the baseline does not',
  ]);
  t.end();
});

/** Compiles with the sysroot's compiler; returns the file. */
async function compile(sysroot: Sysroot, folder: string, name: string, source: string, args: readonly string[]): Promise<string> {
  const file = path.join(folder, `${name}.c`);
  const out = path.join(folder, name);
  await writeFile(file, source);
  // The last words are libraries and their flags, which belong after the objects.
  const compilerFlags = args.filter((arg) => !/^(-L|-l|-Wl,--wrap=)/.test(arg));
  const libraries = args.filter((arg) => /^(-L|-l|-Wl,--wrap=)/.test(arg));
  await run(path.join(sysroot.path, 'toolchain', 'bin', 'cc'), [...compilerFlags, '-Wl,--build-id=none', '-o', out, file, ...libraries]);
  return out;
}

const build = async (): Promise<Sysroot> => ensureBuild(await loadTarget('x86_64'));

const linkers = ['lld', 'bfd'] as const;
const kinds = [
  { name: 'a dynamic program', flags: [] },
  { name: 'a static program', flags: ['-static'] },
  { name: 'a shared library', flags: ['-shared', '-fPIC'] },
] as const;

const plainSource = `
#include <stdio.h>
#include <stdlib.h>
int answer(void) { return 42; }
int main(int argc, char **argv)
{
        char *copy = malloc(16);
        if (copy == NULL)
                return 1;
        snprintf(copy, 16, "%d %s", answer() + argc, argv[0]);
        puts(copy);
        free(copy);
        return 0;
}
`;

t.test('an unused module adds 0 bytes', async (t) => {
  const sysroot = await build();
  const all = await loadModules();
  // A module of linker flags is there to change the file.
  const modules = all.filter((module) => !module.private && module.linkFlags.length === 0).map((module) => module.name);
  for (const group of [{ name: 'every module', modules }, { name: 'the umbrella', modules: [] }]) {
    const { libs } = await buildFlags(sysroot, group.modules);
    t.ok(libs.some((word) => word.startsWith('-lwildebeest')), `${group.name}: there are archives to link`);
    for (const linker of ['lld', 'bfd']) {
      for (const { name, flags } of kinds) {
        const folder = t.testdir({ with: {}, without: {} });
        const args = [...flags, '-O2', `-fuse-ld=${linker}`];
        const without = await compile(sysroot, path.join(folder, 'without'), 'x', plainSource, args);
        const used = await compile(sysroot, path.join(folder, 'with'), 'x', plainSource, [...args, ...libs]);
        const same = (await readFile(without)).equals(await readFile(used));
        t.ok(same, `${group.name}, ${name}, ${linker}: byte for byte the same`);
        const { findings } = await verifyPaths([used], { symbols: await symbolsOf(modules), sysroots: [sysroot.path], needed: ['libc.so'] });
        t.same(findings, [], 'and nothing shows');
      }
    }
  }
});

t.test('a module that is used shows nowhere, in no kind of link', async (t) => {
  const sysroot = await build();
  const { cflags, libs } = await buildFlags(sysroot, ['basename']);
  const source = '#define _GNU_SOURCE\n#include <string.h>\nconst char *last(const char *path) { return basename(path); }\nint main(void) { return *last("a/"); }\n';
  for (const linker of linkers) {
    for (const flags of [['-shared', '-fPIC'], ['-rdynamic'], ['-shared', '-fPIC', '-Wl,--export-dynamic'], ['-shared', '-fPIC', '-Wl,-Bsymbolic']]) {
      const folder = t.testdir({});
      const file = await compile(sysroot, folder, 'x', source, [...flags, `-fuse-ld=${linker}`, ...cflags, ...libs]);
      const symbols = (await run(path.join(sysroot.path, 'toolchain', 'bin', 'nm'), [file])).stdout;
      t.match(symbols, /__lwb_gnu_basename/, 'the module is in');
      const verified = await verifyPaths([folder], { symbols: ['__lwb_gnu_basename'], sysroots: [sysroot.path], needed: ['libc.so'] });
      t.same(verified.findings, [], `${flags.join(' ')}, ${linker}`);
      t.equal(verified.files.length, 1);
    }
  }
});

const bin = path.join(projectRoot(), 'dist', 'ts', 'bin.js');

/** Runs `wildebeest verify`. */
const verify = (...args: string[]): Promise<RunResult> => run(process.execPath, [bin, 'verify', ...args], { allowFailure: true });

async function leaky(t: Test): Promise<{ folder: string; sysroot: Sysroot }> {
  const sysroot = await build();
  const folder = t.testdir({ tree: { 'readme.txt': 'no ELF', empty: '', lib: {} }, plain: { lib: {} } });
  const lib = path.join(folder, 'tree', 'lib');
  await compile(sysroot, lib, 'libgood.so', 'int good(void) { return 1; }\n', ['-shared', '-fPIC']);
  await compile(sysroot, lib, 'libbad.so', 'int bad(void) { return 1; }\nint __lwb_leak(void) { return 1; }\n', ['-shared', '-fPIC', `-Wl,-rpath,${sysroot.path}/usr/lib`]);
  await compile(sysroot, path.join(folder, 'plain', 'lib'), 'libgood.so', 'int good(void) { return 1; }\n', ['-shared', '-fPIC']);
  await compile(sysroot, path.join(folder, 'plain', 'lib'), 'libbad.so', 'int ba(void) { return 1; }\n', ['-shared', '-fPIC']);
  return { folder, sysroot };
}

t.test('the command', async (t) => {
  const { folder, sysroot } = await leaky(t);
  const tree = path.join(folder, 'tree');
  const bad = path.join(tree, 'lib', 'libbad.so');
  const found = await verify(tree);
  t.equal(found.exitCode, 1);
  t.same(found.stdout.split('\n'), [
    `${bad}: exports __lwb_leak, which belongs to libwildebeest`,
    `${bad}: has ${sysroot.path}/usr/lib in its RUNPATH, a folder of the build`,
    '2 files: needs musl (libc.so, MIT)',
    '2 ELF files, 2 findings',
    '',
  ]);
  const json = JSON.parse((await verify(tree, '--json')).stdout) as Awaited<ReturnType<typeof verifyPaths>>;
  t.equal(json.files.length, 2);
  t.same(json.findings.map(({ file, kind, name }) => ({ file, kind, name })), [
    { file: bad, kind: 'export', name: '__lwb_leak' },
    { file: bad, kind: 'runpath', name: `${sysroot.path}/usr/lib` },
  ]);
  const good = await verify(path.join(tree, 'lib', 'libgood.so'));
  t.match(good, { exitCode: 0, stdout: '1 file: needs musl (libc.so, MIT)\n1 ELF file, 0 findings\n' });
  const compared = await verify(tree, '--baseline', path.join(folder, 'plain'));
  t.equal(compared.exitCode, 1);
  t.match(compared.stdout, `${bad}: exports bad, which the baseline does not\n`);
  t.notMatch(compared.stdout, 'libgood');
  t.match(await verify(path.join(tree, 'readme.txt')), { exitCode: 2, stderr: /verify: no ELF file in / });
  t.match(await verify(path.join(tree, 'nothing')), { exitCode: 2, stderr: /nothing: no such file or folder/ });
  await writeFile(path.join(tree, 'lib', 'libcut.so'), (await readFile(bad)).subarray(0, 200));
  const cut = await verify(path.join(tree, 'lib', 'libcut.so'));
  t.match(cut, { exitCode: 1, stdout: /libcut\.so: can not be verified: .* run past the end at 0xc8\n/ });
  await cp(path.join(tree, 'lib', 'libgood.so'), path.join(tree, 'lib', 'libnew.so'));
  t.match(await verify(tree, '--baseline', path.join(folder, 'plain')), { exitCode: 2, stderr: /the baseline has no ELF file lib\/libcut\.so to compare it with/ });
});

t.test('a link of a file is not followed', async (t) => {
  const { folder } = await leaky(t);
  const tree = t.testdir({ link: t.fixture('symlink', path.join(folder, 'tree')) });
  t.same((await verifyPaths([tree], { symbols: [], sysroots: [] })).files, []);
});

t.test('a reader that is not built is one line', async (t) => {
  const folder = t.testdir({ file: '' });
  const result = await run(process.execPath, [bin, 'verify', folder], { allowFailure: true, env: { ...process.env, LIBWILDEBEEST_PREBUILD: folder } });
  t.match(result, { exitCode: 1, stderr: /^wildebeest: the native ELF reader can't be loaded: No native build was found .*; next: npm run build:native\n$/ });
});

t.test('protections that a linked file lacks, and archives', async (t) => {
  const sysroot = await build();
  const folder = t.testdir({ tree: {} });
  const tree = path.join(folder, 'tree');
  const source = 'extern int other; int *f(void) { return &other; } const char *const table[] = { "x" };\n';
  await compile(sysroot, tree, 'execstack.so', source, ['-shared', '-fPIC', '-Wl,-z,execstack']);
  await compile(sysroot, tree, 'norelro.so', source, ['-shared', '-fPIC', '-Wl,-z,norelro']);
  const text = 'asm(".text\\n.globl g\\ng: .quad other\\n");\n';
  await compile(sysroot, tree, 'textrel.so', text, ['-shared', '-fPIC', '-Wl,-z,notext']);
  const tool = (name: string): string => path.join(sysroot.path, 'toolchain', 'bin', name);
  await writeFile(path.join(folder, 'plain.c'), 'int wanted(void); int plain(void) { return wanted(); }\n');
  await writeFile(path.join(folder, 'leak.c'), 'int __lwb_leak(void) { return 1; }\n');
  await writeFile(path.join(folder, 'stack.s'), '.section .note.GNU-stack,"x",@progbits\n');
  await writeFile(path.join(folder, 'unsaid.s'), '.text\n');
  for (const name of ['plain.c', 'leak.c', 'stack.s', 'unsaid.s']) await run(tool('cc'), ['-c', name], { cwd: folder });
  await run(tool('cc'), ['-c', '-flto', '-o', 'lto.o', 'plain.c'], { cwd: folder });
  for (const [name, mode] of [['normal.a', 'rcD'], ['thin.a', 'rcDT']] as const) {
    await run(tool('ar'), [mode, path.join('tree', name), 'plain.o', 'leak.o', 'stack.o', 'unsaid.o', 'lto.o', 'plain.c'], { cwd: folder });
  }
  const { files, findings } = await verifyPaths([tree], { symbols: ['wanted'], sysroots: [], relativeTo: tree });
  t.same(files, ['execstack.so', 'norelro.so', 'normal.a', 'textrel.so', 'thin.a']);
  const inArchive = (archive: string, member = (name: string): string => name): string[] => [
    `${archive}(${member('plain.o')}): import warning`,
    `${archive}(${member('leak.o')}): export error`,
    `${archive}(${member('stack.o')}): stack error`,
    `${archive}(${member('unsaid.o')}): stack warning`,
    `${archive}(${member('lto.o')}): unseen warning`,
  ];
  t.same(
    findings.map(({ file, kind, severity }) => `${file}: ${kind} ${severity}`),
    ['execstack.so: stack error', 'norelro.so: relro warning', ...inArchive('normal.a'), 'textrel.so: textrel error', ...inArchive('thin.a', (name) => `../${name}`)],
  );
  const library = path.join(tree, 'norelro.so');
  t.match(await verify(library), { exitCode: 0, stdout: `${library}: warning: has no PT_GNU_RELRO: what only the loader writes stays writable\n1 file: needs musl (libc.so, MIT)\n1 ELF file, 0 findings, 1 warning\n` });
  t.equal((await verify('--strict', library)).exitCode, 1);
  t.same(JSON.parse((await verify('--json', library)).stdout), { files: [library], findings: [{ file: library, kind: 'relro', severity: 'warning', name: '', what: 'has no PT_GNU_RELRO: what only the loader writes stays writable' }], linked: [{ file: library, how: 'needs', component: 'musl', license: 'MIT', by: ['libc.so'] }] });
});
