import { rm } from 'node:fs/promises';
import t from 'tap';
import { loadTarget } from '../ts/targets/target.js';
import { callAll, ensureGetent, etc, fixture, publish, whyNoNamespaces } from './getentProgram.js';
import type { Call, Entry, Outcome, Profile } from './getentSandbox.js';

/** A recorded case: what glibc 2.36 and, where it differs, 2.43 did. */
interface Case extends Omit<Call, 'files'> {
  id: string;
  net?: Profile;
  /** How near getent must be: `exact` to the byte, `version` to either; others as near, or as deviations.json says. */
  parity: 'exact' | 'version' | 'text' | 'net' | 'nss' | 'bug';
  expect: Outcome[];
}

/** Where this getent differs on purpose; the two texts are regular expressions of the whole. */
interface Deviation {
  id: string;
  status: number;
  stdout: string;
  stderr: string;
  reason: string;
}

const groups = (await fixture('cases.jsonl')).trimEnd().split('\n').map((line) => JSON.parse(line) as { files: Record<string, Entry>; cases: Case[] });
const cases = groups.flatMap(({ files, cases: own }) => own.map((one) => ({ ...one, files: { ...etc, ...files } })));
const deviations = new Map((JSON.parse(await fixture('deviations.json')) as Deviation[]).map((deviation) => [deviation.id, deviation]));

const skip = (await whyNoNamespaces()) ?? false;
const same = (a: Outcome, b: Outcome): boolean => JSON.stringify(a) === JSON.stringify(b);
const matches = (pattern: string, text: Outcome[1]): boolean => typeof text === 'string' && new RegExp(`^(?:${pattern})$`, 's').test(text);

/** Runs cases, each in the namespace of its profile; what they did is in the order of the cases. */
async function runCases<T extends Call & { net?: Profile }>(words: string[], all: T[]): Promise<{ one: T; outcome: Outcome }[]> {
  const profiles = [...new Set(all.map(({ net = 'lo' }) => net))];
  const results = await Promise.all(
    profiles.map(async (profile) => {
      const own = all.filter(({ net = 'lo' }) => net === profile);
      const outcomes = await callAll(words, profile, own);
      return own.map((one, i) => ({ one, outcome: outcomes[i] ?? ['timeout', '', ''] as Outcome }));
    }),
  );
  return results.flat();
}

/** What is wrong with an outcome, or undefined: it must be glibc's, or where that is wrong or beside the point, what is recorded. */
function judge(one: Case, outcome: Outcome): string | undefined {
  const equal = one.expect.some((expected) => same(expected, outcome));
  const deviation = deviations.get(one.id);
  if (!deviation) return equal ? undefined : `wanted ${JSON.stringify(one.expect)}`;
  if (equal) return 'is equal to glibc, but deviations.json says that it differs';
  const [status, stdout, stderr] = outcome;
  const fits = status === deviation.status && matches(deviation.stdout, stdout) && matches(deviation.stderr, stderr);
  return fits ? undefined : `deviates, but not as deviations.json says: ${deviation.reason}`;
}

t.test('getent does what glibc’s getent did in every recorded case', { skip }, async (t) => {
  const { program, folder } = await publish(await ensureGetent(await loadTarget('x86_64')));
  t.teardown(() => rm(folder, { recursive: true }));
  const results = await runCases([program], cases);
  t.equal(results.length, cases.length, `${String(cases.length)} cases`);
  for (const { one, outcome } of results) {
    const wrong = judge(one, outcome);
    if (wrong !== undefined) t.fail(`${one.id}: getent ${JSON.stringify(one.argv)} gave ${JSON.stringify(outcome).slice(0, 500)}, ${wrong.slice(0, 500)}`);
  }
  for (const [id, { reason }] of deviations) {
    t.ok(results.some(({ one }) => one.id === id), `${id} differs: ${reason}`);
  }
});
