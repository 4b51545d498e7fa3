import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import t, { type Test } from 'tap';
import { Failure } from '../ts/run/failure.js';
import { ensureSteps } from '../ts/run/graph.js';
import { report } from '../ts/run/reporter.js';
import { exists, stepKey, stepPath, type Step } from '../ts/run/store.js';

/** Steps in a cache of their own, which note when they begin and end. */
async function workshop(t: Test): Promise<{ events: string[]; step: (name: string, needs?: Step[], work?: () => Promise<void>) => Step }> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'wildebeest-graph-'));
  const before = process.env.WILDEBEEST_CACHE;
  process.env.WILDEBEEST_CACHE = root;
  report.quiet = true;
  t.teardown(async () => {
    if (before === undefined) delete process.env.WILDEBEEST_CACHE;
    else process.env.WILDEBEEST_CACHE = before;
    await rm(root, { recursive: true });
  });
  const events: string[] = [];
  const step = (name: string, needs: Step[] = [], work?: () => Promise<void>): Step => ({
    name,
    inputs: { name },
    needs,
    make: async (output) => {
      events.push(`${name} begins`);
      for (const need of needs) await readFile(path.join(stepPath(need), 'made'));
      await (work?.() ?? sleep(20));
      await writeFile(path.join(output, 'made'), name);
      events.push(`${name} ends`);
    },
  });
  return { events, step };
}

t.test('each step once, after what it needs', async (t) => {
  const { events, step } = await workshop(t);
  const source = step('source');
  const [left, right] = [step('left', [source]), step('right', [source])];
  const end = step('end', [left, right]);
  t.strictSame(await ensureSteps([end, right], 2), [stepPath(end), stepPath(right)]);
  t.equal(events.filter((event) => event === 'source begins').length, 1);
  t.strictSame(events.slice(2, 4).sort(), ['left begins', 'right begins'], 'both at once');
  t.strictSame(events.slice(-2), ['end begins', 'end ends']);
  events.length = 0;
  await ensureSteps([end]);
  t.strictSame(events, [], 'nothing is made twice');
  await rm(stepPath(source), { recursive: true });
  await ensureSteps([end]);
  t.strictSame(events, [], 'what is there needs nothing');
});

t.test('no more at once than allowed, the longest way first', async (t) => {
  const { events, step } = await workshop(t);
  const steps = [step('short1'), step('short2'), step('end', [step('middle', [step('start')])])];
  await ensureSteps(steps, 1);
  const begun = events.filter((event) => event.endsWith('begins'));
  t.strictSame(begun.slice(0, 2), ['start begins', 'middle begins'], 'the chain before the rest');
  for (const [index, event] of events.entries()) t.equal(event.endsWith(index % 2 === 0 ? 'begins' : 'ends'), true, event);
});

t.test('a failure stops what needs it and nothing else', async (t) => {
  const { events, step } = await workshop(t);
  const broken = step('broken', [], () => Promise.reject(new Failure('broken: exit 1')));
  const other = step('other', [], () => sleep(60));
  const after = step('after', [other]);
  await t.rejects(ensureSteps([step('victim', [broken]), after], 2), { message: 'broken: exit 1' });
  t.ok(await exists(stepPath(after)), 'the other chain went on to its end');
  t.notOk(events.includes('victim begins'));
  const second = step('second', [], () => Promise.reject(new TypeError('a defect')));
  await t.rejects(ensureSteps([broken, second], 2), TypeError, 'a defect is never hidden by a failure');
});

t.test('the key of a step holds those of its needs', async (t) => {
  const { step } = await workshop(t);
  const one = step('one');
  t.not(stepKey(step('end', [one])), stepKey(step('end', [step('two')])));
  t.equal(stepKey(step('end', [one])), stepKey(step('end', [step('one')])));
  t.not(stepKey(step('end', [one])), stepKey(step('end')));
});

t.test('what comes before a step without being part of its key', async (t) => {
  const { events, step } = await workshop(t);
  const before = step('before');
  const end: Step = { ...step('end'), after: [before] };
  t.equal(stepKey(end), stepKey(step('end')));
  await ensureSteps([end], 2);
  t.strictSame(events, ['before begins', 'before ends', 'end begins', 'end ends']);
});
