import { mkdir, readdir, realpath, symlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import t, { type Test } from 'tap';
import { run, type RunResult } from '../ts/run/process.js';
import { report } from '../ts/run/reporter.js';
import { projectRoot } from '../ts/run/root.js';
import { cacheRoot, ensureStep, exists, stepPath, type Step } from '../ts/run/store.js';

report.quiet = true;
const bin = path.join(projectRoot(), 'dist', 'ts', 'bin.js');

/** Runs `wildebeest cache` on a cache of the test's own. */
const cache = (root: string, ...args: string[]): Promise<RunResult> =>
  run(process.execPath, [bin, 'cache', ...args], { allowFailure: true, env: { ...process.env, WILDEBEEST_CACHE: root } });

/** Has this process use a cache of the test's own up to the test's end. */
function useCache(t: Test, root: string): void {
  const before = process.env.WILDEBEEST_CACHE;
  process.env.WILDEBEEST_CACHE = root;
  t.teardown(() => {
    if (before === undefined) delete process.env.WILDEBEEST_CACHE;
    else process.env.WILDEBEEST_CACHE = before;
  });
}

t.test('the cache is where a symbolic link leads', async (t) => {
  const folder = await realpath(t.testdir({ disk: {} }));
  await symlink('disk', path.join(folder, 'link'));
  await symlink('nowhere', path.join(folder, 'broken'));
  const rootFor = (value: string): string => {
    useCache(t, path.join(folder, value));
    return path.relative(folder, cacheRoot());
  };
  t.equal(rootFor('disk'), 'disk');
  t.equal(rootFor('link'), 'disk');
  t.equal(rootFor('link/not/there'), 'disk/not/there');
  t.equal(rootFor('broken'), 'broken');
});

/** A step that has been made in a cache and was last used some days ago. */
async function madeBefore(t: Test, root: string, name: string, days: number): Promise<Step> {
  useCache(t, root);
  const step: Step = { name, inputs: { name }, make: (output) => writeFile(path.join(output, 'made'), 'x'.repeat(100_000)) };
  await ensureStep(step);
  const then = Date.now() / 1000 - days * 86_400;
  await utimes(stepPath(step), then, then);
  return step;
}

t.test('it says what the cache holds', async (t) => {
  const root = t.testdir({});
  t.match(await cache(root), { exitCode: 0, stdout: `${root}: 0 KiB\n` }, 'an empty one');
  await madeBefore(t, root, 'one', 0);
  const { stdout } = await cache(root);
  t.match(stdout, /^steps +1 +1\d\d KiB$/m);
  t.match(stdout, new RegExp(`^${root}: 1\\d\\d KiB$`, 'm'));
});

t.test('what was not used goes, what was used stays', async (t) => {
  const root = t.testdir({});
  const old = await madeBefore(t, root, 'old', 31);
  const recent = await madeBefore(t, root, 'recent', 29);
  const wanted = await madeBefore(t, root, 'wanted', 100);
  await ensureStep(wanted);
  await mkdir(path.join(root, 'sources'));
  await writeFile(path.join(root, 'sources', 'blob'), 'fetched');
  await utimes(path.join(root, 'sources', 'blob'), 1, 1);
  const { stdout, exitCode } = await cache(root, '--prune', '30');
  t.equal(exitCode, 0);
  t.match(stdout, /^removed 1 entry of steps: 1\d\d KiB\n1\d\d KiB removed\n$/);
  t.same(await Promise.all([old, recent, wanted].map((step) => exists(stepPath(step)))), [false, true, true]);
  t.same(await readdir(path.join(root, 'sources')), ['blob'], 'what was fetched');
  t.same((await readdir(root)).filter((name) => name.startsWith('work-')), [], 'nothing half removed');
  t.equal((await cache(root, '--prune', '30')).stdout, '0 KiB removed\n');
  t.equal(await ensureStep(old), stepPath(old), 'it is made anew');
});

t.test('two at once', async (t) => {
  const root = t.testdir({});
  for (let index = 0; index < 20; index++) await madeBefore(t, root, `step${String(index)}`, 3);
  const both = await Promise.all([cache(root, '--prune', '1'), cache(root, '--prune', '1')]);
  t.same(both.map(({ exitCode, stderr }) => [exitCode, stderr]), [[0, ''], [0, '']]);
  t.same(await readdir(path.join(root, 'steps')), []);
});

t.test("a user's mistake is one line", async (t) => {
  const root = t.testdir({});
  for (const days of ['0', '-1', 'x', '1.5', '']) {
    t.match(await cache(root, `--prune=${days}`), { exitCode: 2, stderr: `wildebeest: --prune: '${days}' is no number of days; next: a whole number from 1 on\n` });
  }
});
