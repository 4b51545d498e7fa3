import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { umbrellaHeaders } from '../generate/generate.js';
import { globalSymbols, type LoadedModule } from '../manifest/load.js';
import { cores, mapLimit } from '../run/pool.js';
import { run } from '../run/process.js';
import { buildFlags } from '../shim/build.js';
import type { Sysroot } from '../sysroot/sysroot.js';
import { headerLevels } from './flavours.js';
import { definedSymbols } from './prepare.js';
import { group, type Point } from './tap.js';

/** What holds for the umbrella as a whole: all its headers together in both orders, and one archive with every symbol. */
export async function testUmbrella(modules: readonly LoadedModule[], sysroot: Sysroot): Promise<Point> {
  const headers = [...umbrellaHeaders(modules).keys()];
  const { cflags } = await buildFlags(sysroot, []);
  const cc = path.join(sysroot.path, 'toolchain', 'bin', 'cc');
  const work = await mkdtemp(path.join(os.tmpdir(), 'wildebeest-umbrella-'));
  try {
    const compile = async (name: string, list: readonly string[], level: (typeof headerLevels)[number], flags: readonly string[]): Promise<string[]> => {
      const source = path.join(work, `${name}.c`);
      await writeFile(source, `${list.map((header) => `#include <${header}>\n`).join('')}typedef int lwb_unit_is_not_empty;\n`);
      const args = ['-x', level.language, ...level.flags, '-Werror', '-Wall', '-Wextra', '-pedantic', '-fsyntax-only', ...flags, source];
      const result = await run(cc, args, { allowFailure: true });
      return result.exitCode === 0 ? [] : result.stderr.split('\n').filter((line) => line.includes('error:'));
    };
    // Some of musl's own headers (aio.h in strict C99) compile at no level below POSIX; the shim need not mend that.
    const masked = modules.flatMap((module) => module.overlays.filter((overlay) => overlay.masks).map((overlay) => overlay.header));
    const usable = await mapLimit([...headerLevels.entries()], cores, async ([index, level]) => {
      const broken = new Set<string>();
      for (const header of new Set(masked)) {
        if ((await compile(`alone${String(index)}`, [header], level, ['-w'])).length > 0) broken.add(header);
      }
      return headers.filter((header) => !broken.has(header));
    });
    const jobs = ['forward', 'reverse'].flatMap((order) => headerLevels.map((level, index) => ({ order, level, list: usable[index] ?? [] })));
    const points = await mapLimit([...jobs.entries()], cores, async ([index, { order, list, level }]): Promise<Point> => {
      const notes = await compile(String(index), order === 'forward' ? list : [...list].reverse(), level, cflags);
      return { ok: notes.length === 0, description: `${String(list.length)} headers ${order}, ${level.flags.join(' ')}`, notes: notes.slice(0, 10) };
    });
    return group('umbrella', [...points, await archive(modules, sysroot)]);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function archive(modules: readonly LoadedModule[], sysroot: Sysroot): Promise<Point> {
  const defined = new Set(await definedSymbols([path.join(sysroot.path, 'usr', 'lib', 'libwildebeest.a')]));
  const members = modules.filter((module) => module.umbrella === true);
  const optional = new Set(members.flatMap((module) => module.symbols.flatMap((symbol) => (symbol.kind === 'missing' && symbol.until !== undefined ? [symbol.name] : []))));
  const wanted = new Set(members.flatMap(globalSymbols));
  const notes = [
    ...[...wanted].filter((name) => !defined.has(name) && !optional.has(name)).map((name) => `lacks ${name}`),
    ...[...defined].filter((name) => !wanted.has(name)).map((name) => `defines ${name}, which no module lists`),
  ];
  return { ok: notes.length === 0, description: 'libwildebeest.a defines what its modules list, and nothing else', notes };
}
