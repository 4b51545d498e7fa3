import { chmod, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import t from 'tap';
import { run } from '../ts/run/process.js';
import { projectRoot } from '../ts/run/root.js';
import { findTool, hostTools } from '../ts/sysroot/hostTools.js';
import { loadTarget, type Target } from '../ts/targets/target.js';
import { clangConfig } from '../ts/toolchain/clangConfig.js';
import { cmakeToolchain } from '../ts/toolchain/cmakeToolchain.js';
import { mesonCross, mesonString } from '../ts/toolchain/mesonCross.js';
import { wrapperTools, wrappers, type WrapperTools } from '../ts/toolchain/wrappers.js';

const target = await loadTarget('x86_64');
const fixtures = path.join(projectRoot(), 'test', 'fixtures', 'toolchain');
const expected = async (name: string): Promise<string> => await readFile(path.join(fixtures, name), 'utf8');
const toolsIn = (folder: string): WrapperTools =>
  Object.fromEntries(wrapperTools.map((name) => [name, path.join(folder, name)])) as unknown as WrapperTools;

t.test('the files, byte for byte', async (t) => {
  t.equal(clangConfig(target, { cxx: false }), await expected('clang.cfg'));
  t.equal(mesonCross(target, '/the/root'), await expected('meson.cross'));
  t.equal(cmakeToolchain(target), await expected('toolchain.cmake'));
  const made = wrappers(target, toolsIn('/tools'));
  for (const name of ['cc', 'ar', 'pkg-config', 'run']) t.equal(made.get(name), await expected(name), name);
});

t.test('what targets differ in', (t) => {
  const other: Target = { ...target, name: 'other', machine: 'other', triple: 'other-linux-musl', endian: 'big', cflags: ['-mno-lsx'], ldflags: ['-Wl,-u,x'], qemu: undefined };
  t.match(clangConfig(other, { cxx: false }), /^--target=other-linux-musl$/m);
  t.match(clangConfig(other, { cxx: false }), /^-mno-lsx$/m);
  t.match(clangConfig(other, { cxx: false }), /^-Wl,-u,x$/m);
  t.match(mesonCross(other, '/r'), "endian = 'big'");
  t.match(cmakeToolchain(other), 'set(CMAKE_SYSTEM_PROCESSOR other)');
  t.match(wrappers(other, toolsIn('/t')).get('run'), "can't run programs for other");
  t.equal(mesonString("it's a \\"), "'it\\'s a \\\\'", 'quoted as meson reads it');
  t.end();
});

t.test('every wrapper has a name with the triple too', (t) => {
  const made = wrappers(target, toolsIn('/tools'));
  for (const name of ['cc', 'c++', 'ar', 'nm', 'ranlib', 'strip', 'objcopy', 'objdump', 'readelf', 'ld', 'pkg-config', 'run']) {
    t.ok(made.has(name), name);
    t.equal(made.get(`${target.triple}-${name}`), made.get(name), `${target.triple}-${name}`);
  }
  t.end();
});

t.test('wrappers find their sysroot', async (t) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "wildebeest 'test-"));
  t.teardown(async () => await rm(folder, { recursive: true }));
  const tools = path.join(folder, "its tools");
  await mkdir(tools);
  const put = async (file: string, text: string): Promise<void> => {
    await writeFile(file, text);
    await chmod(file, 0o755);
  };
  for (const name of wrapperTools) {
    await put(path.join(tools, name), `#!/bin/sh\necho "${name}|$PKG_CONFIG_LIBDIR|$PKG_CONFIG_SYSROOT_DIR|$PKG_CONFIG_PATH"\nprintf '<%s>' "$@"\n`);
  }
  const install = async (root: string): Promise<string> => {
    const bin = path.join(root, 'toolchain', 'bin');
    await mkdir(bin, { recursive: true });
    for (const [name, text] of wrappers(target, toolsIn(tools))) await put(path.join(bin, name), text);
    return bin;
  };
  const root = path.join(folder, 'a root');
  const bin = await install(root);
  const said = `clang|||\n<--config=${root}/toolchain/clang.cfg><--sysroot=${root}><a b><>`;
  const env = { PATH: process.env.PATH };
  const output = async (command: string, args: string[], options: Parameters<typeof run>[2] = {}): Promise<string> =>
    (await run(command, args, { env, ...options })).stdout;

  t.equal(await output(path.join(bin, 'cc'), ['a b', '']), said, 'by absolute path; arguments arrive as they are');
  t.equal(await output('./cc', ['a b', ''], { cwd: bin }), said, 'by relative path');
  t.equal(await output('/bin/sh', ['-c', 'cc "$@"', 'sh', 'a b', ''], { env: { PATH: `${bin}:${process.env.PATH ?? ''}` } }), said, 'through PATH');
  t.equal(await output('/bin/sh', ['-c', 'cc "$@"', 'sh', 'a b', ''], { cwd: bin, env: { PATH: `.:${process.env.PATH ?? ''}` } }), said, 'through a relative PATH');
  t.equal(await output('/bin/sh', ['cc', 'a b', ''], { cwd: bin }), said, 'as an argument of sh');
  await mkdir(path.join(folder, 'links'));
  await symlink(path.join('..', 'a root', 'toolchain', 'bin', 'cc'), path.join(folder, 'links', 'one'));
  await symlink('one', path.join(folder, 'links', 'two'));
  await symlink(path.join(folder, 'links', 'two'), path.join(folder, 'three'));
  t.equal(await output(path.join(folder, 'three'), ['a b', '']), said, 'through links, absolute and relative');
  t.equal(
    await output(path.join(bin, 'cc'), ['a b', ''], { env: { ...env, CDPATH: folder } }),
    said,
    'CDPATH of the user does no harm',
  );

  const copy = path.join(folder, 'copy');
  await cp(root, copy, { recursive: true });
  t.equal(await output(path.join(copy, 'toolchain', 'bin', 'c++'), ['x']), `clang++|||\n<--config=${copy}/toolchain/clang.cfg><--sysroot=${copy}><x>`, 'a copy finds itself');
  t.equal(
    await output(path.join(bin, 'pkg-config'), ['--libs'], { env: { ...env, PKG_CONFIG_PATH: '/usr/lib/pkgconfig', PKG_CONFIG_LIBDIR: '/usr/lib/pkgconfig' } }),
    `pkg-config|${root}/usr/lib/pkgconfig:${root}/usr/share/pkgconfig|${root}|\n<--libs>`,
    "pkg-config sees nothing of the build machine's",
  );
  t.equal(await output(path.join(bin, `${target.triple}-ar`), ['rc', 'x.a']), 'llvm-ar|||\n<rc><x.a>');

  await t.test('run', async (t) => {
    const emulators = path.join(folder, 'emulators');
    await mkdir(emulators);
    const programs = { ...env, PATH: `${emulators}:${process.env.PATH ?? ''}` };
    await put(path.join(folder, 'program'), `#!/bin/sh\nprintf 'itself<%s>' "$@"\n`);
    await mkdir(path.join(root, 'lib'));
    await put(path.join(root, 'lib', target.loader), `#!/bin/sh\n[ $# -gt 0 ] || exec echo "musl libc (here)" >&2\nprintf 'loader<%s>' "$@"\n`);
    const runner = path.join(bin, 'run');
    await put(path.join(tools, 'llvm-readelf'), '#!/bin/sh\necho "  LOAD 0"\n');
    t.equal(await output(runner, [path.join(folder, 'program'), 'a b'], { env: programs }), 'itself<a b>', 'a static program');
    await put(path.join(tools, 'llvm-readelf'), '#!/bin/sh\necho "  INTERP 0"\n');
    t.equal(
      await output(runner, [path.join(folder, 'program'), 'a b'], { env: programs }),
      `loader<--library-path>loader<${root}/usr/lib:${root}/lib>loader<${folder}/program>loader<a b>`,
      "a dynamic one, with the sysroot's loader",
    );
    await put(path.join(root, 'lib', target.loader), '\x7fELF of another machine');
    await put(path.join(emulators, target.qemu ?? ''), `#!/bin/sh\nprintf 'qemu<%s>' "$@"\n`);
    const loader = path.join(root, 'lib', target.loader);
    t.equal(await output(runner, ['program'], { env: programs }), `qemu<${loader}>qemu<--library-path>qemu<${root}/usr/lib:${root}/lib>qemu<program>`, 'on another machine');
    await put(path.join(tools, 'llvm-readelf'), '#!/bin/sh\necho "  LOAD 0"\n');
    t.equal(await output(runner, ['program'], { env: programs }), 'qemu<program>', 'a static program there');
  });
});

const clang = (await hostTools()).find(({ name }) => name === 'clang');
const found = clang === undefined ? undefined : await findTool(clang);

t.test('clang takes its paths from the place of the configuration', { skip: !(found && 'file' in found) && 'no clang' }, async (t) => {
  if (found === undefined || !('file' in found)) return;
  const folder = await mkdtemp(path.join(os.tmpdir(), 'wildebeest test-'));
  t.teardown(async () => await rm(folder, { recursive: true }));
  await mkdir(path.join(folder, 'toolchain'));
  await writeFile(path.join(folder, 'toolchain', 'clang.cfg'), clangConfig(target, { cxx: false }));
  const words = [`--config=${folder}/toolchain/clang.cfg`, '-###', '-x', 'c', '/dev/null', '-o', 'x'];
  const { stderr } = await run(found.file, words);
  t.match(stderr, `"-isysroot" "${folder}/toolchain/.."`);
  t.match(stderr, `"-resource-dir" "${folder}/toolchain/resource"`);
  t.match(stderr, `"-dynamic-linker" "/lib/${target.loader}"`);
  t.match(stderr, '/libclang_rt.builtins.a"', 'compiler-rt, not libgcc');
  t.notMatch(stderr, /"-lgcc|"-lunwind|unused/);
  t.notMatch(stderr, '"-internal-externc-isystem" "/usr/include"', "none of the build machine's headers");
});
