import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import t from 'tap';
import { compareClosures, levels, manifestWithHeaders, pollutionOverlays, type Measured, type Review } from '../ts/generate/pollution.js';
import { currentClosures, hostGlibc, measureClosures, readClosures, readReview } from '../ts/headers/closures.js';
import { dependencies, headerNames, macroNames, type HeaderNames } from '../ts/headers/names.js';
import { parseOverlay } from '../ts/manifest/overlay.js';
import { cores, mapLimit } from '../ts/run/pool.js';
import { run } from '../ts/run/process.js';
import { ensureStep } from '../ts/run/store.js';
import { buildFlags, ensureBuild } from '../ts/shim/build.js';
import { hostTool } from '../ts/sysroot/hostTools.js';
import { ensureSysroot, type Sysroot } from '../ts/sysroot/sysroot.js';
import { loadTarget } from '../ts/targets/target.js';

const names = (table: Record<string, [string[], string[]]>): Map<string, HeaderNames> =>
  new Map(Object.entries(table).map(([header, [given, includes]]) => [header, { names: given, includes }]));

t.test('a structure that a header only declares is not given by it', async (t) => {
  const folder = t.testdir({ 'x.h': 'struct iovec;\nstruct timeval { int seconds; };\nextern struct iovec *vector;\n' });
  const source = { command: await hostTool('clang'), flags: [`-I${folder}`], roots: [] };
  const names = async (structures?: Set<string>): Promise<string[] | undefined> => (await headerNames(source, ['x.h'], structures)).get('x.h')?.names;
  t.same(await names(), ['iovec', 'timeval', 'vector']);
  t.same(await names(new Set(['iovec', 'timeval'])), ['timeval', 'vector']);
});

t.test('a comparison: inclusions without those that come with others, types one by one, and what needs a review', (t) => {
  const glibc = names({
    'a.h': [['a', 'b', 'c', 'size_t', 'timeval', 'flag', '_reserved', 'nowhere'], ['b.h', 'c.h', 'features.h']],
    'b.h': [['b', 'c'], ['c.h']],
    'c.h': [['c'], []],
    'd.h': [['flag', '_reserved', 'size_t', 'timeval'], []],
  });
  const musl = names({ 'a.h': [['a'], []], 'b.h': [['b'], ['c.h']], 'c.h': [['c'], []], 'd.h': [['flag', '_reserved', 'size_t', 'timeval'], []] });
  const measured: Measured = { glibc: { default: glibc, gnu: glibc }, musl: { default: musl, gnu: musl }, allTypes: new Set(['size_t', 'struct_timeval']) };
  const review: Review = { $comment: '', headers: {}, others: {}, leave: [] };
  const { headers, unreviewed } = compareClosures(measured, review);
  t.same(headers, { 'a.h': { default: { includes: ['b.h'], types: ['size_t', 'struct_timeval'] } } });
  t.same(unreviewed, ['default', 'gnu'].map((level) => ({ level, header: 'a.h', name: 'flag' })));
  const left = compareClosures(measured, { ...review, leave: [{ names: ['flag'], headers: ['a.h'], why: 'x' }] });
  t.same(left.unreviewed, []);
  const elsewhere = compareClosures(measured, { ...review, leave: [{ names: ['flag'], headers: ['b.h'], why: 'x' }] });
  t.equal(elsewhere.unreviewed.length, 2, 'a name left out of one header is not left out of another');
  const added = { ...review, headers: { 'a.h': { why: 'x', level: 'gnu' as const, includes: [], defines: { flag: '1' }, declares: {} } } };
  t.same(compareClosures(measured, added).unreviewed, [{ level: 'default', header: 'a.h', name: 'flag' }]);
  const overlay = pollutionOverlays({ $comment: '', glibc: '', musl: '', headers }, added).get('a.h') ?? '';
  t.match(parseOverlay('pollution', 'a.h', overlay, 'a.h').after, /_BSD_SOURCE\)\n#include <b.h>\n#if !defined\(__DEFINED_size_t\) \|\| !defined\(__DEFINED_struct_timeval\)\n#define __NEED_size_t\n[\s\S]*#ifdef _GNU_SOURCE\n#ifndef flag/);
  t.equal(pollutionOverlays({ $comment: '', glibc: '', musl: '', headers }, { ...added, others: { 'a.h': 'x' } }).size, 0);
  t.equal(manifestWithHeaders('{ "headers": [], "x": 1 }', ['a.h', 'b.h']), '{ "headers": ["a.h", "b.h"], "x": 1 }');
  t.end();
});

t.test("what clang prints: macros, and a make rule's files", (t) => {
  t.same(macroNames('#define A 1\n#define B(x) x\n#undef C\n'), ['A', 'B']);
  t.same(dependencies('x.o: x.c \\\n  /usr/include/a.h \\\n  /usr/include/b.h\n'), ['x.c', '/usr/include/a.h', '/usr/include/b.h']);
  t.end();
});

const glibc = await hostGlibc();
const committed = await readClosures();
const skip = glibc?.version === committed.glibc ? false : `the comparison is with glibc ${committed.glibc}, here is ${glibc?.version ?? 'none'}`;

t.test('the committed comparison is what this machine measures', { skip }, async (t) => {
  const { closures, unreviewed } = await currentClosures(await plainSysroot(), await readReview());
  t.same(closures, committed, 'else: wildebeest generate --pollution');
  t.same(unreviewed, []);
});

t.test('with the module each header gives what the comparison asks for, and in a strict mode what musl gives', async (t) => {
  const review = await readReview();
  const sysroot = await ensureBuild(await loadTarget('x86_64'));
  const { cflags } = await buildFlags(sysroot, ['pollution']);
  const overlays = pollutionOverlays(committed, review);
  const cc = path.join(sysroot.path, 'toolchain', 'bin', 'cc');
  const folder = await ensureStep({
    name: 'pollution-given',
    inputs: { sysroot: sysroot.key.replace(/.*-/, ''), overlays: Object.fromEntries(overlays), version: 1 },
    make: async (output) => {
      const given = await headerNames({ command: cc, flags: [...levels.gnu, ...cflags], roots: [] }, [...overlays.keys()]);
      const strict = await strictDifferences(cc, cflags, [...overlays.keys()]);
      await writeFile(path.join(output, 'given.json'), JSON.stringify({ given: Object.fromEntries(given), strict }));
    },
  });
  const { given, strict } = JSON.parse(await readFile(path.join(folder, 'given.json'), 'utf8')) as { given: Record<string, HeaderNames>; strict: string[] };
  t.same(strict, [], 'nothing differs under -std=c99 and _POSIX_C_SOURCE');
  if (glibc?.version !== committed.glibc) return;
  const measured = await measureClosures(await plainSysroot(), glibc);
  const somewhere = new Set([...measured.musl.gnu.values()].flatMap((item) => item?.names ?? []));
  const left = (header: string, name: string): boolean => review.leave.some((entry) => entry.names.includes(name) && (entry.headers?.includes(header) ?? true));
  let before = 0;
  const lacking: string[] = [];
  for (const header of overlays.keys()) {
    const there = new Set(given[header]?.names);
    const alone = new Set(measured.musl.gnu.get(header)?.names);
    for (const name of measured.glibc.gnu.get(header)?.names ?? []) {
      if (name.startsWith('_') || !somewhere.has(name) || left(header, name)) continue;
      if (!alone.has(name)) before++;
      if (!there.has(name)) lacking.push(`<${header}> ${name}`);
    }
  }
  t.comment(`names that glibc's headers give and musl has elsewhere: ${String(before)} lacking before, ${String(lacking.length)} after`);
  t.ok(before > 1000, 'musl alone lacks many');
  t.same(lacking, []);
});

async function plainSysroot(): Promise<Sysroot> {
  return ensureSysroot(await loadTarget('x86_64'));
}

/** Headers whose preprocessed text the module changes in the strict modes. */
async function strictDifferences(cc: string, cflags: readonly string[], headers: readonly string[]): Promise<string[]> {
  const work = await mkdtemp(path.join(os.tmpdir(), 'wildebeest-strict-'));
  try {
    const jobs = headers.flatMap((header) => [['-std=c99'], ['-std=gnu17', '-D_POSIX_C_SOURCE=200809L']].map((flags) => ({ header, flags })));
    const found = await mapLimit([...jobs.entries()], cores, async ([index, { header, flags }]) => {
      const source = path.join(work, `${String(index)}.c`);
      await writeFile(source, `#include <${header}>\n`);
      const text = async (more: readonly string[]): Promise<string> => (await run(cc, ['-E', '-P', ...flags, ...more, source])).stdout;
      return (await text(cflags)) === (await text([])) ? [] : [`<${header}> ${flags.join(' ')}`];
    });
    return found.flat();
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
