import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { cp, lstat, mkdir, readFile, readdir, readlink, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import t, { type Test } from 'tap';
import { run } from '../ts/run/process.js';
import { projectRoot } from '../ts/run/root.js';
import { exists } from '../ts/run/store.js';
import { ensureSysroot, muslVersionOf, writeToolchain } from '../ts/sysroot/sysroot.js';
import { loadTarget } from '../ts/targets/target.js';
import { findProgram } from '../ts/sysroot/hostTools.js';
import { fakeApt, lineOf, sourceStanza, world, type World } from './sourcesFakes.js';

const target = await loadTarget('x86_64');
const driver = path.join(projectRoot(), 'dist', 'ts', 'bin.js');

/** Stands in for musl: its Makefile writes what the step looks for; `$W/slow` makes `install` wait and then do harm. */
const configure = (root: string): string => `#!/bin/sh
printf '%s\\n' "configure $*" >> ${root}/calls
cat > Makefile <<'X'
all:
	@echo built > libc.so
install-headers:
	@mkdir -p $(DESTDIR)/usr/include
	@echo musl > $(DESTDIR)/usr/include/stdio.h
install: install-headers
	@[ ! -f ${root}/slow ] || { touch ${root}/started; sleep 2; exec 2>/dev/null; mkdir -p $(DESTDIR)/usr/lib; echo harm > $(DESTDIR)/usr/lib/libc.so; touch ${root}/harmed; }
	@mkdir -p $(DESTDIR)/usr/lib $(DESTDIR)/lib
	@cp libc.so $(DESTDIR)/usr/lib/libc.so
	@ln -s /usr/lib/libc.so $(DESTDIR)/lib/ld-musl-x86_64.so.1
X
`;

const patchNames = [
  'CVE-2025-26519-0001_iconv_fix_erroneous_input_validation_in_EUC_KR_decod.patch',
  'CVE-2025-26519-0002_iconv_harden_UTF_8_output_code_path_against_input_de.patch',
  '0001-fix-pathological-slowness-incorrect-mappings-in-icon.patch',
  '0002-qsort-fix-leonardo-heap-corruption-from-bug-in-doubl.patch',
  'static-pie.patch',
  'renameat2.patch',
  'new.patch',
];

const patchText = (name: string): string => `--- /dev/null\n+++ b/applied/${name}\n@@ -0,0 +1 @@\n+applied\n`;

interface Pin {
  name: string;
  sha256: string;
  size: number;
}

/** A world with fake tools and small sources, given through WILDEBEEST_SOURCES. */
async function workshop(t: Test): Promise<{ w: World; pins: { musl: Pin; packaging: Pin; llvm: Pin; deb: Pin } }> {
  const w = await world(t);
  await w.real('tar', 'xz', 'gzip', 'patch', 'make', 'cp', 'ln', 'mkdir', 'head', 'touch', 'sleep', 'uname', 'rm');
  for (const name of ['ld.lld', 'llvm-nm', 'llvm-ranlib', 'llvm-strip', 'llvm-objcopy', 'llvm-objdump', 'llvm-readelf']) {
    await w.tool(`${name}-19`, ':');
  }
  await w.tool('clang++-19', ':');
  await w.tool('pkgconf', ':');
  await w.tool('clang-19', 'case $1 in --version) echo "clang version 19.1.7" ;; -print-resource-dir) echo "$W/resource" ;; esac');
  await w.tool('llvm-ar-19', 'case $1 in t) echo debian-binary; echo data.tar.xz ;; x) cp "$2" "$3" ;; esac');
  await w.tool('cmake', 'mkdir -p "$4"; for word; do case $word in -DCOMPILER_RT_INSTALL_PATH=*) echo "${word#*=}" > "$4/to" ;; esac; done');
  await w.tool(
    'ninja',
    'read to < "$2/to"; to=$to/lib/x86_64-unknown-linux-musl; mkdir -p "$to"; cd "$to" && touch libclang_rt.builtins.a clang_rt.crtbegin.o clang_rt.crtend.o',
  );
  await w.file('resource/include/stddef.h', 'stddef\n');
  await w.file('t/musl-1.2.5/configure', configure(w.root));
  await run('/bin/chmod', ['755', path.join(w.root, 't', 'musl-1.2.5', 'configure')]);
  for (const name of patchNames) await w.file(`t/debian/patches/${name}`, patchText(name));
  await w.file('t/debian/patches/series', `# comment\n${patchNames.join('\n')}\n`);
  for (const name of ['compiler-rt/CMakeLists.txt', 'cmake/a', 'runtimes/a', 'llvm/cmake/a', 'libunwind/a', 'libcxxabi/a', 'libcxx/a', 'clang/unwanted']) {
    await w.file(`t/llvm-19/${name}`, 'text\n');
  }
  await w.file('t/llvm-19/compiler-rt/cmake/builtin-config-ix.cmake', '  ${RISCV32} ${RISCV64} ${SPARC} ${SPARCV9}\n  ${WASM32} ${WASM64} ${VE} ${LOONGARCH64})\n\n');
  await w.file('t/llvm-19/compiler-rt/lib/builtins/CMakeLists.txt', '\nadd_custom_target(builtins)\n');
  await w.file('t/llvm-19/compiler-rt/big', randomBytes(1_500_000));
  await w.file('t/deb/usr/include/linux/types.h', 'types\n');
  await w.file('t/deb/usr/include/x86_64-linux-gnu/asm/a.h', 'not wanted\n');
  await w.file('t/deb/usr/lib/linux/uapi/x86/asm/a.h', 'asm\n');
  await mkdir(path.join(w.root, 'given'));
  const pack = async (name: string, folder: string, ...members: string[]): Promise<Pin> => {
    const file = path.join(w.root, 'given', name);
    await run('tar', ['-C', path.join(w.root, 't', folder), '-acf', file, ...members]);
    return await w.file(`given/${name}`, await readFile(file));
  };
  const pins = {
    musl: await pack('musl_1.2.5.orig.tar.gz', '.', 'musl-1.2.5'),
    packaging: await pack('musl_1.2.5-3.debian.tar.xz', '.', 'debian'),
    llvm: await pack('llvm-toolchain-19_19.1.7.orig.tar.gz', '.', 'llvm-19'),
    deb: await pack('data.tar.xz', 'deb', 'usr'),
  };
  pins.deb = await w.file('given/linux-libc-dev_6.12.1-1_all.deb', await readFile(path.join(w.root, 'given', 'data.tar.xz')));
  await w.lock({
    'musl@trixie': { kind: 'source', series: '1.2.5', version: '1.2.5-3', files: [pins.musl, pins.packaging] },
    'llvm-toolchain-19@bookworm': { kind: 'source', series: '19.1', version: '1:19.1.7-3', files: [pins.llvm] },
    'linux-libc-dev@trixie': { kind: 'binary', series: '6.12', version: '6.12.1-1', files: [pins.deb] },
  });
  process.env.WILDEBEEST_SOURCES = path.join(w.root, 'given');
  await w.forgetCalls();
  return { w, pins };
}

const text = async (...parts: string[]): Promise<string> => await readFile(path.join(...parts), 'utf8');

t.test('a sysroot from its sources', async (t) => {
  const { w } = await workshop(t);
  const sysroot = await ensureSysroot(target);
  const at = sysroot.path;
  t.equal(sysroot.muslVersion, '1.2.5');
  t.match(at, new RegExp(`/steps/sysroot-x86_64-${sysroot.key}$`));
  t.equal(await text(at, 'usr', 'include', 'stdio.h'), 'musl\n');
  t.equal(await text(at, 'usr', 'include', 'linux', 'types.h'), 'types\n');
  t.equal(await text(at, 'usr', 'include', 'asm', 'a.h'), 'asm\n');
  t.notOk(await exists(path.join(at, 'usr', 'include', 'x86_64-linux-gnu')));
  t.equal(await readlink(path.join(at, 'lib', target.loader)), '../usr/lib/libc.so', 'the loader is a relative link');
  t.equal(await text(at, 'lib', target.loader), 'built\n');
  t.equal(await text(at, 'toolchain', 'resource', 'include', 'stddef.h'), 'stddef\n');
  t.ok(await exists(path.join(at, 'toolchain', 'resource', 'lib', target.normalizedTriple, 'libclang_rt.builtins.a')));
  t.match(await text(at, 'toolchain', 'meson.cross'), `c = '${at}/toolchain/bin/cc'`, 'the final place, not the one where it was made');
  t.equal((await lstat(path.join(at, 'toolchain', 'bin', 'cc'))).mode & 0o777, 0o755);
  const made = JSON.parse(await text(at, 'toolchain', 'sources.json')) as { sources: { musl: { version: string } } };
  t.equal(made.sources.musl.version, '1.2.5-3');

  const steps = path.join(w.root, 'cache', 'steps');
  const folder = async (name: string): Promise<string> =>
    path.join(steps, (await readdir(steps)).find((entry) => entry.startsWith(name)) ?? name);
  t.strictSame(
    (await readdir(path.join(await folder('musl-source'), 'applied'))).sort(),
    patchNames.slice(0, 4).sort(),
    'bug fixes are applied, the rest is left',
  );
  t.match(w.said(), 'musl_1.2.5-3.debian.tar.xz: has a patch that ts/sysroot/muslPatches.json does not know, left out: new.patch\n');
  t.strictSame((await readdir(await folder('llvm-source'))).sort(), ['cmake', 'compiler-rt', 'libcxx', 'libcxxabi', 'libunwind', 'llvm', 'runtimes']);

  const calls = await w.calls();
  const [headers, library] = calls.filter((call) => call.startsWith('configure '));
  const cc = `--target=x86_64-linux-musl --prefix=/usr --syslibdir=/lib --disable-wrapper --with-malloc=mallocng CC=${w.bin}/clang-19 --config=`;
  t.ok(headers?.startsWith(`configure ${cc}`) && library?.startsWith(`configure ${cc}`), headers ?? 'configure was not run');
  t.match(library, /LIBCC=\S*\/steps\/compiler-rt-x86_64-[0-9a-f]+\/lib\/x86_64-unknown-linux-musl\/libclang_rt\.builtins\.a$/);
  const cmake = calls.find((call) => call.startsWith('cmake ')) ?? '';
  for (const word of [
    `-DCMAKE_C_COMPILER=${w.bin}/clang-19`,
    '-DCMAKE_ASM_COMPILER_TARGET=x86_64-linux-musl',
    `-DCMAKE_SYSROOT=${await folder('headers-x86_64')}`,
    '-DCOMPILER_RT_BUILD_SANITIZERS=OFF',
    '-DCMAKE_TRY_COMPILE_TARGET_TYPE=STATIC_LIBRARY',
  ]) {
    t.ok(cmake.includes(` ${word} `), word);
  }

  await w.forgetCalls();
  t.strictSame(await ensureSysroot(target), sysroot);
  t.strictSame(await w.calls(), ['clang-19 --version'], 'the second run makes nothing');
  await rm(path.join(w.root, 'cache', 'sources'), { recursive: true });
  t.strictSame(await ensureSysroot(target), sysroot, 'and needs no source');

  const copy = path.join(w.root, 'co py');
  await cp(at, copy, { recursive: true, verbatimSymlinks: true });
  await writeToolchain(sysroot, copy);
  t.match(await text(copy, 'toolchain', 'meson.cross'), `c = '${copy}/toolchain/bin/cc'`);
  await writeToolchain(sysroot, copy, '/final');
  t.match(await text(copy, 'toolchain', 'meson.cross'), "c = '/final/toolchain/bin/cc'");
});

t.test('another compiler makes another sysroot', async (t) => {
  const { w } = await workshop(t);
  const first = await ensureSysroot(target);
  await w.tool('clang-19', 'case $1 in --version) echo "clang version 19.1.8" ;; -print-resource-dir) echo "$W/resource" ;; esac');
  const second = await ensureSysroot(target);
  t.not(second.key, first.key);
  t.match(w.said(), 'sysroot-x86_64: the one that is there was made by another version (clang version 19.1.7 then, clang version 19.1.8 now); making it anew\n');
  const made = (await readdir(path.join(w.root, 'cache', 'steps'))).map((name) => name.replace(/-[0-9a-f]{16}$/, ''));
  t.equal(made.filter((name) => name === 'musl-x86_64').length, 2);
  t.equal(made.filter((name) => name === 'llvm-source').length, 1, 'what does not depend on it stays');
});

t.test('a suite that has gone on', async (t) => {
  const { w, pins } = await workshop(t);
  const first = await ensureSysroot(target);
  await rm(path.join(w.root, 'cache'), { recursive: true });
  await fakeApt(w);
  for (const name of ['linux-libc-dev', 'llvm-toolchain-19', 'musl']) await mkdir(path.join(w.root, 'pool', name));
  for (const [pool, pin] of [['musl', pins.musl], ['llvm-toolchain-19', pins.llvm], ['linux-libc-dev', pins.deb]] as const) {
    await cp(path.join(w.root, 'given', pin.name), path.join(w.root, 'pool', pool, pin.name));
  }
  await w.file('t/debian/README', 'newer\n');
  await run('tar', ['-C', path.join(w.root, 't'), '-acf', path.join(w.root, 'new.tar.xz'), 'debian']);
  const packaging = await w.file('pool/musl/musl_1.2.5-4.debian.tar.xz', await readFile(path.join(w.root, 'new.tar.xz')));
  const deb = `Package: linux-libc-dev\nVersion: 6.12.1-1\nFilename: pool/${pins.deb.name}\nSize: ${String(pins.deb.size)}\nSHA256: ${pins.deb.sha256}\n\n`;
  await w.file('index/trixie', sourceStanza('musl', '1.2.5-4', [pins.musl, packaging]) + deb);
  await w.file('index/bookworm', sourceStanza('llvm-toolchain-19', '1:19.1.7-3', [pins.llvm]));
  delete process.env.WILDEBEEST_SOURCES;
  const second = await ensureSysroot(target);
  t.not(second.key, first.key, 'a result is never kept under the key of other sources');
  const made = JSON.parse(await text(second.path, 'toolchain', 'sources.json')) as { sources: { muslPatches: { version: string } } };
  t.equal(made.sources.muslPatches.version, '1.2.5-4');
  await w.forgetCalls();
  t.strictSame(await ensureSysroot(target), second);
  t.strictSame(await w.calls(), ['clang-19 --version'], 'nor made again');
});

t.test('a missing tool is named before anything is fetched', async (t) => {
  const { w } = await workshop(t);
  await rm(path.join(w.bin, 'patch'));
  t.equal(await lineOf(ensureSysroot(target)), 'patch: not found; next: wildebeest doctor --install, or install patch');
  t.notOk(await exists(path.join(w.root, 'cache', 'sources')));
  await rm(path.join(w.bin, 'llvm-nm-19'));
  t.equal(
    await lineOf(ensureSysroot(target)),
    'llvm-nm-19: not found, and no llvm-nm; next: wildebeest doctor --install, or install llvm-19',
  );
  await w.tool('llvm-nm', 'echo "Debian LLVM version 14.0.6"');
  t.equal(
    await lineOf(ensureSysroot(target)),
    `llvm-nm-19: not found, and ${w.bin}/llvm-nm is 14.0.6, older than 19; next: wildebeest doctor --install, or install llvm-19`,
  );
  await w.tool('llvm-nm', 'echo "LLVM version 20.1.0"');
  t.match(await lineOf(ensureSysroot(target)), 'patch: not found', 'a newer one will do');
});

t.test('a build that fails', async (t) => {
  const { w } = await workshop(t);
  await w.tool('ninja', 'echo "lib/builtins/x.c:1:1: error: broken" >&2; exit 1');
  const line = await lineOf(ensureSysroot(target));
  t.match(line, /^\S+\/ninja -C \S+ -j\d+ install: exit 1: lib\/builtins\/x\.c:1:1: error: broken; log: \S+\.log$/);
  t.match(await readFile(/log: (\S+)/.exec(line)?.[1] ?? '', 'utf8'), 'error: broken');
  await w.tool('ninja', 'echo "LLVM ERROR: IO failure on output stream: No space left on device" >&2; exit 1');
  t.equal(
    await lineOf(ensureSysroot(target)),
    `compiler-rt-x86_64: no space left in ${w.root}/cache; next: free space there, or set WILDEBEEST_CACHE to another disk`,
  );
  await w.tool('ninja', ':');
  t.match(await lineOf(ensureSysroot(target)), 'compiler-rt-x86_64: the build left no lib/x86_64-unknown-linux-musl/libclang_rt.builtins.a');
  const steps = await readdir(path.join(w.root, 'cache', 'steps'));
  t.notOk(steps.some((name) => name.startsWith('compiler-rt')), 'nothing half-made is kept');
});

t.test("the user's mistakes", async (t) => {
  const { w } = await workshop(t);
  t.throws(() => muslVersionOf('1.1'), { message: "unknown musl version '1.1'", next: 'one of: 1.2.5, 1.2.6', code: 2 });
  process.env.WILDEBEEST_CACHE = path.join(w.root, 'a cache');
  t.match(await lineOf(ensureSysroot(target)), `${w.root}/a cache: make takes no such path for the cache; next: `);
});

const child = (w: World, words: string[] = []): ReturnType<typeof spawn> =>
  spawn(process.execPath, [driver, 'sysroot', 'x86_64', '--path', ...words], { stdio: ['ignore', 'pipe', 'pipe'], cwd: w.root });

async function outputOf(started: ReturnType<typeof spawn>): Promise<{ stdout: string; stderr: string; code: number | null }> {
  let [stdout, stderr] = ['', ''];
  started.stdout?.on('data', (data: Buffer) => (stdout += data.toString()));
  started.stderr?.on('data', (data: Buffer) => (stderr += data.toString()));
  const [code] = (await once(started, 'close')) as [number | null];
  return { stdout, stderr, code };
}

t.test('two at once', async (t) => {
  const { w } = await workshop(t);
  const [first, second] = await Promise.all([outputOf(child(w)), outputOf(child(w))]);
  t.equal(first.code, 0, first.stderr);
  t.equal(second.stdout, first.stdout);
  t.match(first.stdout, /^\/\S+\n$/, 'nothing but the path on standard output');
  const calls = await w.calls();
  t.equal(calls.filter((call) => call.startsWith('ninja ')).length, 1, 'made once');
  t.equal(calls.filter((call) => call.startsWith('configure ')).length, 2);
});

t.test('killed half-way', async (t) => {
  const { w } = await workshop(t);
  await w.file('slow', '');
  const started = child(w);
  while (!(await exists(path.join(w.root, 'started')))) {
    if (started.exitCode !== null) throw new Error('the driver ended before its make was slow');
    await sleep(20);
  }
  started.kill('SIGKILL');
  await once(started, 'close');
  await rm(path.join(w.root, 'slow'));
  const sysroot = await ensureSysroot(target);
  t.equal(await text(sysroot.path, 'usr', 'lib', 'libc.so'), 'built\n');
  for (let tries = 0; tries < 200 && !(await exists(path.join(w.root, 'harmed'))); tries += 1) await sleep(50);
  await sleep(200);
  t.ok(await exists(path.join(w.root, 'harmed')), 'the make of the killed driver went on');
  t.equal(await text(sysroot.path, 'usr', 'lib', 'libc.so'), 'built\n', 'and did no harm');
});

const unshare = await findProgram('unshare');
const namespaces =
  unshare !== undefined && (await run(unshare, ['--user', '--map-root-user', '--mount', 'true'], { allowFailure: true })).exitCode === 0;

for (const [size, what] of [
  ['1m', 'llvm-toolchain-19_19.1.7.orig.tar.gz'],
  // Steps that run at once may find it full together.
  ['2500k', '[\\w.-]+'],
] as const) {
  t.test(`a full disk of ${size}`, { skip: !namespaces && 'no user namespaces' }, async (t) => {
    const { w } = await workshop(t);
    await mkdir(path.join(w.root, 'cache'));
    const script = `PATH=${w.machinePath} mount -t tmpfs -o size=${size} tmpfs "$WILDEBEEST_CACHE" && exec "$0" "$@"`;
    const words = ['--user', '--map-root-user', '--mount', '/bin/sh', '-c', script, process.execPath, driver, 'sysroot', 'x86_64'];
    const { stderr, code } = await outputOf(spawn(unshare ?? '', words, { stdio: ['ignore', 'pipe', 'pipe'] }));
    t.equal(code, 1);
    t.match(
      stderr.trimEnd().split('\n').at(-1),
      new RegExp(`^wildebeest: ${what}: no space left in ${w.root}/cache; next: free space there, or set WILDEBEEST_CACHE to another disk$`),
    );
    t.notMatch(stderr, /^ {4}at /m, 'no stack trace');
  });
}

t.test('the list of patches is the one of the lock file', async (t) => {
  const file = path.join(projectRoot(), 'ts', 'sysroot', 'muslPatches.json');
  const lists = JSON.parse(await readFile(file, 'utf8')) as Record<string, { apply: { file: string }[]; leave: { file: string }[] }>;
  for (const [version, { apply, leave }] of Object.entries(lists)) {
    const names = [...apply, ...leave].map((entry) => entry.file);
    t.equal(new Set(names).size, names.length, `${version}: each once`);
    t.strictSame(names.sort(), patchNames.slice(0, 6).sort(), `${version}: all that Debian's packaging has`);
  }
});
