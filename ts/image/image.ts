import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { builderFor, knownRecipes } from '../recipe/context.js';
import { libcFile } from '../recipe/inside.js';
import { Failure, badInput } from '../run/failure.js';
import { run } from '../run/process.js';
import { report } from '../run/reporter.js';
import { cacheRoot, ensureStep, exists, hashFiles, type Json } from '../run/store.js';
import { projectRoot } from '../run/root.js';
import { ensureBuild } from '../shim/build.js';
import { formatPoint } from '../suite/tap.js';
import { namesOf, type Malloc } from '../sysroot/musl.js';
import { ensureSysroot } from '../sysroot/sysroot.js';
import { hostTarget, loadTarget, type Target } from '../targets/target.js';
import { writeOciArchive } from './archive.js';
import { loadBase } from './base.js';
import { bootImage, bootMachine } from './boot.js';
import { assembleRoot, type Part } from './root.js';

/** What musl gives an image: the loader, which is libc. */
const ofMusl = (target: Target): string[] => [`lib/${target.loader}`, libcFile];

/** The programs that musl lacks. */
const ofLibwildebeest = ['usr/bin/getconf', 'usr/bin/getent'];

/** Where the console of a booted image of a target is written. */
export const bootLog = (target: Target, malloc: Malloc): string => path.join(cacheRoot(), 'logs', `${['image-boot', ...namesOf({ malloc }), target.name].join('-')}.log`);

/**
 * A root file system of some recipes (none: those of `ts/image/base.json`), made once for each state of them. Packages are the
 * same with every `malloc` of musl; only its libc.so differs.
 */
export async function ensureRoot(target: Target, names: readonly string[], malloc: Malloc): Promise<string> {
  const base = await loadBase();
  const chosen = names.length > 0 ? names : base.recipes;
  const recipes = await knownRecipes(chosen);
  const builder = await builderFor(target.name, recipes);
  const installed = await builder.installed(chosen.flatMap((name) => recipes.get(name) ?? []));
  const musl = await ensureSysroot(target, { malloc });
  const shim = await ensureBuild(target);
  const parts: Part[] = [
    { name: 'musl', folder: musl.path, only: ofMusl(target) },
    { name: 'libwildebeest', folder: shim.path, only: ofLibwildebeest },
    ...installed.map(({ recipe, folder }) => ({ name: recipe.name, folder: path.join(folder, 'install') })),
  ];
  const step = await ensureStep({
    name: `image-${target.name}`,
    inputs: {
      base: base as unknown as Json,
      libc: await hashFiles(musl.path, ofMusl(target)),
      programs: await hashFiles(shim.path, ofLibwildebeest),
      parts: installed.map(({ key }) => key),
      code: await hashFiles(projectRoot(), [path.join('ts', 'image', 'root.ts')]),
    },
    make: async (output) => {
      const root = path.join(output, 'root');
      await mkdir(root);
      for (const { path: file, of } of await assembleRoot(root, parts, base)) report.line(`image: ${file} is of ${of.join(' and ')}; the last has it`);
    },
  });
  return path.join(step, 'root');
}

/** Refuses to write over what is there. */
async function mustBeNew(output: string): Promise<string> {
  const full = path.resolve(output);
  if (await exists(full)) throw badInput(`${output}: is there already`, 'remove it, or choose another name');
  if (!(await exists(path.dirname(full)))) throw badInput(`${output}: there is no folder ${path.dirname(output)}`, 'make it first');
  return full;
}

/** Makes something beside its final name, and gives it that when it is whole. */
async function beside(output: string, make: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = await mkdtemp(`${output}.`);
  try {
    await make(temporary);
    await rename(path.join(temporary, 'made'), output);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** The time that everything in an archive has, as SOURCE_DATE_EPOCH of reproducible-builds.org says; 0 without it. */
function sourceDate(): number {
  const text = process.env.SOURCE_DATE_EPOCH ?? '0';
  if (!/^\d{1,11}$/.test(text)) throw badInput(`SOURCE_DATE_EPOCH: '${text}' is no number of seconds`, 'date +%s prints one');
  return Number(text);
}

/** Where an image is to be written; at least one of both. */
export interface Outputs {
  directory?: string;
  oci?: string;
}

/** What an image is made of: recipes for a target (none: those of `ts/image/base.json`), on a musl with an allocator. */
export interface ImageOf {
  targetName: string;
  names: readonly string[];
  malloc: Malloc;
}

/** Boots an image of recipes in a container, or a virtual machine with a kernel, and has its services do their work; prints TAP. */
export async function bootAndReport({ targetName, names, malloc }: ImageOf, kernel?: string): Promise<void> {
  const target = await loadTarget(targetName);
  if (target.name !== (await hostTarget()).name) throw badInput(`image: ${target.name}: only an image for this machine can be booted`, 'run it there');
  const log = bootLog(target, malloc);
  if (kernel !== undefined && !(await exists(kernel))) throw badInput(`${kernel}: there is no such kernel`, "a package linux-image-… has one, boot/vmlinuz-…");
  const root = await ensureRoot(target, names, malloc);
  if (!(await exists(path.join(root, 'usr', 'sbin', 'init')))) throw badInput(`image: ${names.join(', ')}: has no init to boot`, 'name systemd too, or nothing');
  const points = kernel === undefined ? await bootImage(root, log) : await bootMachine(target, path.resolve(kernel), root, log);
  console.log(`TAP version 14\n${points.map((point, index) => formatPoint(point, index + 1)).join('\n')}\n1..${String(points.length)}`);
  if (points.some((point) => !point.ok)) throw new Failure('image: it does not boot as it should', { log });
}

/** Makes an image of recipes as a directory, an OCI image archive, or both. */
export async function makeImage({ targetName, names, malloc }: ImageOf, { directory, oci }: Outputs): Promise<void> {
  if (directory === undefined && oci === undefined) throw badInput('image: nothing to write', 'name --directory, --oci or both');
  const [folder, archive] = [directory === undefined ? undefined : await mustBeNew(directory), oci === undefined ? undefined : await mustBeNew(oci)];
  const epoch = sourceDate();
  const target = await loadTarget(targetName);
  const root = await ensureRoot(target, names, malloc);
  if (folder !== undefined) {
    await beside(folder, async (temporary) => {
      await run('cp', ['-a', '--reflink=auto', root, path.join(temporary, 'made')]);
    });
  }
  if (archive === undefined) return;
  const config = {
    command: ['/usr/sbin/init'],
    // What systemd takes for "halt", as systemd(1) says.
    stopSignal: 'SIGRTMIN+3',
    reference: `libwildebeest:${target.name}`,
    epoch,
  };
  await mkdir(path.join(cacheRoot(), 'work'), { recursive: true });
  const scratch = await mkdtemp(path.join(cacheRoot(), 'work', 'image-'));
  try {
    await beside(archive, async (temporary) => writeOciArchive(root, path.join(temporary, 'made'), target, config, scratch));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
