import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { LoadedModule } from '../manifest/load.js';
import { cores, mapLimit } from '../run/pool.js';
import { run } from '../run/process.js';
import type { Sysroot } from '../sysroot/sysroot.js';
import { isKernel, type HeaderFacts } from './facts.js';
import type { Hit } from './hits.js';
import type { Unit } from './units.js';

/** The system's headers of a unit that may clash: the kernel's, and those of musl that the module uapi masks or that include such. */
function together({ headers }: Unit, facts: HeaderFacts, masked: ReadonlySet<string>): string[] {
  const there = headers.filter((header) => facts.has(header) && (isKernel(header) || facts.with(header).some((one) => masked.has(one))));
  return there.some(isKernel) && there.some((header) => !isKernel(header)) ? there : [];
}

/**
 * Tries the system's headers of each unit together, in their order: where they do not compile, and do with the module
 * uapi, the unit needs it. Each list of headers is tried once.
 *
 * @param uapi - the module
 */
export async function clashingHeaders(units: readonly Unit[], facts: HeaderFacts, sysroot: Sysroot, uapi: LoadedModule): Promise<Hit[]> {
  const masked = new Set(uapi.headers);
  const overlays = path.join(uapi.folder, 'include');
  const lists = new Map<string, { headers: string[]; units: Unit[] }>();
  for (const unit of units) {
    const headers = together(unit, facts, masked);
    if (headers.length === 0) continue;
    const key = headers.join('\n');
    lists.set(key, { headers, units: [...(lists.get(key)?.units ?? []), unit] });
  }
  const work = await mkdtemp(path.join(os.tmpdir(), 'wildebeest-clashes-'));
  try {
    const compile = async (id: number, headers: readonly string[], flags: readonly string[]): Promise<string | undefined> => {
      const file = path.join(work, `${String(id)}.c`);
      await writeFile(file, headers.map((header) => `#include <${header}>\n`).join(''));
      const result = await run(path.join(sysroot.path, 'toolchain', 'bin', 'cc'), ['-fsyntax-only', '-w', '-D_GNU_SOURCE', ...flags, file], { allowFailure: true });
      return result.exitCode === 0 ? undefined : result.stderr;
    };
    const found = await mapLimit([...[...lists.values()].entries()], cores, async ([id, { headers, units: some }]) => {
      const without = await compile(id, headers, []);
      if (without === undefined || (await compile(id, headers, [`-I${overlays}`])) !== undefined) return [];
      const name = /(?:redefinition of|redeclaration of enumerator) '(?:(?:struct|union|enum) )?(\w+)'/.exec(without)?.[1];
      const kernel = headers.filter(isKernel);
      const named = kernel.find((header) => without.includes(`/${header}:`)) ?? kernel[0] ?? '';
      return some.map(
        ({ file }): Hit => ({
          entries: [{ name: named, kind: 'header', header: named, module: 'uapi', about: 'uapi' }],
          need: 'needed',
          note: name === undefined ? "it clashes with libc's headers" : `libc's headers define ${name}, too`,
          place: { file },
        }),
      );
    });
    return found.flat();
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
