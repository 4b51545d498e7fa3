import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import t from 'tap';
import { parse as parseYaml } from 'yaml';
import { chooseShard } from '../ts/matrix/engines.js';
import { mergeFolders, runMatrix } from '../ts/matrix/matrix.js';
import { reportSchema, type Report } from '../ts/matrix/record.js';
import { shardSeconds, splitUnits } from '../ts/matrix/shard.js';
import { expectedSeconds, readTimes, timesOf, timesSchema, type Times } from '../ts/matrix/times.js';
import { unitId, type Unit } from '../ts/matrix/unit.js';
import { htmlReport } from '../ts/report/html.js';
import { junitReport } from '../ts/report/junit.js';
import { tapReport } from '../ts/report/tap.js';
import { duration } from '../ts/report/words.js';
import { Failure } from '../ts/run/failure.js';
import { run, type RunResult } from '../ts/run/process.js';
import { projectRoot } from '../ts/run/root.js';
import { filesBelow } from '../ts/run/store.js';
import { targetNames } from '../ts/targets/target.js';
import { driverWorld } from '../ts/matrix/world.js';
import { fakeSeconds, fakeUnits, fakeWorld } from './matrixFakes.js';

const bin = path.join(projectRoot(), 'dist', 'ts', 'bin.js');
const fakes = path.join(projectRoot(), 'dist', 'test', 'matrixFakes.js');

/** An environment in which no CI engine speaks. */
const quiet = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(CI_NODE|CIRCLE_NODE|BUILDKITE_PARALLEL|JOB_COMPLETION|WILDEBEEST_SHARD)/.test(name)));

const wildebeest = (args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<RunResult> =>
  run(process.execPath, [bin, 'matrix', ...args], { allowFailure: true, env: { ...quiet, ...env } });

const fake = (options: object, env: NodeJS.ProcessEnv): Promise<RunResult> =>
  run(process.execPath, [fakes, JSON.stringify({ check: true, ...options })], { allowFailure: true, env: { ...quiet, ...env } });

function lineOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) return `${String(error.code)} ${error.line()}`;
    throw error;
  }
  return 'did not fail';
}

async function failureOf(work: Promise<unknown>): Promise<Failure> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('did not fail');
}

t.test('the shard is what --shard or the CI engine says', (t) => {
  const shard = (option: string | undefined, env: NodeJS.ProcessEnv): string => {
    const chosen = chooseShard(option, env);
    return chosen === undefined ? 'all' : `${String(chosen.shard.index)}/${String(chosen.shard.total)} by ${chosen.why}`;
  };
  t.equal(shard(undefined, {}), 'all');
  t.equal(shard(undefined, { CI_NODE_TOTAL: '1' }), 'all', 'a GitLab job that is not parallel');
  t.equal(shard('2/3', { CI_NODE_INDEX: '1', CI_NODE_TOTAL: '5' }), '2/3 by --shard', 'the option wins');
  t.equal(shard(undefined, { CI_NODE_INDEX: '1', CI_NODE_TOTAL: '5' }), '1/5 by GitLab CI: CI_NODE_INDEX=1, CI_NODE_TOTAL=5');
  t.equal(shard(undefined, { CIRCLE_NODE_INDEX: '0', CIRCLE_NODE_TOTAL: '4' }), '1/4 by CircleCI: CIRCLE_NODE_INDEX=0, CIRCLE_NODE_TOTAL=4');
  t.match(shard(undefined, { BUILDKITE_PARALLEL_JOB: '3', BUILDKITE_PARALLEL_JOB_COUNT: '4' }), /^4\/4 by Buildkite/);
  t.match(shard(undefined, { JOB_COMPLETION_INDEX: '8', WILDEBEEST_SHARDS: '9' }), /^9\/9 by a Kubernetes Indexed Job/);
  t.match(shard(undefined, { WILDEBEEST_SHARD_INDEX: '0', WILDEBEEST_SHARDS: '2', CI_NODE_INDEX: '2', CI_NODE_TOTAL: '2' }), /^1\/2 by WILDEBEEST_SHARD_INDEX/);
  const wrong: [string | undefined, NodeJS.ProcessEnv, string][] = [
    ['3', {}, "--shard '3': both must be whole numbers; next: --shard 1/3 is the first of three"],
    ['1/0', {}, "--shard '1/0': the number of shards must be 1 to 10000; next: --shard 1/3 is the first of three"],
    ['0/3', {}, "--shard '0/3': there are 3 shards, no 0. one; next: --shard 1/3 is the first of three"],
    ['4/3', {}, "--shard '4/3': there are 3 shards, no 4. one; next: --shard 1/3 is the first of three"],
    ['-1/3', {}, "--shard '-1/3': both must be whole numbers; next: --shard 1/3 is the first of three"],
    ['1/99999999999999999999', {}, "--shard '1/99999999999999999999': both must be whole numbers; next: --shard 1/3 is the first of three"],
    [undefined, { JOB_COMPLETION_INDEX: '2' }, 'JOB_COMPLETION_INDEX is set, but WILDEBEEST_SHARDS is not; next: set it to the number of jobs, or give --shard i/n'],
    [undefined, { CI_NODE_INDEX: 'x', CI_NODE_TOTAL: '2' }, 'CI_NODE_INDEX=x, CI_NODE_TOTAL=2: both must be whole numbers; next: mend them, or give --shard i/n'],
    [undefined, { CIRCLE_NODE_INDEX: '2', CIRCLE_NODE_TOTAL: '2' }, 'CIRCLE_NODE_INDEX=2, CIRCLE_NODE_TOTAL=2: there are 2 shards, no 3. one; next: mend them, or give --shard i/n'],
  ];
  for (const [option, env, line] of wrong) t.equal(lineOf(() => chooseShard(option, env)), `2 ${line}`);
  t.end();
});

const defaults = { sysroot: 60, malloc: 70, suite: 20, recipe: 100, image: 50 };

/** Times as a full matrix has them: from half a second to some minutes. */
const fakeTimes = (units: readonly Unit[]): Times => timesOf(units.map((unit) => ({ ...unit, seconds: unit.kind === 'sysroot' ? 80 : 1 + fakeSeconds(unit) * (unit.kind === 'recipe' ? 5 : 1) })), defaults);

const nine = Array.from({ length: 9 }, (_, index) => `target${String(index)}`);

t.test('the split is complete, balanced, and builds few sysroots twice', (t) => {
  for (const [targets, suites, recipes] of [[nine, 30, 12], [nine, 1, 0], [nine.slice(0, 1), 30, 5], [nine.slice(0, 2), 3, 1]] as const) {
    const units = fakeUnits(targets, suites, recipes);
    const times = fakeTimes(units);
    const whole = shardSeconds([units], times)[0] ?? 0;
    for (const total of [1, 2, 3, 5, 9, 20]) {
      const shards = splitUnits(units, total, times);
      const what = `${String(units.length)} units over ${String(total)} shards`;
      t.equal(shards.length, total, what);
      t.same(shards.flat().map(unitId).sort(), units.map(unitId).sort(), `${what}: each once`);
      t.same(splitUnits([...units].reverse(), total, times), shards, `${what}: whatever order the list has`);
      const seconds = shardSeconds(shards, times);
      const largest = Math.max(...units.map((unit) => expectedSeconds(unit, times) + (unit.kind === 'sysroot' ? 0 : 80)));
      const twice = shards.map((shard) => new Set(shard.map((unit) => unit.target)).size).reduce((sum, count) => sum + count, 0) - targets.length;
      t.ok(Math.max(...seconds) <= 1.05 * (whole / total + largest) + 1, `${what}: longest ${Math.max(...seconds).toFixed(0)} s, mean of the work ${(whole / total).toFixed(0)} s`);
      t.ok(twice <= total - 1, `${what}: ${String(twice)} sysroots twice`);
    }
  }
  const few = splitUnits(fakeUnits(nine, 1, 0), 9, { defaults, seconds: {} });
  t.same(few.map((shard) => new Set(shard.map((unit) => unit.target)).size), few.map(() => 1), 'nine equal targets over nine shards: one each');
  t.same(splitUnits([], 2, { defaults, seconds: {} }), [[], []]);
  t.end();
});

t.test('a unit that is added, or takes longer, moves few others', (t) => {
  const units = fakeUnits(nine, 30, 12);
  const times = fakeTimes(units);
  const place = (some: readonly Unit[], by: Times): Map<string, number> => new Map(splitUnits(some, 6, by).flatMap((shard, index) => shard.map((unit) => [unitId(unit), index])));
  const before = place(units, times);
  const moved = (after: Map<string, number>): number => [...before].filter(([id, shard]) => after.get(id) !== shard).length;
  const added = nine.map((target) => moved(place([...units, { kind: 'suite', target, name: 'another' }], times)));
  t.comment(`of ${String(units.length)} units on 6 shards, one more suite moves ${added.join(', ')}`);
  t.ok(Math.max(...added) <= 12, 'one more suite');
  const noisy = structuredClone(times);
  let seed = 1;
  for (const targets of Object.values(noisy.seconds)) {
    for (const names of Object.values(targets)) {
      for (const name of Object.keys(names)) {
        seed = (seed * 48271) % 2147483647;
        names[name] = (names[name] ?? 0) * (0.95 + (seed / 2147483647) * 0.1);
      }
    }
  }
  const shifted = moved(place(units, noisy));
  t.comment(`times that are up to 5 % off move ${String(shifted)}`);
  t.ok(shifted <= 20, 'times that are up to 5 % off');
  t.end();
});

t.test('what was not recorded is guessed from what is like it', async (t) => {
  const times: Times = { defaults, seconds: { suite: { a: { x: 1, y: 3, z: 9 }, b: { x: 5 }, c: { w: 7 } } } };
  const seconds = (kind: Unit['kind'], target: string, name: string): number => expectedSeconds({ kind, target, name }, times);
  t.equal(seconds('suite', 'a', 'x'), 1, 'recorded');
  t.equal(seconds('suite', 'b', 'w'), 7, 'the same elsewhere');
  t.equal(seconds('suite', 'a', 'new'), 3, 'others of its target');
  t.equal(seconds('suite', 'd', 'new'), 5, 'others of its kind');
  t.equal(seconds('recipe', 'a', 'new'), 100, 'the default');
  t.doesNotThrow(() => timesSchema.parse(times));
  const committed = await readTimes();
  t.ok(committed.defaults.suite > 0, 'the committed file is good');
  await t.rejects(readTimes('/no/such/file'), /^\/no\/such\/file: cannot be read \(ENOENT\)$/);
});

const reportFiles = ['index.html', 'junit.xml', 'report.md', 'results.json', 'results.tap', 'times.json'];

async function contents(folder: string): Promise<Record<string, string>> {
  const files = await filesBelow(folder);
  return Object.fromEntries(await Promise.all(files.map(async (file) => [file, await readFile(path.join(folder, file), 'utf8')] as const)));
}

const readReport = async (folder: string): Promise<Report> => reportSchema.parse(JSON.parse(await readFile(path.join(folder, 'results.json'), 'utf8')));

const folder = t.testdir({});
const shards = ['1', '2', '3'].map((index) => path.join(folder, `shard${index}`));
const whole = path.join(folder, 'whole');

t.test('three shards in three processes with caches of their own, and all of it in one', async (t) => {
  const parts = await Promise.all(
    shards.map((report, index) => fake({ report, shard: `${String(index + 1)}/3` }, { WILDEBEEST_CACHE: path.join(folder, `cache${String(index)}`) })),
  );
  for (const part of parts) t.match(part.stderr, /^shard \d of 3 \(--shard\): \d+ of 30 units, about .*; the longest shard about /);
  t.ok(parts.some((part) => part.exitCode === 1), 'a shard with a unit that failed says so');
  const ended = await fake({ report: whole }, { WILDEBEEST_CACHE: path.join(folder, 'cache') });
  t.equal(ended.exitCode, 1);
  t.match(ended.stderr, /^\[1 of 30\] ✓ .*\(\d+\.\d s\)$/m, 'how far it is');
  t.match(ended.stderr, /^\[30 of 30\] /m);
});

t.test('the shards, merged, are the report of one run', async (t) => {
  const merged = path.join(folder, 'merged');
  const one = await contents(whole);
  t.same(Object.keys(one).filter((file) => !file.startsWith('logs/')), reportFiles);

  const ended = await wildebeest(['--merge', ...shards, '--report', merged]);
  t.equal(ended.exitCode, 1, 'a unit failed');
  t.match(ended.stderr, /suite\/beta\/module3: module3 static: <b>not<\/b> as it must be\n/);
  t.strictSame(await contents(merged), one, 'byte by byte');
  await mergeFolders([...shards].reverse(), merged);
  t.strictSame(await contents(merged), one, 'in another order, over an earlier report');
  await mergeFolders([...shards, whole], path.join(folder, 'more'));
  t.strictSame(await contents(path.join(folder, 'more')), one, 'the same results twice contradict nothing');

  const line = async (folders: string[], code = 1, into = path.join(folder, 'refused')): Promise<string> => {
    const failure = await failureOf(mergeFolders(folders, into));
    t.equal(failure.code, code);
    return failure.line().replaceAll(`${folder}/`, '');
  };
  const [first = '', second = '', third = ''] = shards;
  t.match(await line([first, third]), /^matrix: shard 2 of 3 is missing; next: .*--shard 2\/3 --report DIR$/);
  t.match(await line([second]), /^matrix: shards 1, 3 of 3 are missing; next: /);
  t.match(await line([first, path.join(folder, 'none')], 2), /^none\/results\.json: cannot be read \(ENOENT\); next: /);
  t.match(await line(shards, 2, first), /^shard1: is both merged and written; next: /);
  t.match(await line(shards, 2, path.join(folder, 'cache0')), /^cache0: is not empty and holds no report; next: /);

  const changed = async (change: (report: Report) => void, logs = true): Promise<string> => {
    const copy = path.join(folder, 'changed');
    await rm(copy, { recursive: true, force: true });
    await cp(second, copy, { recursive: true });
    const report = await readReport(copy);
    change(report);
    await writeFile(path.join(copy, 'results.json'), JSON.stringify(report));
    if (!logs) await rm(path.join(copy, 'logs'), { recursive: true });
    return copy;
  };
  const with2 = async (change: (report: Report) => void, code: number, others = [first, third]): Promise<string> => line([...others, await changed(change)], code);
  t.match(await with2((report) => (report.project.version = '1.1'), 2), /changed: was made with another version of the project than shard1; next: /);
  t.match(await with2((report) => (report.project.lock = '0'.repeat(64)), 2), /another ts\/sources\/lock\.json than shard1/);
  t.match(await with2((report) => (report.project.sources = '0'.repeat(64)), 2), /another state of the checkout than shard1/);
  t.match(await with2((report) => (report.options.check = false), 2), /changed: was made with other options than shard1 \(--no-check\)/);
  t.match(await with2((report) => report.shard && (report.shard.times = '0'.repeat(64)), 2), /changed: the work was split by other times than for shard1/);
  t.match(await with2((report) => report.shard && (report.shard.total = 4), 2), /changed: the work was split into 4 shards, not 3 as for shard1/);
  t.match(await with2((report) => report.units.pop(), 1), /matrix: \w+\/\w+\/\w+ is in no report/);
  const other = (report: Report): void => {
    const [unit] = report.units;
    if (unit !== undefined) unit.sysroot = 'f'.repeat(16);
  };
  t.match(await with2(other, 2), /its sysroot for \w+ is not that of /);
  const failing = (report: Report): void => {
    const [unit] = report.units;
    if (unit !== undefined) unit.state = 'skipped';
  };
  t.match(await with2(failing, 1, shards), /changed: \w+\/\w+\/\w+: has skipped, not passed as in shard2; next: leave out /);
  const slower = await changed((report) => report.units.forEach((unit) => (unit.seconds += 1)));
  await t.resolves(mergeFolders([...shards, slower], path.join(folder, 'slower')), 'other times contradict nothing');
  t.match(await line([first, third, await changed(() => undefined, false)], 2), /changed\/logs\/.*: is not there; next: /);
  t.match(await with2((report) => (report.format = 2 as 1), 2), /changed\/results\.json: format: /);
  const escaping = (report: Report): void => {
    const log = report.units[0]?.logs[0];
    if (log !== undefined) log.file = 'logs/../../secret';
  };
  t.match(await with2(escaping, 2), /results\.json: units\[0\]\.logs\[0\]\.file: must be a path below logs\//);
});

t.test('a report holds what it says, and runs nothing', async (t) => {
  const files = await contents(whole);
  const html = files['index.html'] ?? '';
  const links = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map((match) => match[1] ?? '');
  t.ok(links.length > 50);
  const ids = new Set([...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]));
  t.same(links.filter((link) => (link.startsWith('#') ? !ids.has(link.slice(1)) : files[link] === undefined)), [], 'each link leads to a file of the report or a place of the page');
  t.same(links.filter((link) => /^[a-z]+:|^\/\//.test(link)), [], 'none leads elsewhere');
  t.equal(ids.size, [...html.matchAll(/ id="/g)].length, 'each id is there once');
  const script = /<script>([^]*?)<\/script>/.exec(html)?.[1] ?? '';
  t.match(html, `script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`, 'the policy allows the page its own script alone');
  t.notMatch(html, '<b>not</b>', 'what tests print is text');
  t.match(html, '&lt;b&gt;not&lt;/b&gt;');
  t.notMatch(JSON.stringify(files), folder, 'no path of this machine');
  t.match(files['logs/beta/suite-module3-log.txt'], 'suite/beta/module3 again\n');
  const { units } = await readReport(whole);
  const tap = files['results.tap'] ?? '';
  t.match(tap, /^TAP version 14\n1\.\.30\n/);
  t.equal([...tap.matchAll(/^(not )?ok /gm)].length, 30);
  t.equal([...tap.matchAll(/^not ok /gm)].length, units.filter((unit) => unit.state === 'failed').length);
  t.match(tap, /^ok \d+ - recipe\/gamma\/package1 # SKIP gamma: no qemu for it$/m);
  const [yaml = ''] = /(?<=^ {2}---\n)[^]*?(?=^ {2}\.\.\.$)/m.exec(tap) ?? [];
  t.match(parseYaml(yaml), { summary: 'passed <as> it "should" & must', problems: [] }, 'its blocks are YAML');
  const junit = files['junit.xml'] ?? '';
  t.match(junit, /<testsuites name="wildebeest matrix" tests="30" failures="2" errors="0" skipped="1" time="[\d.]+">/);
  t.match(junit, '<failure message="module3 static: &lt;b&gt;not&lt;/b&gt; as it must be">');
  t.match(junit, '<failure message="package2: its source is gone; next: look for it">');
  t.match(junit, '<skipped message="gamma: no qemu for it"/>');
  t.match(files['report.md'], '| module3 | [✓ passed](logs/alpha/suite-module3-log.txt)');
  t.match(files['report.md'], '* suite/beta/module3: module3 static: \\<b\\>not\\</b\\> as it must be');
  const [, unneeded = ''] = (files['report.md'] ?? '').split('## Patches that are not needed\n');
  t.match(unneeded, '\n3 patches of 2 distributions, for 1 package.\n', 'a package counts once, on however many targets it passed');
  t.match(unneeded, '\n| package0 | Alpine | musl\\_\\<1\\>.patch, two.patch | module1, module2 |\n| package0 | Void | two.patch | module2 |\n');
  t.match(html, '3 patches of 2 distributions, for 1 package: ');
  t.match(html, '<th scope="row">package0</th><td>Alpine</td><td><code>musl_&lt;1&gt;.patch</code> <code>two.patch</code></td><td><code>module1</code> <code>module2</code></td>');
  t.equal(units.filter((unit) => unit.patches?.length === 3).length, 3, 'the JSON has them for each target');
  t.match(files['report.md'], "## What can't be built\n\n* package1: it \\<never\\> ends; missing: an end\n");
  t.match(html, '<dt>package1</dt><dd>it &lt;never&gt; ends</dd><dd>Missing: <code>an end</code></dd>');
  t.same(timesSchema.parse(JSON.parse(files['times.json'] ?? '')).seconds.suite?.alpha?.module0, Math.round(fakeSeconds({ kind: 'suite', target: 'alpha', name: 'module0' }) * 10) / 10);
  t.equal(duration(0.04), '0.0 s');
  t.equal(duration(59.96), '1 min 0 s');
  t.equal(duration(3599.6), '1 h 0 min');
});

t.test('hostile text stays text in every format', async (t) => {
  const report = await readReport(whole);
  const [unit] = report.units;
  if (unit === undefined) throw new Error('no unit');
  const nasty = '</script><script>alert(1)</script>"\'&]]>\u0001\u{1F600} # \\';
  Object.assign(unit, { summary: nasty, problems: [nasty], notes: [nasty], state: 'failed' });
  const html = htmlReport(report);
  t.equal(html.split('<script').length, 2, 'one script, its own');
  t.notMatch(html, 'alert(1)</script>');
  const xml = junitReport(report);
  t.notMatch(xml, '\u0001');
  t.match(xml, '&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;');
  t.match(xml, '\u{1F600}');
  const [line] = /^ {2}problems: .*$/m.exec(tapReport(report)) ?? [];
  t.same(parseYaml(line ?? ''), { problems: [nasty] });
});

t.test('a run that was killed goes on, and two at once do nothing twice', async (t) => {
  const folder = t.testdir({});
  const worked = async (name: string): Promise<string[]> => (await readFile(path.join(folder, name), 'utf8')).trim().split('\n');
  const held = 'suite/alpha/module4';
  const env = { ...quiet, WILDEBEEST_CACHE: path.join(folder, 'cache'), FAKE_DONE: path.join(folder, 'first'), FAKE_HOLD: held };
  const child = spawn(process.execPath, [fakes, '{"check":true}'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise((resolve) => child.once('close', resolve));
  for await (const line of createInterface({ input: child.stderr })) if (line.startsWith('[29 of 30]')) child.kill('SIGKILL');
  await ended;
  const failing = ['recipe/gamma/package1', 'recipe/gamma/package2', 'suite/beta/module3'];
  t.equal((await worked('first')).length, 29, 'all but the one that was held');
  const again = await fake({}, { ...env, FAKE_DONE: path.join(folder, 'second'), FAKE_HOLD: '' });
  t.same((await worked('second')).sort(), [...failing, held].sort(), 'what was running, and what did not pass');
  t.match(again.stderr, /^\[\d+ of 30\] ✓ suite\/alpha\/module0: .* \(done before\)$/m);
  const cache = { WILDEBEEST_CACHE: path.join(folder, 'other'), FAKE_DONE: path.join(folder, 'both') };
  const both = await Promise.all([fake({ report: path.join(folder, 'a') }, cache), fake({ report: path.join(folder, 'b') }, cache)]);
  t.same(both.map((one) => one.exitCode), [1, 1]);
  t.same((await worked('both')).filter((id) => !failing.includes(id)).sort(), fakeUnits().map(unitId).filter((id) => !failing.includes(id)).sort(), 'each that passes once');
  t.strictSame(await contents(path.join(folder, 'a')), await contents(path.join(folder, 'b')));
});

t.test('real units: three shards, merged, are the report of one run', async (t) => {
  const folder = t.testdir({});
  const small = ['--target', 'native', '--module', 'basename', '--module', 'types', '--recipe', 'kmod', '--recipe', 'zlib'];
  const report = (name: string): string => path.join(folder, name);
  const parts = await Promise.all([1, 2, 3].map((index) => wildebeest([...small, '--report', report(`shard${String(index)}`)], { CI_NODE_INDEX: String(index), CI_NODE_TOTAL: '3' })));
  for (const part of parts) {
    t.equal(part.exitCode, 0, part.stderr.slice(-2000));
    t.match(part.stderr, /shard \d of 3 \(GitLab CI: CI_NODE_INDEX=\d, CI_NODE_TOTAL=3\)/);
  }
  const whole = await wildebeest([...small, '--report', report('whole')]);
  t.equal(whole.exitCode, 0, whole.stderr.slice(-2000));
  t.equal([...whole.stderr.matchAll(/ \(done before\)$/gm)].length, 4, 'the one run finds what the shards did');
  t.equal((await wildebeest(['--merge', report('shard1'), report('shard2'), report('shard3'), '--report', report('merged')])).exitCode, 0);
  t.strictSame(await contents(report('merged')), await contents(report('whole')), 'byte by byte');
  const { units } = await readReport(report('whole'));
  t.match(units, [
    { kind: 'suite', name: 'basename', state: 'passed' },
    { kind: 'suite', name: 'types', state: 'passed' },
    { kind: 'recipe', name: 'kmod', state: 'passed', counts: { passed: 16, failed: 0 }, modules: ['basename'] },
    { kind: 'recipe', name: 'zlib', state: 'passed', modules: [] },
  ]);
  for (const unit of units) t.ok(unit.logs.length > 0 && unit.seconds > 0, unitId(unit));
});

t.test("a user's mistakes are one line", async (t) => {
  const folder = t.testdir({ file: 'x', full: { some: 'x' }, times: '{"defaults":{"suite":-1}}' });
  const all = { targets: ['native'], kinds: [], modules: [], recipes: [], check: true } as const;
  const failing: [() => Promise<unknown>, RegExp, number?][] = [
    [() => runMatrix(fakeWorld, { check: true, shard: '4/3' }, {}), /^--shard '4\/3': there are 3 shards, no 4\. one; next: --shard 1\/3 is the first of three$/],
    [() => runMatrix(fakeWorld, { check: true }, { JOB_COMPLETION_INDEX: '0' }), /^JOB_COMPLETION_INDEX is set, but WILDEBEEST_SHARDS is not; next: /],
    [() => runMatrix(fakeWorld, { check: true, report: path.join(folder, 'full') }, {}), /full: is not empty and holds no report; next: /],
    [() => runMatrix(fakeWorld, { check: true, report: path.join(folder, 'file', 'below') }, {}), /below: no report can be written there \(ENOTDIR\); next: /, 1],
    [() => runMatrix(fakeWorld, { check: true, times: path.join(folder, 'times') }, {}), /times: defaults\.\w+: /],
    [() => runMatrix(fakeWorld, { check: true, times: path.join(folder, 'none') }, {}), /none: cannot be read \(ENOENT\); next: name the times\.json of a report$/],
    [() => driverWorld({ ...all, targets: ['vax'] }), /^unknown target 'vax'; next: /],
    [() => driverWorld({ ...all, modules: ['nope'] }), /^unknown module 'nope'; next: /],
    [() => driverWorld({ ...all, recipes: ['nope'] }), /^recipe: no recipe 'nope'; next: /],
  ];
  for (const [work, line, code] of failing) {
    const failure = await failureOf(work());
    t.match(failure.line(), line);
    t.equal(failure.code, code ?? 2);
  }
  const merge = await wildebeest(['--merge', folder]);
  t.match(merge, { exitCode: 2, stdout: '', stderr: /^wildebeest: matrix: --merge needs a folder for the result; next: add --report DIR\n$/ });
  t.match(await wildebeest(['--only', 'tests']), { exitCode: 2, stderr: /argument 'tests' is invalid\. Allowed choices are sysroot, malloc, suite, recipe, image\./ });
  const plan = await wildebeest(['--plan', '--target', 'native', '--module', 'types']);
  t.match(plan, { exitCode: 0, stdout: /^suite\/\w+\/types\n$/ });
  const mallocs = await wildebeest(['--plan', '--only', 'malloc']);
  t.strictSame(mallocs.stdout, (await targetNames()).map((target) => `malloc/${target}/scudo\n`).join(''), 'Scudo on every target');
  const empty = path.join(folder, 'empty');
  const none = await wildebeest(['--target', 'native', '--module', 'types', '--shard', '2/2', '--report', empty]);
  t.equal(none.exitCode, 0, 'a shard with nothing to do');
  t.match(await readReport(empty), { units: [], shard: { index: 2, total: 2 } });
});

t.test("docs/ci.md: each engine's file is good YAML and has its shape", async (t) => {
  const text = await readFile(path.join(projectRoot(), 'docs', 'ci.md'), 'utf8');
  const blocks = [...text.matchAll(/^```yaml\n([^]*?)^```$/gm)].map((match) => parseYaml(match[1] ?? '') as Record<string, unknown>);
  const [github, gitlab, job] = blocks;
  t.equal(blocks.length, 3);
  t.match(github, { on: {}, jobs: { matrix: { strategy: { matrix: { shard: [] } }, steps: [] }, report: { needs: 'matrix', steps: [] } } });
  const env = (github as { jobs: { matrix: { env: Record<string, string> } } }).jobs.matrix.env;
  t.same(env, { WILDEBEEST_SHARD_INDEX: '${{ strategy.job-index }}', WILDEBEEST_SHARDS: '${{ strategy.job-total }}' });
  t.match(gitlab, { matrix: { parallel: 6, script: [], artifacts: {} }, report: { needs: ['matrix'], script: [] } });
  const spec = (job as { spec: { completions: number; template: { spec: { containers: { env: { name: string; value?: string }[] }[] } } } }).spec;
  t.match(job, { apiVersion: 'batch/v1', kind: 'Job', spec: { completionMode: 'Indexed' } });
  t.equal(spec.template.spec.containers[0]?.env.find(({ name }) => name === 'WILDEBEEST_SHARDS')?.value, String(spec.completions));
});
