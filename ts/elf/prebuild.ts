import { readFileSync } from 'node:fs';
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { parseJson } from '../manifest/parse.js';
import { badInput } from '../run/failure.js';
import { quote, run } from '../run/process.js';
import { projectRoot } from '../run/root.js';
import { ensureStep, filesBelow, hashFiles, type Json } from '../run/store.js';
import { prebuildSources } from './prebuildSources.js';
import { fetchSource, pinnedSource, type FetchedSource } from '../sources/sources.js';
import { buildEnvironment, ownFolder, unpackDeb } from '../sysroot/context.js';
import { hostTool } from '../sysroot/hostTools.js';
import { ensureSysroot } from '../sysroot/sysroot.js';
import { loadTarget } from '../targets/target.js';

/** An addon that is shipped ready-made, in Node's words. */
export interface Prebuild {
  arch: 'x64' | 'arm64';
  libc: 'glibc' | 'musl';
}

/** All of them. */
export const prebuilds: readonly Prebuild[] = (['x64', 'arm64'] as const).flatMap((arch) => (['glibc', 'musl'] as const).map((libc) => ({ arch, libc })));

const processors = path.join(projectRoot(), 'ts', 'elf', 'processors.json');

/** The target of each processor: `ts/elf/processors.json`. */
export const machineOf = parseJson(z.strictObject({ x64: z.string(), arm64: z.string() }), readFileSync(processors, 'utf8'), processors);

/** Where prebuildify puts an addon and node-gyp-build looks for it, below the package. */
export function prebuildPath({ arch, libc }: Prebuild): string {
  return path.join('prebuilds', `linux-${arch}`, `libwildebeest.${libc}.node`);
}

/** glibc, libstdc++ and the kernel's headers for a processor, from Debian's packages for cross compilers, as a sysroot. */
export async function ensureGlibc(arch: Prebuild['arch']): Promise<string> {
  const specs = prebuildSources(arch);
  const pins = await Promise.all(specs.map(pinnedSource));
  return await ensureStep({
    name: `glibc-${machineOf[arch]}`,
    inputs: { version: 1, sha256: pins.flatMap(({ files }) => files.map(({ sha256 }) => sha256)) },
    make: async (output, { log, scratch }) => {
      const fetched: FetchedSource[] = [];
      for (const spec of specs) fetched.push(await fetchSource(spec));
      for (const { path: deb } of fetched.flatMap(({ files }) => files)) await unpackDeb(deb, output, await ownFolder(scratch), log);
    },
  });
}

/** A compiler for an addon, its flags, and what both depend on. */
interface Compiler {
  cc: string;
  cxx: string;
  flags: string[];
  key: Json;
}

async function compilerOf({ arch, libc }: Prebuild): Promise<Compiler> {
  if (libc === 'musl') {
    const sysroot = await ensureSysroot(await loadTarget(machineOf[arch]), { cxx: true });
    const tool = (name: string): string => path.join(sysroot.path, 'toolchain', 'bin', name);
    return { cc: tool('cc'), cxx: tool('c++'), flags: [], key: sysroot.key };
  }
  const root = await ensureGlibc(arch);
  const triple = `${machineOf[arch]}-linux-gnu`;
  const [cc, cxx] = [await hostTool('clang'), await hostTool('clang++')];
  const { stdout: version } = await run(cc, ['--version']);
  return { cc, cxx, flags: [`--target=${triple}`, `--sysroot=${root}`, '-fuse-ld=lld'], key: { version, root: path.basename(root) } };
}

/** What an addon is built of, below the checkout. */
async function inputsOf(root: string): Promise<string[]> {
  const native = await filesBelow(path.join(root, 'native'));
  return ['CMakeLists.txt', 'package.json', 'package-lock.json', ...native.map((file) => path.join('native', file)).filter((file) => !file.startsWith('native/fuzz/'))];
}

/**
 * Builds an addon with prebuildify and cmake-js and returns its file. The C++ library is linked statically: the addon
 * needs nothing but the libc that its Node runs on, of glibc no older one than the one that it was built with.
 */
export async function ensurePrebuild(prebuild: Prebuild): Promise<string> {
  const root = projectRoot();
  const { cc, cxx, flags, key } = await compilerOf(prebuild);
  const files = await inputsOf(root);
  const name = `prebuild-${machineOf[prebuild.arch]}-${prebuild.libc}`;
  const folder = await ensureStep({
    name,
    inputs: { version: 1, files: await hashFiles(root, files), compiler: key },
    make: async (output, { log, scratch }) => {
      const made = await ownFolder(scratch);
      for (const file of files) {
        await mkdir(path.dirname(path.join(made, file)), { recursive: true });
        await cp(path.join(root, file), path.join(made, file));
      }
      await symlink(path.join(root, 'node_modules'), path.join(made, 'node_modules'));
      // cmake-js puts flags of its own in place of CXXFLAGS.
      const compile = [...flags, `-ffile-prefix-map=${made}=.`, '-ffunction-sections', '-fdata-sections'];
      const compiler = async (file: string, command: string): Promise<string> => {
        await writeFile(path.join(made, file), `#!/bin/sh\nexec ${quote([command, ...compile])} "$@"\n`, { mode: 0o755 });
        return path.join(made, file);
      };
      const link = ['-static-libstdc++', '-static-libgcc', '-Wl,--as-needed', '-Wl,--gc-sections', '-Wl,-z,relro,-z,now', '-Wl,--build-id=none'].join(' ');
      const words = ['--cwd', made, '--out', output, '--arch', prebuild.arch, '--tag-libc', prebuild.libc, '-t', process.versions.node];
      const tools = ['--node-gyp', path.join(made, 'native', 'rebuild.sh'), '--strip', '--strip-bin', await hostTool('llvm-strip')];
      await run(process.execPath, [path.join(root, 'node_modules', 'prebuildify', 'bin.js'), '--napi', ...words, ...tools], {
        cwd: made,
        log,
        env: { ...buildEnvironment(made), CC: await compiler('cc', cc), CXX: await compiler('c++', cxx), LDFLAGS: link },
      });
    },
  });
  return path.join(folder, prebuildPath(prebuild));
}

/** Fills prebuilds/ of this checkout: all, or those named as `arm64-musl`. */
export async function fillPrebuilds(names: readonly string[]): Promise<void> {
  const nameOf = ({ arch, libc }: Prebuild): string => `${arch}-${libc}`;
  const unknown = names.find((name) => !prebuilds.some((prebuild) => nameOf(prebuild) === name));
  if (unknown !== undefined) throw badInput(`unknown prebuild '${unknown}'`, `one of: ${prebuilds.map(nameOf).join(', ')}`);
  for (const prebuild of prebuilds.filter((one) => names.length === 0 || names.includes(nameOf(one)))) {
    const file = path.join(projectRoot(), prebuildPath(prebuild));
    const made = await readFile(await ensurePrebuild(prebuild));
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, made);
    console.log(`${path.relative(projectRoot(), file)}: ${String(made.length)} bytes`);
  }
}
