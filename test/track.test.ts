import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import t, { type Test } from 'tap';
import { trackPage, trackTable } from '../ts/report/track.js';
import { run } from '../ts/run/process.js';
import { projectRoot } from '../ts/run/root.js';
import { scanContext } from '../ts/scan/context.js';
import { removedLines, track, type Tracked } from '../ts/track/track.js';

const fixture = path.join(projectRoot(), 'test', 'fixtures', 'track');

/** The fixture's tree as a repository of two commits. */
async function repository(t: Test): Promise<string> {
  const folder = t.testdir({});
  await cp(path.join(fixture, 'tree'), folder, { recursive: true });
  const git = async (day: string, ...args: string[]): Promise<void> => {
    const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', GIT_AUTHOR_DATE: `${day}T12:00:00Z`, GIT_COMMITTER_DATE: `${day}T12:00:00Z` };
    await run('git', ['-C', folder, '-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], { env });
  };
  await git('2019-03-04', 'init', '-q');
  await git('2019-03-04', 'add', 'main/alpha');
  await git('2019-03-04', 'commit', '-qm', 'alpha');
  await git('2021-05-06', 'add', '-A');
  await git('2021-05-06', 'commit', '-qm', 'the rest');
  return folder;
}

t.test('lines that a patch takes out of C sources', (t) => {
  const patch = ['--- a/x.c', '+++ b/x.c', '@@ -1,2 +1,2 @@', '-#include <error.h>', ' same', '+new', '--- a/README', '+++ b/README', '-error(1)', '--- /dev/null', '+++ b/y.c', '+#include <argp.h>'].join('\n');
  t.equal(removedLines(patch), '#include <error.h>');
  t.end();
});

t.test('a package tree', async (t) => {
  const folder = await repository(t);
  const tracked = await track([folder], await scanContext('x86_64'), path.join(fixture, 'upstream.json'));
  t.same(tracked.packages.map((one) => [one.package, one.since, one.upstream.status, one.modules, one.unanswered]), [
    ['alpha', '2019-03-04', 'fixed', ['error', 'macros'], []],
    ['beta', '2021-05-06', 'unknown', ['argp'], ['rpc/rpc.h']],
  ]);
  t.same(tracked.packages[0]?.traces.map(({ name, module, file }) => [name, module, file]), [
    ['error.h', 'error', 'main/alpha/musl.patch'],
    ['error', 'error', 'main/alpha/musl.patch'],
    ['TEMP_FAILURE_RETRY', 'macros', 'main/alpha/musl.patch'],
  ]);
  t.equal(tracked.seen, 3, 'gamma has none');
  t.same(tracked.modules, [{ module: 'argp', packages: 1 }, { module: 'error', packages: 1 }, { module: 'macros', packages: 1 }]);
  t.same(tracked.years, [{ year: '2019', traces: 3 }, { year: '2021', traces: 2 }]);
  t.match(trackTable(tracked), /^alpha +2019-03-04 +fixed +error macros +-$[^]*2 of 3 packages use GNUisms; modules by packages: argp 1, error 1, macros 1\n$/m);
  const page = trackPage(tracked);
  t.match(page, /<a href="https:\/\/example\.org\/alpha">fixed, 2\.0<\/a>/);
  t.match(page, /default-src 'none'; style-src 'unsafe-inline'/);
  t.notMatch(page, /<script|<link|src=/, 'one file, no script');
  t.equal((page.match(/<tr>/g) ?? []).length, (page.match(/<\/tr>/g) ?? []).length);
  const hostile: Tracked = { packages: [{ package: '<b>"x', traces: [{ name: '<i>', file: '&' }], modules: [], unanswered: ['<i>'], upstream: { status: 'open', note: '<u>' } }], seen: 1, modules: [], years: [] };
  t.notMatch(trackPage(hostile), /<(b|i|u)>/);
});

t.test('results of scans, and mistakes', async (t) => {
  const folder = t.testdir({ results: {}, empty: {} });
  const places = [{ file: 'a.c', line: 1 }];
  const findings = [{ name: 'argp.h', kind: 'header', need: 'needed', module: 'argp', places }, { name: 'error', kind: 'function', need: 'consider', module: 'error', places }];
  await writeFile(path.join(folder, 'results', 'delta.json'), JSON.stringify({ findings }));
  await writeFile(path.join(folder, 'results', 'epsilon.json'), JSON.stringify({ findings: [] }));
  const context = await scanContext('x86_64');
  const tracked = await track([path.join(folder, 'results')], context);
  t.same(tracked.packages.map((one) => [one.package, one.modules, one.since]), [['delta', ['argp'], undefined]]);
  t.equal(tracked.seen, 2);
  await t.rejects(track([path.join(folder, 'empty')], context), { code: 2, message: /no recipe of a package and no result of a scan/ });
  await t.rejects(track([path.join(folder, 'nowhere')], context), { code: 2, message: /nowhere: no such folder/ });
  await mkdir(path.join(folder, 'bad'));
  await writeFile(path.join(folder, 'bad', 'x.json'), '{}');
  await t.rejects(track([path.join(folder, 'bad')], context), { code: 2, message: /x\.json: findings: / });
  await t.rejects(track([folder], context, path.join(fixture, 'tree', 'main', 'alpha', 'APKBUILD')), { code: 2, message: /APKBUILD: not JSON/ });
  t.match(await readFile(path.join(fixture, 'upstream.json'), 'utf8'), 'alpha');
});
