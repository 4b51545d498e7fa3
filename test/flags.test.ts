import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import t, { type Test } from 'tap';
import { withCrossFiles } from '../ts/commands/exec.js';
import { run } from '../ts/run/process.js';
import { projectRoot } from '../ts/run/root.js';
import { buildFlags, ensureBuild } from '../ts/shim/build.js';
import { runnerOf } from '../ts/suite/execute.js';
import type { Sysroot } from '../ts/sysroot/sysroot.js';
import { loadTarget } from '../ts/targets/target.js';
import { filesHash, once, versionsOf } from './once.js';
import { cmakeFlags, flagFormats, formatFlags, mesonFlags } from '../ts/toolchain/flags.js';

const bin = path.join(projectRoot(), 'dist', 'ts', 'bin.js');
const project = path.join(projectRoot(), 'test', 'fixtures', 'flags', 'project');
const target = 'x86_64';
const triple = 'x86_64-linux-musl';
const modules = ['basename', 'glob'];

const links = [
  { name: 'lld, dynamic', flags: [] },
  { name: 'lld, static', flags: ['-static'] },
  { name: 'bfd, dynamic', flags: ['-fuse-ld=bfd'] },
  { name: 'bfd, static', flags: ['-static', '-fuse-ld=bfd'] },
] as const;

const shell = (script: string): string[] => ['sh', '-ec', script];

/** Runs a command in a copy of the project; returns the folder. */
async function inCopy(t: Test, argv: readonly string[], env: NodeJS.ProcessEnv = {}, more: Record<string, string> = {}): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'lwb-flags-'));
  t.teardown(() => rm(folder, { recursive: true }));
  await cp(project, folder, { recursive: true });
  for (const [name, text] of Object.entries(more)) await writeFile(path.join(folder, name), text);
  const [command = '', ...args] = argv;
  await run(command, args, { cwd: folder, env: { ...process.env, ...env } });
  return folder;
}

/** The program does what it does with glibc, and neither it nor the shared library shows the shim. */
async function check(t: Test, sysroot: Sysroot, folder: string, isStatic: boolean, what: string): Promise<void> {
  const [command, args] = (await runnerOf(sysroot)).command(path.join(folder, 'prog'), !isStatic);
  t.equal((await run(command, args)).stdout, '[] 0 2\n', `${what}: the program does as with glibc`);
  const files = ['prog', 'libname.so'].map((name) => path.join(folder, name));
  const verified = await run(process.execPath, [bin, 'verify', ...files], { allowFailure: true });
  t.equal(verified.exitCode, 0, `${what}: nothing of the shim shows ${verified.stdout}${verified.stderr}`);
}

const sysroot = await ensureBuild(await loadTarget(target));
const flags = await buildFlags(sysroot, modules);

t.test('flags reach real builds', { jobs: 2 }, async (t) => {
  const inputs = {
    build: sysroot.key,
    files: await filesHash('ts', 'test/flags.test.ts', 'test/fixtures/flags'),
    tools: await versionsOf('cmake', 'meson', 'ninja', 'make', 'autoreconf', 'ld.bfd', 'clang'),
  };
  await once(t, 'flags', inputs, () => realBuilds(t));
});

/** Real projects, built with each build system and linker. */
async function realBuilds(t: Test): Promise<void> {
  const subtests: Promise<unknown>[] = [];
  const tool = (name: string): string => path.join(sysroot.path, 'toolchain', 'bin', name);
  const exec = (argv: readonly string[]): string[] => [process.execPath, bin, 'exec', '--target', target, ...modules.flatMap((name) => ['--module', name]), '--', ...argv];

  subtests.push(t.test('without the shim the project does not compile', async (t) => {
    await t.rejects(inCopy(t, shell('make -f plain.mk'), { CC: tool('cc') }), { message: /GLOB_BRACE/ });
  }));

  for (const link of links) {
    const isStatic = (link.flags as readonly string[]).includes('-static');
    const words = link.flags.join(' ');
    const shared = link.flags.filter((flag) => flag !== '-static').join(' ');
    subtests.push(t.test(`wildebeest exec, ${link.name}`, async (t) => {
      const scripts = {
        autotools: `autoconf && ./configure --host=${triple} LDFLAGS="${words}" && make`,
        make: `make -f plain.mk LDFLAGS="${words}" LIBS="$LIBS"`,
        cmake: `cmake -B out -DCMAKE_EXE_LINKER_FLAGS="${words}" -DCMAKE_SHARED_LINKER_FLAGS="${shared}" && cmake --build out && cp out/prog out/libname.so .`,
      };
      for (const [system, script] of Object.entries(scripts)) await check(t, sysroot, await inCopy(t, exec(shell(script))), isStatic, system);
    }));
    subtests.push(t.test(`wildebeest flags --format meson, ${link.name}`, async (t) => {
      const script = `meson setup out --cross-file '${path.join(sysroot.path, 'toolchain', 'meson.cross')}' --cross-file flags.cross && ninja -C out && cp out/prog .`;
      const folder = await inCopy(t, shell(script), {}, { 'flags.cross': mesonFlags({ ...flags, libs: [...flags.libs, ...link.flags] }) });
      await cp(path.join(folder, 'prog'), path.join(folder, 'libname.so'));
      await check(t, sysroot, folder, isStatic, 'meson');
    }));
    subtests.push(t.test(`pkg-config alone, ${link.name}`, async (t) => {
      const own = 'CFLAGS="$CFLAGS $("$PKG_CONFIG" --cflags libwildebeest)" LIBS="$("$PKG_CONFIG" --libs libwildebeest)"';
      const env = { CC: tool('cc'), PKG_CONFIG: tool('pkg-config') };
      const scripts = {
        autotools: `export ${own}; autoconf && ./configure --host=${triple} LDFLAGS="${words}" && make`,
        make: `export ${own}; make -f plain.mk LDFLAGS="${words}"`,
        cmake: `export ${own}; cmake -B out -DCMAKE_C_STANDARD_LIBRARIES="$LIBS" -DCMAKE_EXE_LINKER_FLAGS="${words}" -DCMAKE_SHARED_LINKER_FLAGS="${shared}" && cmake --build out && cp out/prog out/libname.so .`,
      };
      for (const [system, script] of Object.entries(scripts)) await check(t, sysroot, await inCopy(t, shell(script), env), isStatic, system);
    }));
  }

  subtests.push(t.test('wildebeest exec gives meson its cross files', async (t) => {
    const folder = await inCopy(t, exec(['meson', 'setup', 'out']));
    await run('ninja', ['-C', path.join(folder, 'out')]);
    for (const name of ['prog', 'libname.so']) await cp(path.join(folder, 'out', name), path.join(folder, name));
    await check(t, sysroot, folder, false, 'meson');
  }));

  subtests.push(t.test('the exit status of exec is the command\'s', async (t) => {
    const ended = async (argv: readonly string[]): Promise<number | undefined> => {
      const [command = '', ...args] = exec(argv);
      return (await run(command, args, { allowFailure: true })).exitCode;
    };
    t.equal(await ended(shell('exit 7')), 7);
    t.equal(await ended(shell('kill -TERM $$')), 143);
    t.equal(await ended(['no-such-program-here']), 1);
  }));
  await Promise.all(subtests);
}

t.test('every format says the same flags', (t) => {
  for (const format of flagFormats) {
    const text = formatFlags(format, sysroot, flags);
    if (format === 'pkg-config') t.match(text, '--libs libwildebeest-basename libwildebeest-glob');
    else for (const word of [...flags.cflags, ...flags.libs]) t.ok(text.includes(word), `${format} has ${word}`);
  }
  t.match(cmakeFlags(sysroot, { ...flags, cflags: ['-DX="a b"'] }), '-DX=\\"a b\\"');
  t.end();
});

t.test('umbrella and modules: Cflags and Libs of the installed .pc files', async (t) => {
  const umbrella = await buildFlags(sysroot, []);
  t.same(umbrella.cflags, [`-I${sysroot.path}/usr/include/libwildebeest/all`]);
  t.ok(umbrella.libs.includes('-lwildebeest'));
  await t.rejects(buildFlags(sysroot, ['no-such-module']), { message: /unknown module 'no-such-module'/ });
});

t.test('which meson commands get cross files', (t) => {
  t.same(withCrossFiles(['meson', 'setup', 'b'], ['X']), ['meson', 'setup', 'X', 'b']);
  t.same(withCrossFiles(['/usr/bin/meson', 'b'], ['X']), ['/usr/bin/meson', 'X', 'b']);
  t.same(withCrossFiles(['meson', 'compile', '-C', 'b'], ['X']), ['meson', 'compile', '-C', 'b']);
  t.same(withCrossFiles(['ninja', 'setup'], ['X']), ['ninja', 'setup']);
  t.end();
});
