// The addons that are shipped ready-made: what they are, that each loads with its own libc, and that the right one is taken.
import { readFileSync } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import t from 'tap';
import { libcOf } from '../ts/elf/addon.js';
import { ensureGlibc, ensurePrebuild, machineOf, prebuildPath, prebuilds, type Prebuild } from '../ts/elf/prebuild.js';
import { readElfFiles, type ElfObject } from '../ts/elf/reader.js';
import { run, type RunResult } from '../ts/run/process.js';
import { projectRoot } from '../ts/run/root.js';
import { exists } from '../ts/run/store.js';
import { emulator, runnerOf } from '../ts/suite/execute.js';
import { hostTool } from '../ts/sysroot/hostTools.js';
import { ensureSysroot, planSysroots } from '../ts/sysroot/sysroot.js';
import { loadTarget } from '../ts/targets/target.js';
import { factsOf } from '../ts/verify/elf.js';
import { findingsIn } from '../ts/verify/verify.js';

const nameOf = ({ arch, libc }: Prebuild): string => `${arch} ${libc}`;

async function objectOf(file: string): Promise<ElfObject> {
  for await (const { objects } of readElfFiles([file], ['dynamicSymbols', 'symbols', 'segments', 'dynamic', 'sections'])) {
    const [object] = objects;
    if (object?.kind === 'elf') return object;
  }
  throw new Error(`${file}: no ELF file`);
}

/** The symbol versions that an object wants. */
function versionsOf({ dynamicSymbols: symbols }: ElfObject): string[] {
  return Array.from({ length: symbols.length }, (_, index) => symbols.version(index)?.name ?? '').filter((name) => name !== '');
}

/** The oldest glibc that the addons may ask for: that of the packages they are built with. */
const glibc = 36;

/** Those that can be built in seconds, and why others can't: libc++ takes minutes, which `npm test` does not spend on it. */
const lacking = new Map<Prebuild, string>();
for (const prebuild of prebuilds.filter(({ libc }) => libc === 'musl')) {
  const target = await loadTarget(machineOf[prebuild.arch]);
  const [planned] = await planSysroots([target], { cxx: true });
  if (planned !== undefined && !(await exists(planned.path))) lacking.set(prebuild, `no libc++ for ${target.name} is made yet: wildebeest sysroot ${target.name} --cxx`);
}
const made = prebuilds.filter((prebuild) => !lacking.has(prebuild));
for (const [prebuild, why] of lacking) t.test(nameOf(prebuild), { skip: why }, (t) => t.end());

for (const prebuild of made) {
  t.test(`${nameOf(prebuild)}: what it is`, async (t) => {
    const object = await objectOf(await ensurePrebuild(prebuild));
    const facts = factsOf(object);
    const target = await loadTarget(machineOf[prebuild.arch]);
    t.same(findingsIn(facts, { symbols: [], sysroots: [], target }), [], 'for its machine, and hardened');
    t.same([...facts.exports].sort(), ['napi_register_module_v1', 'node_api_module_get_api_version_v1'], 'nothing of a C++ library shows');
    const needed = prebuild.libc === 'musl' ? ['libc.so'] : ['libc.so.6', prebuild.arch === 'x64' ? 'ld-linux-x86-64.so.2' : 'ld-linux-aarch64.so.1'];
    t.same(facts.needed.filter((name) => !needed.includes(name)), [], `it needs no library but ${needed.join(' and ')}`);
    t.ok(facts.needed.includes(needed[0] ?? ''));
    t.ok(facts.imports.includes('napi_create_function'), "it wants Node's interface");
    const versions = versionsOf(object);
    if (prebuild.libc === 'musl') t.same(versions, []);
    else {
      t.ok(versions.length > 0);
      t.same(versions.filter((version) => !(Number(/^GLIBC_2\.(\d+)/.exec(version)?.[1] ?? Infinity) <= glibc)), [], `no newer glibc than 2.${String(glibc)}`);
    }
  });
}

/** A program that loads an addon as Node does; what Node's interface has stands in it by name alone. */
const host = (imports: readonly string[]): string => `
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
${imports.map((name) => `void ${name}(void) { abort(); }`).join('\n')}
int main(int argc, char **argv)
{
        void *addon = argc == 2 ? dlopen(argv[1], RTLD_NOW) : NULL;
        int (*version)(void) = addon != NULL ? (int (*)(void))dlsym(addon, "node_api_module_get_api_version_v1") : NULL;
        if (version == NULL || dlsym(addon, "napi_register_module_v1") == NULL) {
                puts(dlerror());
                return 1;
        }
        printf("Node-API %d\\n", version());
        return 0;
}
`;

/** How a program of a machine and its libc is compiled and run here. */
async function toolsOf({ arch, libc }: Prebuild): Promise<{ compile: string[]; start: (program: string) => string[] }> {
  const target = await loadTarget(machineOf[arch]);
  // Only musl's are built with libc++, which takes minutes; glibc's ask no more than whether this machine runs the target's programs.
  const musl = await ensureSysroot(target, { cxx: libc === 'musl' });
  const runner = await runnerOf(musl);
  if (libc === 'musl') return { compile: [path.join(musl.path, 'toolchain', 'bin', 'cc')], start: (program) => runner.command(program, true).flat() };
  const root = await ensureGlibc(arch);
  const libraries = path.join(root, 'usr', `${machineOf[arch]}-linux-gnu`, 'lib');
  const loader = path.join(libraries, arch === 'x64' ? 'ld-linux-x86-64.so.2' : 'ld-linux-aarch64.so.1');
  const emulated = runner.native ? [] : [(await emulator(target)).file];
  return {
    compile: [await hostTool('clang'), `--target=${machineOf[arch]}-linux-gnu`, `--sysroot=${root}`, '-fuse-ld=lld', '-static-libgcc'],
    start: (program) => [...emulated, loader, '--library-path', libraries, program],
  };
}

for (const prebuild of made) {
  t.test(`${nameOf(prebuild)}: it loads with its own libc`, async (t) => {
    const addon = await ensurePrebuild(prebuild);
    const imports = factsOf(await objectOf(addon)).imports.filter((name) => name.startsWith('napi_'));
    const folder = t.testdir({ 'host.c': host(imports), 'lacking.c': host(imports.slice(1)) });
    const { compile, start } = await toolsOf(prebuild);
    const [compiler = '', ...flags] = compile;
    const load = async (name: string): Promise<RunResult> => {
      const program = path.join(folder, name);
      await run(compiler, [...flags, '-rdynamic', '-o', program, `${program}.c`, '-ldl']);
      const [command = '', ...words] = start(program);
      return await run(command, [...words, addon], { allowFailure: true });
    };
    t.match(await load('host'), { exitCode: 0, stdout: 'Node-API 8\n' });
    t.match(await load('lacking'), { exitCode: 1, stdout: new RegExp(imports[0] ?? '?') }, 'and not where a function is missing');
  });
}

t.test('the right one is taken', async (t) => {
  t.equal(libcOf('7f00-7f01 r-xp 00000000 fe:00 12   /lib/ld-musl-x86_64.so.1\n7f02 rw-p 00000000 00:00 0\n'), 'musl');
  t.equal(libcOf('7f00-7f01 r-xp 00000000 fe:00 12   /usr/lib/x86_64-linux-gnu/libc.so.6\n7f02 r--p 0 fe:00 13   /home/ld-musl-x86_64.so.1.d/node\n'), 'glibc');
  const folder = t.testdir({});
  for (const prebuild of made) {
    const file = path.join(folder, prebuildPath(prebuild));
    await mkdir(path.dirname(file), { recursive: true });
    await cp(await ensurePrebuild(prebuild), file);
  }
  const script = path.join(folder, 'load.mjs');
  const module = (name: string): string => JSON.stringify(path.join(projectRoot(), 'dist', 'ts', 'elf', name));
  await writeFile(
    script,
    `import { readFileSync } from 'node:fs';
import { readElfFiles } from ${module('reader.js')};
for await (const { objects } of readElfFiles([process.execPath], ['dynamicSymbols'])) console.log(objects[0].dynamicSymbols.length > 0, process.env.LIBC);
console.log(/libwildebeest\\.\\w+\\.node$/m.exec(readFileSync('/proc/self/maps', 'utf8'))[0]);
`,
  );
  const load = (environment: Record<string, string>): Promise<RunResult> => run(process.execPath, [script], { allowFailure: true, env: { ...process.env, LIBWILDEBEEST_PREBUILD: folder, ...environment } });
  t.match(await load({}), { exitCode: 0, stdout: `true undefined\nlibwildebeest.${libcOf(readFileSync('/proc/self/maps', 'utf8'))}.node\n` }, 'here, and it reads');
  const musl = await load({ LIBC: 'musl' });
  t.not(musl.exitCode, 0, 'on musl, which this Node does not run on');
  const there = made.some(({ arch, libc }) => arch === process.arch && libc === 'musl');
  if (there) t.match(musl.stderr, /can't be loaded: .*libc\.so/);
  const foreign = await load({ npm_config_arch: process.arch === 'x64' ? 'arm64' : 'x64' });
  t.not(foreign.exitCode, 0, 'for another processor');
  t.match(foreign.stderr, /can't be loaded: .*libwildebeest\.glibc\.node/);
});

t.test('binding.gyp, for who builds by node-gyp, names what CMake does', (t) => {
  const text = (name: string): string => readFileSync(path.join(projectRoot(), name), 'utf8');
  const [target] = (JSON.parse(text('binding.gyp')) as { targets: { target_name: string; sources: string[] }[] }).targets;
  const [, name, sources = ''] = /add_library\((\w+) MODULE([^)]*)\)/.exec(text('native/CMakeLists.txt')) ?? [];
  t.equal(target?.target_name, name);
  t.same(target?.sources, sources.trim().split(/\s+/).map((source) => `native/${source}`));
  t.end();
});
