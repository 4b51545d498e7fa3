import { chmod, cp, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { badInput } from '../run/failure.js';
import { ensureSteps } from '../run/graph.js';
import { readIfThere, run } from '../run/process.js';
import { report } from '../run/reporter.js';
import { cacheRoot, exists, stepKey, stepPath, type Json, type Step } from '../run/store.js';
import { fetchSource, pinnedSource, type PinnedSource, type SourceSpec } from '../sources/sources.js';
import type { Target } from '../targets/target.js';
import { clangConfig } from '../toolchain/clangConfig.js';
import { cmakeToolchain } from '../toolchain/cmakeToolchain.js';
import { mesonCross } from '../toolchain/mesonCross.js';
import { wrappers, type WrapperTools } from '../toolchain/wrappers.js';
import { findTools, type Fetched, type Sources, type Tools } from './context.js';
import { hostTool } from './hostTools.js';
import { kernelHeadersStep } from './kernelHeaders.js';
import { builtinsStep, cxxStep, llvmSourceStep } from './llvm.js';
import { headersStep, mallocs, muslPatchesOf, muslSourceStep, muslStep, namesOf, scudoSourceStep, stackSizeSourceStep } from './musl.js';
import type { Malloc, MuslConfiguration, MuslPatches } from './musl.js';
import { muslVersions, sysrootSources, type MuslVersion } from './sources.js';

export interface SysrootOptions {
  /** Default: 1.2.5, which a stable suite keeps. */
  muslVersion?: MuslVersion;
  /** With libunwind, libc++abi and libc++. Default: C alone. */
  cxx?: boolean;
  /** musl's allocator. Default: its own, mallocng. */
  malloc?: Malloc;
  /** Bytes of stack of a thread that asks for none. Default: musl's own, 128 KiB. */
  stackSize?: number;
}

/** A sysroot that is ready for use. */
export interface Sysroot {
  target: Target;
  /** `1.2.5`. */
  muslVersion: MuslVersion;
  /** Whether it has the C++ runtimes. */
  cxx: boolean;
  malloc: Malloc;
  /** See `SysrootOptions`; none: musl's own. */
  stackSize?: number;
  /**
   * The root folder: usr/include, usr/lib, lib/<loader>, and toolchain/ with clang.cfg, meson.cross, toolchain.cmake,
   * resource/ and bin/ (cc, c++, ar, nm, ranlib, strip, objcopy, objdump, readelf, ld, pkg-config, and run, which runs a
   * program of the target; also with `<triple>-` before), and sources.json, which says what it is made of.
   */
  path: string;
  /** The step's key; part of the inputs of everything that uses it as a whole. */
  key: string;
  /** The key of what its compilers and linker read; part of the inputs of what is only compiled with it. A copy with the shim has the same. */
  compilers: string;
}

/** A sysroot whose sources are there, and the step that makes it. */
export interface PlannedSysroot extends Sysroot {
  step: Step;
}

/** A planned sysroot whose step has been made. */
export function withoutStep({ target, muslVersion, cxx, malloc, stackSize, path: root, key, compilers }: PlannedSysroot): Sysroot {
  return { target, muslVersion, cxx, malloc, ...(stackSize === undefined ? {} : { stackSize }), path: root, key, compilers };
}

interface Parts {
  target: Target;
  version: MuslVersion;
  configuration: MuslConfiguration;
  patches: MuslPatches;
  pins: Sources<PinnedSource>;
  tools: Tools;
}

/** Steps that make a sysroot: those that read a source, and the sysroot itself, which needs the rest. */
interface Chain {
  sources: { kernelHeaders: Step; llvm: Step; musl: Step };
  sysroot: Step;
  /** See `Sysroot.compilers`. */
  compilers: string;
}

/** All steps of a sysroot. Their names and inputs are known without a source being read; `make` needs what was fetched. */
async function chain({ target, version, configuration, patches, pins, tools }: Parts, cxx: boolean, fetched: Fetched): Promise<Chain> {
  const compile: Json = { clang: tools.clangVersion, triple: target.triple, cflags: target.cflags };
  const kernelHeaders = kernelHeadersStep(target, pins, fetched);
  const llvm = await llvmSourceStep(pins, fetched);
  const musl = await muslSourceStep(target, version, patches, pins, fetched);
  const builtins = builtinsStep(target, compile, tools, headersStep(target, compile, tools, kernelHeaders, musl), llvm);
  const { malloc, stackSize } = configuration;
  const source =
    malloc === 'scudo' ? await scudoSourceStep(version, musl, llvm) : stackSize === undefined ? musl : await stackSizeSourceStep(version, musl);
  const library = muslStep(target, compile, tools, source, builtins, configuration);
  const kind = namesOf(configuration)
    .map((word) => `${word}-`)
    .join('');
  const needs = [kernelHeaders, builtins, library];
  const compilers = stepKey({ inputs: { compile, toolchain: compilerTexts(target, tools, false) }, needs });
  const plain: Step = {
    name: `sysroot-${kind}${target.name}`,
    inputs: { version: 2, compile, toolchain: toolchainTexts(target, '/', tools, false) },
    needs,
    make: async (output, { log, final }) => {
      await cp(stepPath(kernelHeaders), output, { recursive: true });
      await cp(stepPath(library), output, { recursive: true, verbatimSymlinks: true });
      const resource = path.join(output, 'toolchain', 'resource');
      await cp(stepPath(builtins), resource, { recursive: true });
      const host = (await run(tools.clang, ['-print-resource-dir'], { log })).stdout.trim();
      await cp(path.join(host, 'include'), path.join(resource, 'include'), { recursive: true, dereference: true });
      await writeTexts(output, toolchainTexts(target, final, tools, false));
      const made = { musl: version, ...(malloc === 'mallocng' ? {} : { malloc }), ...(stackSize === undefined ? {} : { stackSize }), clang: tools.clangVersion, target: target.name, sources: pins, muslPatches: patches };
      await writeFile(path.join(output, 'toolchain', 'sources.json'), `${JSON.stringify(made, null, 2)}\n`);
    },
  };
  const sources = { kernelHeaders, llvm, musl };
  if (!cxx) return { sources, sysroot: plain, compilers };
  const runtimes = cxxStep(target, plain, compilers, llvm);
  const sysroot: Step = {
    name: `sysroot-cxx-${kind}${target.name}`,
    inputs: { version: 1, toolchain: toolchainTexts(target, '/', tools, true) },
    needs: [plain, runtimes],
    make: async (output, { final }) => {
      await cp(stepPath(plain), output, { recursive: true, verbatimSymlinks: true });
      await cp(stepPath(runtimes), output, { recursive: true, verbatimSymlinks: true });
      await writeTexts(output, toolchainTexts(target, final, tools, true));
    },
  };
  return { sources, sysroot, compilers: stepKey({ inputs: { compilers, toolchain: compilerTexts(target, tools, true) }, needs: [runtimes] }) };
}

/** The files of toolchain/ that are texts, by path below the root. */
function toolchainTexts(target: Target, root: string, tools: WrapperTools, cxx: boolean): [string, string][] {
  return [
    ['toolchain/clang.cfg', clangConfig(target, { cxx })],
    ['toolchain/meson.cross', mesonCross(target, root)],
    ['toolchain/toolchain.cmake', cmakeToolchain(target)],
    ...[...wrappers(target, tools)].map(([name, text]): [string, string] => [`toolchain/bin/${name}`, text]),
  ];
}

/** Those of them that a build reads: nothing compiled depends on how programs are run. */
function compilerTexts(target: Target, tools: WrapperTools, cxx: boolean): [string, string][] {
  return toolchainTexts(target, '/', tools, cxx).filter(([name]) => name !== 'toolchain/meson.cross' && !/\/(.*-)?run$/.test(name));
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
export async function writeToolchain({ target, cxx }: Pick<Sysroot, 'target' | 'cxx'>, folder: string, root: string = folder): Promise<void> {
  await writeTexts(folder, toolchainTexts(target, root, await findTools(), cxx));
}

/** A musl version that sysroots know, or the user's mistake in one line. */
export function muslVersionOf(text: string): MuslVersion {
  const version = muslVersions.find((known) => known === text);
  if (version === undefined) throw badInput(`unknown musl version '${text}'`, `one of: ${muslVersions.join(', ')}`);
  return version;
}

/** An allocator that musl can be built with, or the user's mistake in one line. */
export function mallocOf(text: string): Malloc {
  const malloc = mallocs.find((known) => known === text);
  if (malloc === undefined) throw badInput(`unknown malloc '${text}'`, `one of: ${mallocs.join(', ')}`);
  return malloc;
}

/** Bytes of a stack, or the user's mistake in one line. The most is what musl grants a program that asks. */
export function stackSizeOf(text: string): number {
  const bytes = Number(text);
  if (!Number.isInteger(bytes) || bytes < 65536 || bytes > 8388608) throw badInput(`no stack size: '${text}'`, 'give bytes, from 65536 to 8388608');
  return bytes;
}

/** The versions of a sysroot's sources. */
const specsOf = (version: MuslVersion): Sources<SourceSpec> => ({
  kernelHeaders: sysrootSources.kernelHeaders,
  llvm: sysrootSources.llvm,
  musl: sysrootSources.musl[version],
  muslPatches: sysrootSources.musl['1.2.5'],
});

async function pinned(version: MuslVersion): Promise<Sources<PinnedSource>> {
  const specs = specsOf(version);
  return {
    kernelHeaders: await pinnedSource(specs.kernelHeaders),
    llvm: await pinnedSource(specs.llvm),
    musl: await pinnedSource(specs.musl),
    muslPatches: await pinnedSource(specs.muslPatches),
  };
}

/** Fetches what the steps of a sysroot that is not there will read; what `fetched` has is not fetched again. */
async function fetchFor({ sources }: Chain, version: MuslVersion, fetched: Fetched): Promise<void> {
  // What is missing is said before 164 MB are fetched and not after.
  for (const name of ['tar', 'xz', 'gzip', 'patch', 'make', 'cmake', 'ninja']) await hostTool(name);
  const specs = specsOf(version);
  const fetch = async (name: keyof Sources<SourceSpec>, step: Step): Promise<void> => {
    if (!(await exists(stepPath(step)))) fetched[name] ??= await fetchSource(specs[name]);
  };
  await fetch('kernelHeaders', sources.kernelHeaders);
  await fetch('musl', sources.musl);
  await fetch('muslPatches', sources.musl);
  await fetch('llvm', sources.llvm);
}

/** What a sysroot's sources.json says that it is made of. */
interface MadeOf {
  musl: string;
  clang: string;
  sources: Sources<PinnedSource>;
}

/** Says that an earlier sysroot of the same musl does not serve any more, and what it differs in. */
async function tellReplaced({ name }: Step, wanted: MadeOf): Promise<void> {
  const steps = path.join(cacheRoot(), 'steps');
  const earlier = await Promise.all(
    ((await exists(steps)) ? await readdir(steps) : []).filter((entry) => entry.replace(/-[0-9a-f]{16}$/, '') === name).map(async (entry) => {
      const file = path.join(steps, entry, 'toolchain', 'sources.json');
      const text = await readIfThere(file);
      return text === undefined ? undefined : { made: JSON.parse(text) as MadeOf, time: (await stat(file)).mtimeMs };
    }),
  );
  const last = earlier
    .flatMap((entry) => (entry?.made.musl === wanted.musl ? [entry] : []))
    .sort((a, b) => a.time - b.time)
    .at(-1)?.made;
  if (last === undefined) return;
  const sources = Object.keys(wanted.sources) as (keyof Sources<PinnedSource>)[];
  const changes = [
    ...(last.clang === wanted.clang ? [] : [`${last.clang} then, ${wanted.clang} now`]),
    ...sources.flatMap((source) => {
      const [before, now] = [last.sources[source].version, wanted.sources[source].version];
      return before === now ? [] : [`${source} ${before} then, ${now} now`];
    }),
  ];
  report.warn(`${name}: the one that is there was made by another version (${changes.join('; ') || 'other patches, flags or steps'}); making it anew`);
}

/**
 * The steps of some targets' sysroots, ready for `ensureSteps`: what they read has been fetched, but nothing is made.
 */
export async function planSysroots(targets: readonly Target[], options: SysrootOptions = {}): Promise<PlannedSysroot[]> {
  const { muslVersion = muslVersions[0], cxx = false, malloc = mallocs[0], stackSize } = options;
  const configuration: MuslConfiguration = { malloc, ...(stackSize === undefined ? {} : { stackSize }) };
  if (/[\s'"$#\\]/.test(cacheRoot())) {
    throw badInput(`${cacheRoot()}: make takes no such path for the cache`, 'set WILDEBEEST_CACHE to a path without spaces and quotes');
  }
  const patches = await muslPatchesOf(muslVersion);
  const tools = await findTools();
  const pins = await pinned(muslVersion);
  const fetched: Fetched = {};
  const planned: PlannedSysroot[] = [];
  for (const target of targets) {
    const parts: Parts = { target, version: muslVersion, configuration, patches, pins, tools };
    let steps = await chain(parts, cxx, {});
    if (!(await exists(stepPath(steps.sysroot)))) {
      await fetchFor(steps, muslVersion, fetched);
      // A suite may have gone on since the lock file was written: what was fetched says what it will be made of.
      steps = await chain({ ...parts, pins: { ...parts.pins, ...pinsOf(fetched) } }, cxx, fetched);
    }
    const step = steps.sysroot;
    if (!(await exists(stepPath(step)))) await tellReplaced(step, { musl: muslVersion, clang: tools.clangVersion, sources: { ...pins, ...pinsOf(fetched) } });
    planned.push({ target, muslVersion, cxx, ...configuration, path: stepPath(step), key: stepKey(step), compilers: steps.compilers, step });
  }
  return planned;
}

/** The pins of what was fetched. */
function pinsOf(fetched: Fetched): Partial<Sources<PinnedSource>> {
  const pins: Partial<Sources<PinnedSource>> = {};
  for (const name of Object.keys(fetched) as (keyof Fetched)[]) {
    const source = fetched[name];
    if (source === undefined) continue;
    pins[name] = { version: source.version, files: source.files.map(({ name: file, sha256, size }) => ({ name: file, sha256, size })) };
  }
  return pins;
}

/**
 * The sysroots of some targets: kernel headers, compiler-rt's builtins and musl (and the C++ runtimes), made from pinned
 * sources on the first call, all in one graph. Later calls only compute the keys of its steps.
 */
export async function ensureSysroots(targets: readonly Target[], options: SysrootOptions = {}): Promise<Sysroot[]> {
  const planned = await planSysroots(targets, options);
  await ensureSteps(planned.map(({ step }) => step));
  return planned.map(withoutStep);
}

/** One target's sysroot; see `ensureSysroots`. */
export async function ensureSysroot(target: Target, options: SysrootOptions = {}): Promise<Sysroot> {
  const [sysroot] = await ensureSysroots([target], options);
  if (sysroot === undefined) throw new Error('ensureSysroots gave no sysroot');
  return sysroot;
}
