import { readdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { errnoOf } from '../run/failure.js';
import { run } from '../run/process.js';
import { ensureStep } from '../run/store.js';
import type { Build } from '../shim/build.js';
import { hostTool } from '../sysroot/hostTools.js';
import type { Target } from '../targets/target.js';

/** Whether this machine is of the target's kind and its own libc is glibc: then its glibc is the oracle. */
export async function isGlibcOf(target: Target): Promise<boolean> {
  if (os.machine() !== target.machine) return false;
  const asked = await run(await hostTool('clang'), ['-x', 'c', '-dM', '-E', '-include', 'features.h', '/dev/null'], { allowFailure: true });
  return asked.stdout.includes('#define __GLIBC__ ');
}

/** Absolute paths of the programs on PATH whose name ends so. */
async function programsLike(suffix: string): Promise<string[]> {
  const found: string[] = [];
  for (const folder of new Set((process.env.PATH ?? '').split(':'))) {
    const names = await readdir(path.resolve(folder)).catch((error: unknown) => {
      if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR' || errnoOf(error) === 'EACCES') return [];
      throw error;
    });
    found.push(...names.filter((name) => name === suffix || name.endsWith(`-${suffix}`)).map((name) => path.resolve(folder, name)));
  }
  return found.sort();
}

/** A GNU ld of this machine that links for the sysroot's target, found by letting each one link; undefined when none does. */
export async function findBfd(sysroot: Build): Promise<string | undefined> {
  const cc = path.join(sysroot.path, 'toolchain', 'bin', 'cc');
  for (const linker of await programsLike('ld.bfd')) {
    const { stdout: version } = await run(linker, ['--version'], { allowFailure: true });
    const folder = await ensureStep({
      name: `bfd-${sysroot.target.name}`,
      inputs: { compilers: sysroot.compilers, linker, version },
      make: async (output, { scratch }) => {
        const source = path.join(scratch, 'main.c');
        await writeFile(source, 'int main(void)\n{\n        return 0;\n}\n');
        const linked = await run(cc, [source, `--ld-path=${linker}`, '-o', path.join(scratch, 'main')], { allowFailure: true });
        if (linked.exitCode === 0) await writeFile(path.join(output, 'links'), '');
      },
    });
    if ((await readdir(folder)).includes('links')) return linker;
  }
  return undefined;
}
