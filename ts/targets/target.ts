import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { parseJson } from '../manifest/parse.js';
import { badInput } from '../run/failure.js';
import { projectRoot } from '../run/root.js';
import { muslVersions } from '../sysroot/sources.js';

const schema = z.strictObject({
  name: z.string().regex(/^[a-z0-9_]+$/),
  triple: z.string().describe('as clang takes it: x86_64-linux-musl'),
  normalizedTriple: z.string().describe("clang's -print-target-triple: the folder of per-target runtimes"),
  machine: z.string().describe('`uname -m` of the target'),
  cpuFamily: z.string().describe("meson's cpu_family"),
  endian: z.enum(['little', 'big']),
  elfMachine: z.string().describe("e_machine as llvm-readelf prints it, without `EM_`"),
  kernelArch: z.string().describe('folder below usr/lib/linux/uapi of linux-libc-dev'),
  loader: z.string().describe('file name of the dynamic loader in /lib'),
  qemu: z.string().optional().describe('qemu-user program; absent where the build machine may run it natively'),
  cflags: z.array(z.string()).default([]).describe('flags every compile needs'),
  muslPatches: z.partialRecord(z.enum(muslVersions), z.array(z.string())).default({}).describe("our patches (ts/sysroot/patches/musl-VERSION) without which a version of musl does not work"),
  tier: z.enum(['ci', 'matrix']).describe('ci: tested on every change; matrix: tested by `wildebeest matrix`'),
});

/** What is known of a target: `ts/targets/<name>.json`. */
export type Target = z.infer<typeof schema>;

const folder = (): string => path.join(projectRoot(), 'ts', 'targets');

/** Names of the targets, sorted. */
export async function targetNames(): Promise<string[]> {
  const files = await readdir(folder());
  return files
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();
}

/** Loads one target; an unknown name is the user's mistake and names the known ones. */
export async function loadTarget(name: string): Promise<Target> {
  const names = await targetNames();
  if (!names.includes(name)) throw badInput(`unknown target '${name}'`, `one of: ${names.join(', ')}`);
  const file = path.join(folder(), `${name}.json`);
  const target = parseJson(schema, await readFile(file, 'utf8'), file);
  if (target.name !== name) throw badInput(`${file}: name: is '${target.name}', must be '${name}' as the file's name`);
  return target;
}

/** The target of that name, or every target for `all`. */
export async function loadTargets(name: string): Promise<Target[]> {
  return await Promise.all((name === 'all' ? await targetNames() : [name]).map(loadTarget));
}
