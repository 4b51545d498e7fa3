import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import t from 'tap';
import { clashingNames, definitions, possibleClashes } from '../ts/headers/clashes.js';
import { cores, mapLimit } from '../ts/run/pool.js';
import { run } from '../ts/run/process.js';
import { ensureStep, filesBelow } from '../ts/run/store.js';
import { buildFlags, ensureBuild, hashFiles } from '../ts/shim/build.js';
import { loadTarget, loadTargets } from '../ts/targets/target.js';
import { allCases } from './sampled.js';

t.test('definitions in a header, and what can not stand beside what', (t) => {
  const one = definitions('/* struct no { */\nstruct a {\n};\ntypedef int b;\n#define C 1\nenum {\n  D, /* d */\n#define D D\n  E = 2\n};\n');
  t.same([...one.types], ['struct a', 'typedef b']);
  t.same([...one.macros], ['C', 'D']);
  t.same([...one.enumerators], ['D', 'E']);
  t.same(clashingNames(one, definitions('struct a { int x; }; struct b;\nenum { C, E };\n')), ['C', 'E', 'struct a']);
  t.same(clashingNames(one, definitions('#define C 1\nstruct a;\n')), []);
  t.end();
});

/** Pairs that clash with the module too, as they do on glibc: kernel headers that are there instead of libc's. */
const left: readonly string[] = ['asm/signal.h', 'asm-generic/signal.h', 'asm-generic/siginfo.h']
  .map((kernel) => ['signal.h', kernel])
  .concat([['termios.h', 'asm-generic/termbits.h'], ['termios.h', 'asm/termbits.h']])
  .flatMap(([musl = '', kernel = '']) => [`${musl} ${kernel}`, `${kernel} ${musl}`]);

// Only <asm/…> differs between processors: every run has x86_64, WILDEBEEST_CASES=all has all targets.
for (const target of allCases ? await loadTargets('all') : [await loadTarget('x86_64')]) t.test(`every pair of a musl header and a kernel header, in both orders, ${target.name}`, async (t) => {
  const sysroot = await ensureBuild(target);
  const root = path.join(sysroot.path, 'usr', 'include');
  const { pairs, clashes } = await possibleClashes(root);
  const { cflags } = await buildFlags(sysroot, ['uapi']);
  const headers = await filesBelow(root);
  const folder = await ensureStep({
    name: `uapi-pairs-${target.name}`,
    inputs: {
      headers: await hashFiles(root, headers.filter((file) => !file.startsWith('libwildebeest/') || file.startsWith('libwildebeest/uapi/'))),
      clashes: clashes.map(({ musl, kernel }) => [musl, kernel]),
      version: 1,
    },
    make: async (output) => {
      const work = await mkdtemp(path.join(os.tmpdir(), 'wildebeest-uapi-'));
      try {
        const cc = path.join(sysroot.path, 'toolchain', 'bin', 'cc');
        const fails = async (id: string, list: readonly string[], flags: readonly string[]): Promise<boolean> => {
          const source = path.join(work, `${id}.c`);
          await writeFile(source, list.map((header) => `#include <${header}>\n`).join(''));
          return (await run(cc, ['-std=gnu17', '-D_GNU_SOURCE', '-w', '-fsyntax-only', ...flags, source], { allowFailure: true })).exitCode !== 0;
        };
        const jobs = clashes.flatMap(({ musl, kernel }) => [[musl, kernel], [kernel, musl]]);
        const results = await mapLimit([...jobs.entries()], cores, async ([index, list]) => {
          const id = String(index);
          const [first = '', second = ''] = list;
          // A header that does not compile alone is no clash.
          if ((await fails(id, [first], [])) || (await fails(id, [second], []))) return { list, before: false, after: false };
          return { list, before: await fails(id, list, []), after: await fails(id, list, cflags) };
        });
        await writeFile(path.join(output, 'pairs.json'), JSON.stringify(results));
      } finally {
        await rm(work, { recursive: true, force: true });
      }
    },
  });
  const results = JSON.parse(await readFile(path.join(folder, 'pairs.json'), 'utf8')) as { list: string[]; before: boolean; after: boolean }[];
  const before = results.filter((result) => result.before);
  const after = results.filter((result) => result.after).map((result) => result.list.join(' '));
  t.comment(`${String(pairs)} pairs compared, ${String(clashes.length)} define a name twice; of their ${String(results.length)} orders ${String(before.length)} fail without the module, ${String(after.length)} with it`);
  t.ok(pairs > 50_000, 'every pair was looked at');
  t.ok(before.length > 40, 'plain musl has clashes');
  t.same(after.filter((pair) => !left.includes(pair)), [], 'only the pairs known to be left fail');
  if (target.name === 'x86_64') t.equal(after.length, 8, 'all of them that this processor has do');
});
