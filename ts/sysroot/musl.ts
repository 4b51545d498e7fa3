import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { parseJson } from '../manifest/parse.js';
import { Failure } from '../run/failure.js';
import { readIfThere, run } from '../run/process.js';
import { projectRoot } from '../run/root.js';
import { report } from '../run/reporter.js';
import { filesBelow, hashFiles, stepPath, type Json, type Step } from '../run/store.js';
import type { PinnedSource } from '../sources/sources.js';
import type { Target } from '../targets/target.js';
import { applyPatch, buildEnvironment, fetchedPath, fileOf, moveInto, ourPatches, ownFolder, packagingTar, unpack, upstreamTar } from './context.js';
import type { Fetched, Sources, Tools } from './context.js';
import { hostTool } from './hostTools.js';
import { runtimesFolder } from './llvm.js';
import { muslVersions, type MuslVersion } from './sources.js';

const patchSchema = z.array(z.strictObject({ file: z.string().regex(/^[\w.+-]+$/), reason: z.string().min(1) }));
const patchesSchema = z.record(z.enum(muslVersions), z.strictObject({ apply: patchSchema, leave: patchSchema }));

/** Which of the packaging's patches a version gets, and which not, each with its reason. */
export type MuslPatches = z.infer<typeof patchesSchema>[MuslVersion];

/** `muslPatches.json` for one version. */
export async function muslPatchesOf(version: MuslVersion): Promise<MuslPatches> {
  const file = path.join(projectRoot(), 'ts', 'sysroot', 'muslPatches.json');
  return parseJson(patchesSchema, await readFile(file, 'utf8'), file)[version];
}

/** musl's source with the packaging's patches that every target gets, and those of ours that this target needs. */
export async function muslSourceStep(
  target: Target,
  version: MuslVersion,
  patches: MuslPatches,
  pins: Sources<PinnedSource>,
  fetched: Fetched,
): Promise<Step> {
  const packaging = fileOf(pins.muslPatches, packagingTar);
  const ours = await ourPatches(`musl-${version}`, target.muslPatches[version] ?? []);
  return {
    name: `musl-source-${version}`,
    inputs: {
      version: 1,
      sha256: fileOf(pins.musl, upstreamTar).sha256,
      packaging: packaging.sha256,
      patches: [...patches.apply.map(({ file }) => file), ...ours.map(({ hash }) => hash)],
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
        await applyPatch(source, text, log, next);
      }
      for (const { file, text } of ours) await applyPatch(source, text, log, `bring ${file} into line with musl ${version}`);
      await moveInto(output, source);
    },
  };
}

/** The allocators that musl can be built with: its own, the one that it had before 1.2.1, or LLVM's Scudo with libc-support/musl. */
export const mallocs = ['mallocng', 'oldmalloc', 'scudo'] as const;

export type Malloc = (typeof mallocs)[number];

/** musl's source with Scudo in it, as libc-support/musl/assemble makes it for anyone. */
export async function scudoSourceStep(version: MuslVersion, source: Step, llvm: Step): Promise<Step> {
  const folder = path.join(projectRoot(), 'libc-support', 'musl');
  const files = ['assemble', ...(await filesBelow(path.join(folder, 'scudo'))).map((file) => path.join('scudo', file))];
  const patches = (await filesBelow(path.join(folder, 'patches'))).map((file) => path.join('patches', file));
  return {
    name: `musl-scudo-source-${version}`,
    inputs: { version: 1, files: await hashFiles(folder, [...files, ...patches]) },
    needs: [source, llvm],
    make: async (output, { log, scratch }) => {
      const made = path.join(await ownFolder(scratch), 'musl');
      await cp(stepPath(source), made, { recursive: true });
      const next = 'bring libc-support/musl into line with these sources';
      await run(path.join(folder, 'assemble'), [made, stepPath(llvm)], { log, next, env: buildEnvironment(made) });
      await moveInto(output, made);
    },
  };
}

/** musl's source with the patch of libc-support/musl that lets configure set the stack of threads, for other allocators than Scudo. */
export async function stackSizeSourceStep(version: MuslVersion, source: Step): Promise<Step> {
  const folder = path.join(projectRoot(), 'libc-support', 'musl');
  const patch = path.join('patches', 'musl', '0004-stack-size.patch');
  return {
    name: `musl-stack-size-source-${version}`,
    inputs: { version: 1, files: await hashFiles(folder, [patch]) },
    needs: [source],
    make: async (output, { log, scratch }) => {
      const made = path.join(await ownFolder(scratch), 'musl');
      await cp(stepPath(source), made, { recursive: true });
      await applyPatch(made, await readFile(path.join(folder, patch), 'utf8'), log, `bring libc-support/musl/${patch} into line with musl ${version}`);
      await moveInto(output, made);
    },
  };
}

/** What a musl is configured with. */
export interface MuslConfiguration {
  malloc: Malloc;
  /** Bytes of stack of a thread that asks for none. Default: musl's own. */
  stackSize?: number;
}

/** The words that name what it has of its own: `scudo`, `stack8388608`. */
export function namesOf({ malloc, stackSize }: MuslConfiguration): string[] {
  return [...(malloc === 'mallocng' ? [] : [malloc]), ...(stackSize === undefined ? [] : [`stack${String(stackSize)}`])];
}

async function configureMusl(source: string, build: string, target: Target, tools: Tools, builtins: string, { malloc, stackSize }: MuslConfiguration, log: string): Promise<void> {
  // configure tries linker flags without LDFLAGS: a configuration file makes it ask lld and not the machine's own linker.
  const config = path.join(build, 'clang.cfg');
  await writeFile(config, [`--target=${target.triple}`, '-fuse-ld=lld', ...target.cflags, ''].join('\n'));
  await run(
    path.join(source, 'configure'),
    [
      ...[`--target=${target.triple}`, '--prefix=/usr', '--syslibdir=/lib', '--disable-wrapper', `--with-malloc=${malloc}`],
      ...(stackSize === undefined ? [] : [`--with-stack-size=${String(stackSize)}`]),
      ...[`CC=${tools.clang} --config=${config}`, `AR=${tools['llvm-ar']}`, `RANLIB=${tools['llvm-ranlib']}`],
      ...['CFLAGS=-O2', `LIBCC=${builtins}`],
    ],
    { cwd: build, log, env: buildEnvironment(build) },
  );
}

/** The headers that compiler-rt is built against: the kernel's and musl's, before there is a musl. */
export function headersStep(target: Target, compile: Json, tools: Tools, kernelHeaders: Step, source: Step): Step {
  return {
    name: `headers-${target.name}`,
    inputs: { version: 1, compile },
    needs: [kernelHeaders, source],
    make: async (output, { log, scratch }) => {
      const made = await ownFolder(scratch);
      await configureMusl(stepPath(source), made, target, tools, 'none', { malloc: 'mallocng' }, log);
      const root = path.join(made, 'root');
      await run(await hostTool('make'), ['-s', 'install-headers', `DESTDIR=${root}`], { cwd: made, log, env: buildEnvironment(made) });
      await cp(stepPath(kernelHeaders), output, { recursive: true });
      await cp(root, output, { recursive: true });
    },
  };
}

/** musl itself, with the loader as a relative link. */
export function muslStep(target: Target, compile: Json, tools: Tools, source: Step, builtins: Step, configuration: MuslConfiguration): Step {
  return {
    name: ['musl', ...namesOf(configuration), target.name].join('-'),
    inputs: { version: 2, compile, ...(configuration.stackSize === undefined ? {} : { stackSize: configuration.stackSize }) },
    needs: [source, builtins],
    make: async (output, { log, scratch, jobs }) => {
      const made = await ownFolder(scratch);
      const build = path.join(made, 'build');
      const root = path.join(made, 'root');
      await mkdir(build);
      await configureMusl(stepPath(source), build, target, tools, path.join(stepPath(builtins), runtimesFolder(target), 'libclang_rt.builtins.a'), configuration, log);
      const options = { cwd: build, log, env: buildEnvironment(made) };
      await run(await hostTool('make'), ['-s', `-j${String(jobs)}`], options);
      await run(await hostTool('make'), ['-s', 'install', `DESTDIR=${root}`], options);
      const loader = path.join(root, 'lib', target.loader);
      await rm(loader);
      await symlink('../usr/lib/libc.so', loader);
      await moveInto(output, root);
    },
  };
}
