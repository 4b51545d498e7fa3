import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import t from 'tap';
import { generate } from '../ts/generate/generate.js';
import { loadModules } from '../ts/manifest/load.js';
import { run } from '../ts/run/process.js';
import { projectRoot } from '../ts/run/root.js';
import { exists, filesBelow } from '../ts/run/store.js';
import { findProgram } from '../ts/sysroot/hostTools.js';
import { ensureSysroot } from '../ts/sysroot/sysroot.js';
import { loadTarget } from '../ts/targets/target.js';
import { filesHash, once, versionsOf } from './once.js';

/** A PATH with the machine's tools but no node and no npm, as a packager's builder has it. */
async function pathWithoutNode(folder: string): Promise<string> {
  await mkdir(folder);
  for (const name of ['cmake', 'ctest', 'ninja', 'pkg-config', 'sh', 'clang-19', 'clang', 'clang++-19', 'ld.lld-19', 'llvm-ar-19', 'llvm-ranlib-19', 'llvm-nm-19', 'llvm-strip-19', 'dirname', 'readlink', 'env', 'cat', 'ls', 'rm', 'sed', 'pkgconf', 'uname']) {
    const file = await findProgram(name);
    if (file !== undefined) await symlink(file, path.join(folder, name));
  }
  return folder;
}

t.test('the C side builds, tests and installs with CMake alone', async (t) => {
  const sysroot = await ensureSysroot(await loadTarget('x86_64'));
  const files = await filesHash('CMakeLists.txt', 'wildebeest', 'libc-support', 'test/cmake.test.ts', 'LICENSE');
  await once(t, 'cmake', { sysroot: sysroot.key, files, tools: await versionsOf('cmake', 'ninja') }, async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'lwb-cmake-'));
    t.teardown(() => rm(folder, { recursive: true }));
    const env = { PATH: await pathWithoutNode(path.join(folder, 'bin')), HOME: folder, DESTDIR: path.join(folder, 'root') };
    const build = path.join(folder, 'build');
    const toolchain = path.join(sysroot.path, 'toolchain', 'toolchain.cmake');
    await t.rejects(run('node', ['--version'], { env }), { message: 'node: not found' }, 'there is no Node');
    await run('cmake', ['-S', projectRoot(), '-B', build, '-G', 'Ninja', `-DCMAKE_TOOLCHAIN_FILE=${toolchain}`, '-DCMAKE_INSTALL_PREFIX=/usr', '-DCMAKE_INSTALL_LIBDIR=lib'], { env });
    await run('cmake', ['--build', build], { env });
    const tested = await run('ctest', ['--test-dir', build, '-j', '2', '--output-on-failure'], { env, allowFailure: true });
    t.equal(tested.exitCode, 0, 'ctest passes', { output: tested.stdout.slice(-2000) });
    const modules = await loadModules();
    const count = modules.reduce((sum, module) => sum + 2 * module.tests.length, 0);
    t.match(tested.stdout, new RegExp(`100% tests passed, 0 tests failed out of ${String(count)}`), 'each test, linked as by default and statically');
    await run('cmake', ['--install', build], { env });
    const installed = await filesBelow(path.join(folder, 'root', 'usr'));
    for (const module of modules) {
      if (module.sources.length > 0) t.ok(installed.includes(`lib/libwildebeest-${module.name}.a`), `archive of ${module.name}`);
      if (!module.private) t.ok(installed.includes(`lib/pkgconfig/libwildebeest-${module.name}.pc`), `.pc of ${module.name}`);
      for (const header of module.headers) t.ok(installed.includes(`include/libwildebeest/${module.name}/${header}`), `${module.name}/${header}`);
    }
    for (const name of generate(modules).keys()) {
      if (name.startsWith('include/')) t.ok(installed.includes(`include/libwildebeest/all/${name.slice('include/'.length)}`), `umbrella ${name}`);
    }
  });
});

t.test('a compiler for glibc is refused with the next step', async (t) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'lwb-cmake-'));
  t.teardown(() => rm(folder, { recursive: true }));
  const host = (await findProgram('clang-19')) ?? 'cc';
  const result = await run('cmake', ['-S', projectRoot(), '-B', path.join(folder, 'build'), `-DCMAKE_C_COMPILER=${host}`], { allowFailure: true });
  t.not(result.exitCode, 0);
  t.match(result.stderr.replaceAll(/\s+/g, ' '), /libwildebeest is for musl, but .* targets glibc\. Name a musl compiler/);
  t.notOk(await exists(path.join(folder, 'build', 'Makefile')), 'nothing is left to build with');
});
