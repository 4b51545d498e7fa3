import { readFile, readdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { parseJson } from '../manifest/parse.js';
import { badInput } from '../run/failure.js';
import { nearest } from '../run/nearest.js';
import { projectRoot } from '../run/root.js';
import { muslVersions } from '../sysroot/sources.js';

const word = z.string().regex(/^\w+$/, 'must be letters, digits and underscores');
const flag = z.string().regex(/^-\S+$/, 'must be one flag, such as -mno-lsx');

/** The fields of `ts/targets/<name>.json`. */
export const targetSchema = z.strictObject({
  name: z.string().regex(/^[a-z0-9_]+$/, 'must be lower case letters, digits and underscores'),
  triple: z.string().regex(/^[a-z0-9_]+-linux-musl[a-z]*$/, 'must be a triple such as x86_64-linux-musl').describe('as clang takes it'),
  normalizedTriple: z
    .string()
    .regex(/^[a-z0-9_]+-unknown-linux-musl[a-z]*$/, 'must be a triple such as x86_64-unknown-linux-musl')
    .describe("clang's -print-target-triple: the folder of per-target runtimes"),
  machine: word.describe('`uname -m` of the target'),
  cpuFamily: word.describe("meson's cpu_family"),
  endian: z.enum(['little', 'big']),
  elfMachine: z.int().min(1).max(0xffff).describe("e_machine of its ELF files: x86_64's EM_X86_64 is 62"),
  kernelArch: word.describe('folder below usr/lib/linux/uapi of linux-libc-dev'),
  loader: z.string().regex(/^ld-musl-[\w-]+\.so\.1$/, 'must be a file name such as ld-musl-x86_64.so.1').describe('file name of the dynamic loader in /lib'),
  qemu: z.string().regex(/^qemu-[\w-]+$/, 'must be a program such as qemu-x86_64-static').optional().describe('qemu-user program, for machines that do not run the target themselves'),
  qemuVersion: z.string().regex(/^\d+\.\d+$/, 'must be a version such as 7.2').optional().describe('the oldest qemu-user that runs its programs'),
  cflags: z.array(flag).default([]).describe('flags every compile needs'),
  ldflags: z.array(flag).default([]).describe('flags every link needs: `-Wl,-u,_GLOBAL_OFFSET_TABLE_` where code of link-time optimisation asks for that symbol too late for lld 19'),
  muslPatches: z.partialRecord(z.enum(muslVersions), z.array(z.string())).default({}).describe('our patches (ts/sysroot/patches/musl-VERSION) without which a version of musl does not work'),
  container: z.strictObject({ architecture: word, variant: word.optional() }).describe('what the image specification of OCI, as Go, calls it'),
  tier: z.enum(['ci', 'matrix']).describe('ci: tested on every change; matrix: tested by `wildebeest matrix`'),
});

/** What is known of a target: `ts/targets/<name>.json`. */
export type Target = z.infer<typeof targetSchema>;

const folder = (): string => path.join(projectRoot(), 'ts', 'targets');

/** Names of the targets, sorted. */
export async function targetNames(): Promise<string[]> {
  return await namesIn(folder());
}

async function namesIn(from: string): Promise<string[]> {
  const files = await readdir(from);
  return files
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();
}

/** Loads one target; an unknown name is the user's mistake, and the names that are most like it are named. */
export async function loadTarget(name: string): Promise<Target> {
  return await loadTargetFrom(folder(), name);
}

/** The same from another folder. */
export async function loadTargetFrom(from: string, name: string): Promise<Target> {
  const names = await namesIn(from);
  if (!names.includes(name)) {
    const near = nearest(name, names);
    throw badInput(`unknown target '${name}'`, near.length > 0 ? `${near.join(' or ')}? (wildebeest targets lists all)` : `one of: ${names.join(', ')}`);
  }
  const file = path.join(from, `${name}.json`);
  const target = parseJson(targetSchema, await readFile(file, 'utf8'), file);
  if (target.name !== name) throw badInput(`${file}: name: is '${target.name}', must be '${name}' as the file's name`);
  return target;
}

/** The target of that name, or every target for `all`. */
export async function loadTargets(name: string): Promise<Target[]> {
  return await Promise.all((name === 'all' ? await targetNames() : [name]).map(loadTarget));
}

/** The target of this machine's own kind, as the kernel names it. */
export async function hostTarget(): Promise<Target> {
  for (const name of await targetNames()) {
    const target = await loadTarget(name);
    if (target.machine === os.machine()) return target;
  }
  throw badInput(`no target is of this machine's kind, ${os.machine()}`, 'name one with --target');
}
