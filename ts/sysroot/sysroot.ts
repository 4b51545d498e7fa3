import { chmod, cp, mkdir, mkdtemp, readFile, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { parseJson } from '../manifest/parse.js';
import { Failure, badInput } from '../run/failure.js';
import { readIfThere, run } from '../run/process.js';
import { projectRoot } from '../run/root.js';
import { report } from '../run/reporter.js';
import { cacheRoot, ensureStep, exists, keyOf, stepPath, type Json, type Step } from '../run/store.js';
import { fetchSource, pinnedSource, type FetchedSource, type PinnedSource, type SourceSpec } from '../sources/sources.js';
import type { Target } from '../targets/target.js';
import { clangConfig } from '../toolchain/clangConfig.js';
import { cmakeToolchain } from '../toolchain/cmakeToolchain.js';
import { mesonCross } from '../toolchain/mesonCross.js';
import { wrapperTools, wrappers, type WrapperTools } from '../toolchain/wrappers.js';
import { hostTool } from './hostTools.js';
import { muslVersions, sysrootSources, type MuslVersion } from './sources.js';

/** A sysroot that is ready for use. */
export interface Sysroot {
  target: Target;
  /** `1.2.5`. */
  muslVersion: string;
  /**
   * The root folder: usr/include, usr/lib, lib/<loader>, and toolchain/ with clang.cfg, meson.cross, toolchain.cmake,
   * resource/ and bin/ (cc, c++, ar, nm, ranlib, strip, objcopy, objdump, readelf, ld, pkg-config, and run, which runs a
   * program of the target; also with `<triple>-` before), and sources.json, which says what it is made of.
   */
  path: string;
  /** The step's key; part of the inputs of everything that is built with it. */
  key: string;
}

const patchSchema = z.array(z.strictObject({ file: z.string().regex(/^[\w.+-]+$/), reason: z.string().min(1) }));
const patchesSchema = z.record(z.enum(muslVersions), z.strictObject({ apply: patchSchema, leave: patchSchema }));

type MuslPatches = z.infer<typeof patchesSchema>[MuslVersion];

/** The parts of LLVM's source that compiler-rt's builtins are built from. */
const llvmParts = ['compiler-rt', 'cmake', 'runtimes', 'llvm/cmake'];

interface Tools extends WrapperTools {
  /** The whole of `clang --version`'s first line. */
  clangVersion: string;
}

interface Sources<Source> {
  kernelHeaders: Source;
  llvm: Source;
  musl: Source;
  /** Debian's packaging of musl, which carries the patches. */
  muslPatches: Source;
}

async function findTools(): Promise<Tools> {
  const entries = await Promise.all(wrapperTools.map(async (name) => [name, await hostTool(name)] as const));
  const tools = Object.fromEntries(entries) as unknown as WrapperTools;
  const version = await run(tools.clang, ['--version'], { timeout: 20_000 });
  return { ...tools, clangVersion: version.stdout.split('\n')[0] ?? '' };
}

/** What a build step may see of the environment: no flags of the user's, temporary files beside its other files. */
function buildEnvironment(scratch: string): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, HOME: scratch, TMPDIR: scratch, LC_ALL: 'C', SOURCE_DATE_EPOCH: '0' };
}

/**
 * A folder of this run alone: the commands of a driver that was killed may still be writing into theirs, and what they
 * write must not get into this run's output.
 */
async function ownFolder(scratch: string): Promise<string> {
  return await mkdtemp(path.join(scratch, 'run-'));
}

/** Moves what a step made in a folder of its own into its output. */
async function moveInto(output: string, made: string): Promise<void> {
  for (const name of await readdir(made)) await rename(path.join(made, name), path.join(output, name));
}

const fileOf = (source: PinnedSource, pattern: RegExp): PinnedSource['files'][number] => {
  const file = source.files.find(({ name }) => pattern.test(name));
  if (file === undefined) throw new Failure(`${source.files.map(({ name }) => name).join(', ')}: none is like ${String(pattern)}`);
  return file;
};

const upstreamTar = /\.orig\.tar\.\w+$/;
const packagingTar = /\.debian\.tar\.\w+$/;

const fetchedPath = (source: FetchedSource | undefined, pattern: RegExp): string => {
  if (source === undefined) throw new Error('a step is made whose source was not fetched');
  return (fileOf(source, pattern) as FetchedSource['files'][number]).path;
};

type Fetched = Partial<Sources<FetchedSource>>;

function kernelHeadersStep(target: Target, pins: Sources<PinnedSource>, tools: Tools, fetched: Fetched): Step {
  return {
    name: `kernel-headers-${target.kernelArch}`,
    inputs: { version: 1, arch: target.kernelArch, sha256: fileOf(pins.kernelHeaders, /\.deb$/).sha256 },
    make: async (output, { log, scratch }) => {
      const made = await ownFolder(scratch);
      const deb = fetchedPath(fetched.kernelHeaders, /\.deb$/);
      const options = { cwd: made, log, env: buildEnvironment(made) };
      const members = (await run(tools['llvm-ar'], ['t', deb], options)).stdout.split('\n');
      const data = members.find((member) => member.startsWith('data.tar'));
      if (data === undefined) throw new Failure(`${deb}: has no data.tar`);
      await run(tools['llvm-ar'], ['x', deb, data], options);
      await run(await hostTool('tar'), ['-xf', data], options);
      const include = path.join(output, 'usr', 'include');
      const from = path.join(made, 'usr', 'include');
      await mkdir(include, { recursive: true });
      for (const name of await readdir(from)) {
        // Debian's folders for one architecture each hold nothing but links to its asm headers.
        if (!name.includes('-linux-')) await rename(path.join(from, name), path.join(include, name));
      }
      const asm = path.join(made, 'usr', 'lib', 'linux', 'uapi', target.kernelArch, 'asm');
      if (!(await exists(asm))) throw new Failure(`${path.basename(deb)}: has no headers for ${target.kernelArch}`);
      await cp(asm, path.join(include, 'asm'), { recursive: true, dereference: true });
    },
  };
}

function llvmSourceStep(pins: Sources<PinnedSource>, fetched: Fetched): Step {
  return {
    name: 'llvm-source',
    inputs: { version: 1, parts: llvmParts, sha256: fileOf(pins.llvm, upstreamTar).sha256 },
    make: async (output, { log, scratch }) => {
      const made = await ownFolder(scratch);
      const tarball = fetchedPath(fetched.llvm, upstreamTar);
      await unpack(tarball, made, llvmParts, log);
      await moveInto(output, made);
    },
  };
}

/** Unpacks a tarball, or some folders of it, without its topmost folder. */
async function unpack(tarball: string, folder: string, parts: readonly string[], log: string): Promise<void> {
  const env = buildEnvironment(folder);
  const tar = await hostTool('tar');
  // tar is told by SIGPIPE that the first line is enough.
  const listed = await run('sh', ['-c', '"$1" -tf "$2" | head -n 1', 'sh', tar, tarball], { env });
  const top = listed.stdout.split('/')[0]?.trim();
  if (!top) throw new Failure(`${tarball}: tar lists nothing in it`, { log });
  const members = parts.map((part) => `${top}/${part}`);
  await run(tar, ['-xf', tarball, '-C', folder, '--strip-components=1', '--no-same-owner', ...members], { env, log });
}

function muslSourceStep(version: string, patches: MuslPatches, pins: Sources<PinnedSource>, fetched: Fetched): Step {
  const packaging = fileOf(pins.muslPatches, packagingTar);
  return {
    name: `musl-source-${version}`,
    inputs: {
      version: 1,
      sha256: fileOf(pins.musl, upstreamTar).sha256,
      packaging: packaging.sha256,
      patches: patches.apply.map(({ file }) => file),
    },
    make: async (output, { log, scratch }) => {
      const made = await ownFolder(scratch);
      const source = path.join(made, 'musl');
      const debian = path.join(made, 'debian');
      await mkdir(source);
      await mkdir(debian);
      await unpack(fetchedPath(fetched.musl, upstreamTar), source, [], log);
      await unpack(fetchedPath(fetched.muslPatches, packagingTar), debian, [], log);
      const folder = path.join(debian, 'patches');
      const there = (await readFile(path.join(folder, 'series'), 'utf8')).split('\n').filter((line) => /^[^#\s]/.test(line));
      const known = new Set([...patches.apply, ...patches.leave].map(({ file }) => file));
      for (const name of there.filter((file) => !known.has(file.trim()))) {
        report.warn(`${packaging.name}: has a patch that ts/sysroot/muslPatches.json does not know, left out: ${name}`);
      }
      for (const { file } of patches.apply) {
        const text = await readIfThere(path.join(folder, file));
        const next = 'bring ts/sysroot/muslPatches.json into line with it';
        if (text === undefined) throw new Failure(`${packaging.name}: has no patch ${file}`, { next });
        const args = ['-p1', '--batch', '--forward', '--no-backup-if-mismatch'];
        await run(await hostTool('patch'), args, { cwd: source, input: text, log, next, env: buildEnvironment(made) });
      }
      await moveInto(output, source);
    },
  };
}

async function configureMusl(source: string, build: string, target: Target, tools: Tools, builtins: string, log: string): Promise<void> {
  const compiler = [tools.clang, `--target=${target.triple}`, ...target.cflags].join(' ');
  await run(
    path.join(source, 'configure'),
    [
      ...[`--target=${target.triple}`, '--prefix=/usr', '--syslibdir=/lib', '--disable-wrapper', '--with-malloc=mallocng'],
      ...[`CC=${compiler}`, `AR=${tools['llvm-ar']}`, `RANLIB=${tools['llvm-ranlib']}`],
      ...['CFLAGS=-O2', 'LDFLAGS=-fuse-ld=lld', `LIBCC=${builtins}`],
    ],
    { cwd: build, log, env: buildEnvironment(build) },
  );
}

interface Chain {
  sources: { kernelHeaders: Step; llvm: Step; musl: Step };
  /** The rest, in the order in which they are made; the last is the sysroot. */
  rest: Step[];
  sysroot: Step;
}

/** All steps of a sysroot. Their names and inputs are known without a file being read; `make` needs what was fetched. */
function chain(
  target: Target,
  version: MuslVersion,
  patches: MuslPatches,
  pins: Sources<PinnedSource>,
  tools: Tools,
  fetched: Fetched,
): Chain {
  const kernelHeaders = kernelHeadersStep(target, pins, tools, fetched);
  const llvm = llvmSourceStep(pins, fetched);
  const musl = muslSourceStep(version, patches, pins, fetched);
  const compile: Json = { clang: tools.clangVersion, triple: target.triple, cflags: target.cflags };
  const cores = String(os.availableParallelism());

  const headers: Step = {
    name: `headers-${target.name}`,
    inputs: { version: 1, compile, kernel: keyOf(kernelHeaders.inputs), musl: keyOf(musl.inputs) },
    make: async (output, { log, scratch }) => {
      const made = await ownFolder(scratch);
      await configureMusl(stepPath(musl), made, target, tools, 'none', log);
      const root = path.join(made, 'root');
      await run(await hostTool('make'), ['-s', 'install-headers', `DESTDIR=${root}`], { cwd: made, log, env: buildEnvironment(made) });
      await cp(stepPath(kernelHeaders), output, { recursive: true });
      await cp(root, output, { recursive: true });
    },
  };

  const runtimes = path.join('lib', target.normalizedTriple);
  const builtins: Step = {
    name: `compiler-rt-${target.name}`,
    inputs: { version: 2, compile, headers: keyOf(headers.inputs), llvm: keyOf(llvm.inputs) },
    make: async (output, { log, scratch }) => {
      const made = await ownFolder(scratch);
      const build = path.join(made, 'build');
      const installed = path.join(made, 'installed');
      const options = { log, env: buildEnvironment(made) };
      const ninja = await hostTool('ninja');
      const languages = ['C', 'CXX', 'ASM'];
      // compiler-rt's aborts name their source file: programs must not carry the cache's path.
      const flags = [...target.cflags, `-ffile-prefix-map=${stepPath(llvm)}/=`].join(' ');
      const off = ['SANITIZERS', 'XRAY', 'LIBFUZZER', 'PROFILE', 'MEMPROF', 'ORC', 'GWP_ASAN', 'CTX_PROFILE'];
      await run(
        await hostTool('cmake'),
        [
          ...['-S', path.join(stepPath(llvm), 'compiler-rt'), '-B', build, '-G', 'Ninja', `-DCMAKE_MAKE_PROGRAM=${ninja}`],
          ...languages.map((language) => `-DCMAKE_${language}_COMPILER_TARGET=${target.triple}`),
          ...languages.map((language) => `-DCMAKE_${language}_FLAGS=${flags}`),
          ...[`-DCMAKE_C_COMPILER=${tools.clang}`, `-DCMAKE_ASM_COMPILER=${tools.clang}`, `-DCMAKE_CXX_COMPILER=${tools['clang++']}`],
          ...[`-DCMAKE_AR=${tools['llvm-ar']}`, `-DCMAKE_NM=${tools['llvm-nm']}`, `-DCMAKE_RANLIB=${tools['llvm-ranlib']}`],
          ...['-DCMAKE_SYSTEM_NAME=Linux', `-DCMAKE_SYSROOT=${stepPath(headers)}`, '-DCMAKE_BUILD_TYPE=Release'],
          ...['-DCMAKE_TRY_COMPILE_TARGET_TYPE=STATIC_LIBRARY', `-DLLVM_CMAKE_DIR=${path.join(stepPath(llvm), 'llvm', 'cmake')}`],
          ...['-DCOMPILER_RT_DEFAULT_TARGET_ONLY=ON', '-DLLVM_ENABLE_PER_TARGET_RUNTIME_DIR=ON'],
          ...off.map((part) => `-DCOMPILER_RT_BUILD_${part}=OFF`),
          `-DCOMPILER_RT_INSTALL_PATH=${installed}`,
        ],
        options,
      );
      await run(ninja, ['-C', build, 'install'], options);
      const wanted = ['libclang_rt.builtins.a', 'clang_rt.crtbegin.o', 'clang_rt.crtend.o'];
      for (const name of wanted) {
        if (!(await exists(path.join(installed, runtimes, name)))) {
          throw new Failure(`compiler-rt-${target.name}: the build left no ${runtimes}/${name}`, { log });
        }
      }
      await moveInto(output, installed);
    },
  };

  const library: Step = {
    name: `musl-${target.name}`,
    inputs: { version: 1, compile, source: keyOf(musl.inputs), builtins: keyOf(builtins.inputs) },
    make: async (output, { log, scratch }) => {
      const made = await ownFolder(scratch);
      const build = path.join(made, 'build');
      const root = path.join(made, 'root');
      await mkdir(build);
      await configureMusl(stepPath(musl), build, target, tools, path.join(stepPath(builtins), runtimes, 'libclang_rt.builtins.a'), log);
      const options = { cwd: build, log, env: buildEnvironment(made) };
      await run(await hostTool('make'), ['-s', `-j${cores}`], options);
      await run(await hostTool('make'), ['-s', 'install', `DESTDIR=${root}`], options);
      const loader = path.join(root, 'lib', target.loader);
      await rm(loader);
      await symlink('../usr/lib/libc.so', loader);
      await moveInto(output, root);
    },
  };

  const sysroot: Step = {
    name: `sysroot-${target.name}`,
    inputs: {
      version: 1,
      compile,
      parts: [kernelHeaders, builtins, library].map(({ inputs }) => keyOf(inputs)),
      toolchain: toolchainTexts(target, '/', tools).map(([name, text]) => [name, text]),
    },
    make: async (output, { log, final }) => {
      await cp(stepPath(kernelHeaders), output, { recursive: true });
      await cp(stepPath(library), output, { recursive: true, verbatimSymlinks: true });
      const resource = path.join(output, 'toolchain', 'resource');
      await cp(stepPath(builtins), resource, { recursive: true });
      const host = (await run(tools.clang, ['-print-resource-dir'], { log })).stdout.trim();
      await cp(path.join(host, 'include'), path.join(resource, 'include'), { recursive: true, dereference: true });
      await writeTexts(output, toolchainTexts(target, final, tools));
      const made = { musl: version, clang: tools.clangVersion, target: target.name, sources: pins, muslPatches: patches };
      await writeFile(path.join(output, 'toolchain', 'sources.json'), `${JSON.stringify(made, null, 2)}\n`);
    },
  };
  return { sources: { kernelHeaders, llvm, musl }, rest: [headers, builtins, library, sysroot], sysroot };
}

/** The files of toolchain/ that are texts, by path below the root. */
function toolchainTexts(target: Target, root: string, tools: WrapperTools): [string, string][] {
  return [
    ['toolchain/clang.cfg', clangConfig(target)],
    ['toolchain/meson.cross', mesonCross(target, root)],
    ['toolchain/toolchain.cmake', cmakeToolchain(target)],
    ...[...wrappers(target, tools)].map(([name, text]): [string, string] => [`toolchain/bin/${name}`, text]),
  ];
}

async function writeTexts(folder: string, texts: [string, string][]): Promise<void> {
  for (const [name, text] of texts) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
    if (name.startsWith('toolchain/bin/')) await chmod(file, 0o755);
  }
}

/**
 * Writes the toolchain files (clang.cfg, meson.cross, toolchain.cmake, bin/) of a sysroot in `folder`, for instance of a copy;
 * `root` is where it will be used when that is another place. toolchain/resource stays as it is.
 */
export async function writeToolchain(target: Target, folder: string, root: string = folder): Promise<void> {
  await writeTexts(folder, toolchainTexts(target, root, await findTools()));
}

async function made(step: Step): Promise<string> {
  try {
    return await ensureStep(step);
  } catch (error) {
    if (error instanceof Failure) {
      const logged = error.log === undefined ? undefined : await readIfThere(error.log);
      const output = `${error.message}\n${logged ?? ''}`;
      if (/No space left on device|Disk quota exceeded/.test(output)) {
        throw new Failure(`${step.name}: no space left in ${cacheRoot()}`, {
          next: 'free space there, or set WILDEBEEST_CACHE to another disk',
          cause: error,
        });
      }
    }
    throw error;
  }
}

/** A musl version that sysroots know, or the user's mistake in one line. */
export function muslVersionOf(text: string): MuslVersion {
  const version = muslVersions.find((known) => known === text);
  if (version === undefined) throw badInput(`unknown musl version '${text}'`, `one of: ${muslVersions.join(', ')}`);
  return version;
}

export interface SysrootOptions {
  /** Default: 1.2.5, which a stable suite keeps. */
  muslVersion?: MuslVersion;
}

/**
 * A target's sysroot: kernel headers, compiler-rt's builtins and musl, made from pinned sources on the first call. Later
 * calls only compute the keys of its steps.
 */
export async function ensureSysroot(target: Target, options: SysrootOptions = {}): Promise<Sysroot> {
  const muslVersion = options.muslVersion ?? muslVersions[0];
  if (/[\s'"$#\\]/.test(cacheRoot())) {
    throw badInput(`${cacheRoot()}: make takes no such path for the cache`, 'set WILDEBEEST_CACHE to a path without spaces and quotes');
  }
  const file = path.join(projectRoot(), 'ts', 'sysroot', 'muslPatches.json');
  const patches = parseJson(patchesSchema, await readFile(file, 'utf8'), file)[muslVersion];
  const specs: Sources<SourceSpec> = {
    kernelHeaders: sysrootSources.kernelHeaders,
    llvm: sysrootSources.llvm,
    musl: sysrootSources.musl[muslVersion],
    muslPatches: sysrootSources.musl['1.2.5'],
  };
  const tools = await findTools();
  const pins = {
    kernelHeaders: await pinnedSource(specs.kernelHeaders),
    llvm: await pinnedSource(specs.llvm),
    musl: await pinnedSource(specs.musl),
    muslPatches: await pinnedSource(specs.muslPatches),
  };
  const planned = chain(target, muslVersion, patches, pins, tools, {});
  const result = (step: Step): Sysroot => ({ target, muslVersion, path: stepPath(step), key: keyOf(step.inputs) });
  if (await exists(stepPath(planned.sysroot))) return result(planned.sysroot);

  // What is missing is said before 164 MB are fetched and not after.
  for (const name of ['tar', 'xz', 'gzip', 'patch', 'make', 'cmake', 'ninja']) await hostTool(name);
  const fetched: Fetched = {};
  const fetch = async (name: keyof Sources<SourceSpec>, step: Step): Promise<void> => {
    if (await exists(stepPath(step))) return;
    const source = await fetchSource(specs[name]);
    fetched[name] = source;
    pins[name] = { version: source.version, files: source.files.map(({ name: file, sha256, size }) => ({ name: file, sha256, size })) };
  };
  await fetch('kernelHeaders', planned.sources.kernelHeaders);
  await fetch('musl', planned.sources.musl);
  await fetch('muslPatches', planned.sources.musl);
  await fetch('llvm', planned.sources.llvm);
  const steps = chain(target, muslVersion, patches, pins, tools, fetched);
  await made(steps.sources.kernelHeaders);
  await made(steps.sources.musl);
  await made(steps.sources.llvm);
  for (const step of steps.rest) await made(step);
  return result(steps.sysroot);
}
