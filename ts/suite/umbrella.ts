import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { umbrellaHeaders } from '../generate/generate.js';
import { globalSymbols, type LoadedModule } from '../manifest/load.js';
import { cores, mapLimit } from '../run/pool.js';
import { run } from '../run/process.js';
import { buildFlags } from '../shim/build.js';
import { hostTool } from '../sysroot/hostTools.js';
import type { Sysroot } from '../sysroot/sysroot.js';
import { headerLevels } from './flavours.js';
import { group, type Point } from './tap.js';

/** What holds for the umbrella as a whole: all its headers together in both orders, and one archive with every symbol. */
export async function testUmbrella(modules: readonly LoadedModule[], sysroot: Sysroot): Promise<Point> {
  const headers = [...umbrellaHeaders(modules).keys()];
  const { cflags } = await buildFlags(sysroot, []);
  const cc = path.join(sysroot.path, 'toolchain', 'bin', 'cc');
  const work = await mkdtemp(path.join(os.tmpdir(), 'wildebeest-umbrella-'));
  try {
    const orders = { forward: headers, reverse: [...headers].reverse() };
    const jobs = Object.entries(orders).flatMap(([order, list]) => headerLevels.map((level) => ({ order, list, level })));
    const points = await mapLimit([...jobs.entries()], cores, async ([index, { order, list, level }]): Promise<Point> => {
      const source = path.join(work, `${String(index)}.c`);
      await writeFile(source, `${list.map((header) => `#include <${header}>\n`).join('')}typedef int lwb_unit_is_not_empty;\n`);
      const args = ['-x', level.language, ...level.flags, '-Werror', '-Wall', '-Wextra', '-pedantic', '-fsyntax-only', ...cflags, source];
      const result = await run(cc, args, { allowFailure: true });
      const notes = result.exitCode === 0 ? [] : result.stderr.split('\n').filter((line) => line.includes('error:')).slice(0, 10);
      return { ok: result.exitCode === 0, description: `${String(list.length)} headers ${order}, ${level.flags.join(' ')}`, notes };
    });
    return group('umbrella', [...points, await archive(modules, sysroot)]);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function archive(modules: readonly LoadedModule[], sysroot: Sysroot): Promise<Point> {
  const { stdout } = await run(await hostTool('llvm-nm'), ['--extern-only', '--defined-only', '--format=posix', path.join(sysroot.path, 'usr', 'lib', 'libwildebeest.a')]);
  const defined = new Set(stdout.split('\n').flatMap((line) => (/^(\S+) [A-Z] /.exec(line) ?? []).slice(1)));
  const members = modules.filter((module) => module.umbrella === true);
  const optional = new Set(members.flatMap((module) => module.symbols.flatMap((symbol) => (symbol.kind === 'missing' && symbol.until !== undefined ? [symbol.name] : []))));
  const wanted = new Set(members.flatMap(globalSymbols));
  const notes = [
    ...[...wanted].filter((name) => !defined.has(name) && !optional.has(name)).map((name) => `lacks ${name}`),
    ...[...defined].filter((name) => !wanted.has(name)).map((name) => `defines ${name}, which no module lists`),
  ];
  return { ok: notes.length === 0, description: 'libwildebeest.a defines what its modules list, and nothing else', notes };
}
