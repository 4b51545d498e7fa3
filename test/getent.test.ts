import { copyFile, rm } from 'node:fs/promises';
import path from 'node:path';
import t from 'tap';
import { run } from '../ts/run/process.js';
import { projectRoot } from '../ts/run/root.js';
import { ensureStep } from '../ts/run/store.js';
import { hashFiles, shimFiles } from '../ts/shim/build.js';
import { emulator } from '../ts/suite/execute.js';
import { findProgram, hostTool } from '../ts/sysroot/hostTools.js';
import { loadTarget } from '../ts/targets/target.js';
import { randomCall } from './getentGrammar.js';
import { callAll, compileProgram, ensureGetent, etc, fixture, publish, whyNoNamespaces } from './getentProgram.js';
import { filesHash, once, versionsOf } from './once.js';
import { sampled } from './sampled.js';
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

/** Where outcomes are not what they must be, one a line. */
function differences(results: readonly { one: Case; outcome: Outcome }[]): string[] {
  return results.flatMap(({ one, outcome }) => {
    const wrong = judge(one, outcome);
    return wrong === undefined ? [] : [`${one.id}: getent ${JSON.stringify(one.argv)} gave ${JSON.stringify(outcome).slice(0, 500)}, ${wrong.slice(0, 500)}`];
  });
}

t.test('getent does what glibc’s getent did in every recorded case', { skip }, async (t) => {
  const { program, folder } = await publish(await ensureGetent(await loadTarget('x86_64')));
  t.teardown(() => rm(folder, { recursive: true }));
  const results = await runCases([program], cases);
  t.equal(results.length, cases.length, `${String(cases.length)} cases`);
  t.strictSame(differences(results), []);
  for (const [id, { reason }] of deviations) {
    t.ok(results.some(({ one }) => one.id === id), `${id} differs: ${reason}`);
  }
});

const noLibidn2 = skip !== false ? skip : (await run('pkg-config', ['--exists', 'libidn2'], { allowFailure: true })).exitCode !== 0 && 'there is no libidn2 to build with';

t.test('names beyond ASCII by libidn2', { skip: noLibidn2 }, async (t) => {
  const root = projectRoot();
  const sources = (await shimFiles(root)).filter((file) => /^(libc-support|wildebeest\/modules)\//.test(file));
  const built = await ensureStep({
    name: 'getent-libidn2',
    inputs: { sources: await hashFiles(root, sources), cc: await versionsOf('clang') },
    make: async (output, { log, scratch }) => {
      const options = [`-DCMAKE_C_COMPILER=${await hostTool('clang')}`, '-DLIBC_SUPPORT_LIBIDN2=ON'];
      await copyFile(await compileProgram('getent', scratch, options, log), path.join(output, 'getent'));
    },
  });
  const { program, folder } = await publish(path.join(built, 'getent'));
  t.teardown(() => rm(folder, { recursive: true }));
  t.match((await run('ldd', [program])).stdout, /libidn2/);
  const beyond = cases.filter(({ net, argv }) => net === 'dns' && argv.some((word) => typeof word !== 'string' || /[^\0-\x7f]|xn--/.test(word)));
  t.ok(beyond.length > 5, `${String(beyond.length)} cases`);
  t.strictSame(differences(await runCases([program], beyond)), []);
});

/** Whether getent asks what interfaces the network has: for the families that they have, or to sort several addresses. */
function asksForInterfaces({ argv, expect }: Case): boolean {
  const ahosts = argv.some((word) => typeof word === 'string' && word.startsWith('ahosts'));
  return ahosts && (!argv.includes('-A') || expect.some(([, stdout]) => typeof stdout !== 'string' || stdout.split('STREAM').length > 2));
}

for (const name of ['aarch64', 's390x']) {
  t.test(`getent does it on ${name} too, under qemu-user`, { skip }, async (t) => {
    const target = await loadTarget(name);
    const built = await ensureGetent(target);
    const some = sampled(cases);
    const inputs = { built, cases: some.length, tests: await filesHash('test/getent*.ts', 'test/fixtures/getent') };
    await once(t, `getent-cases-${name}`, inputs, async () => {
      const { program, folder } = await publish(built, (await emulator(target)).file);
      t.teardown(() => rm(folder, { recursive: true }));
      // Where the byte order is another, qemu 7.2 never comes back from what the kernel says of the network's interfaces.
      const [interfaces = []] = await callAll([program], 'lo', [{ files: etc, argv: ['ahosts', '127.0.0.1'] }]);
      const possible = interfaces[0] === 'timeout' ? some.filter((one) => !asksForInterfaces(one)) : some;
      const results = await runCases([program], possible);
      t.equal(results.length, possible.length, `${String(possible.length)} of ${String(cases.length)} cases`);
      t.strictSame(differences(results), []);
    });
  });
}

/** The text of the file that a random call is about. */
function fileOf({ argv, files }: Call): string {
  const [database] = argv;
  const text = typeof database === 'string' ? files[`etc/${database === 'initgroups' ? 'group' : database}`] : undefined;
  return typeof text === 'string' ? text : '';
}

/** What a call of glibc's getent gives that this one gives otherwise on purpose, with the reason. */
function deviates({ argv, files }: Call, theirs: Outcome, version: number): string | undefined {
  const [database, , ...keys] = argv;
  const file = fileOf({ argv, files });
  if (database === 'initgroups' && /^\s*#/m.test(file)) return 'glibc takes comments of /etc/group for groups';
  if (database === 'initgroups' && /^\s+[+-]/m.test(file)) return 'glibc takes an indented entry whose name begins with + or - for a group with a number to be';
  if (database === 'aliases' && keys.length > 0 && /^(:[^\n]*|#[^\n]*|[ \t\v\f\r]*)\n[ \t\v\f\r]/m.test(file)) {
    return 'behind an alias without a name, a comment or a blank line, glibc finds an alias on an indented line when it lists the file, and not by its key';
  }
  if (/^[ \t\v\f\r]+[^\n]*(\0|$(?![^]))/m.test(file)) return 'glibc repeats the end of a line that begins with blanks and does not end with a newline';
  if (theirs[2] !== '') return 'an entry that can not be written is an error';
  if (keys.some((key) => typeof key === 'string' && /^[+ ]*\d+$/.test(key) && Number(key) > 4294967295)) return 'a number above 4294967295 is not taken modulo 4294967296';
  if ((database === 'protocols' || database === 'rpc') && keys.some((key) => typeof key === 'string' && /^\d+\D/.test(key))) return 'what follows the digits makes it no number';
  if (version < 2.41 && database === 'hosts' && keys.some((key) => typeof key === 'string' && /^::ffff:/i.test(key))) {
    return 'glibc before 2.41 finds a mapped IPv4 address on no line that has it without ::ffff:';
  }
  if (version < 2.43 && (database === 'services' || database === 'networks')) return 'glibc before 2.43 read the numbers of these files, and more than one slash, otherwise';
  return undefined;
}

/** This machine's getent and the version of glibc that it is of; undefined where it is another's. */
async function findOracle(): Promise<{ file: string; version: number } | undefined> {
  const file = await findProgram('getent');
  if (file === undefined) return undefined;
  const { stdout } = await run(file, ['--version'], { allowFailure: true });
  const [, version] = /^getent \(.*(?:GLIBC|GNU libc).*\) (2\.\d+)/.exec(stdout) ?? [];
  return version === undefined ? undefined : { file, version: Number(version) };
}
const oracle = skip === false ? await findOracle() : undefined;
const skipOracle = skip !== false ? skip : oracle === undefined && 'the getent of this machine is not glibc’s';

t.test('getent does what this machine’s glibc does with random files', { skip: skipOracle }, async (t) => {
  if (oracle === undefined) return;
  t.setTimeout(3_600_000);
  const built = await ensureGetent(await loadTarget('x86_64'));
  const runs = Number(process.env.WILDEBEEST_RUNS ?? 10_000);
  const first = Number(process.env.WILDEBEEST_SEED ?? 329_219_136);
  t.comment(`seeds ${String(first)} to ${String(first + runs - 1)}; WILDEBEEST_SEED and WILDEBEEST_RUNS set them`);
  const inputs = { built, first, runs, oracle: await hashFiles('/', [oracle.file]), tests: await filesHash('test/getent*.ts', 'test/fixtures/getent') };
  await once(t, 'getent-random', inputs, async () => {
    const { program, folder } = await publish(built);
    t.teardown(() => rm(folder, { recursive: true }));
    const calls = Array.from({ length: runs }, (_, i) => randomCall(first + i, etc));
    const theirs = await callAll([oracle.file], 'dual', calls);
    const ours = await callAll([program], 'dual', calls);
    const different = calls.flatMap((one, i) => {
      const [their, our] = [theirs[i], ours[i]];
      if (their === undefined || our === undefined) throw new Error(`no outcome of seed ${String(first + i)}`);
      if (same(their, our)) return [];
      const text = `seed ${String(first + i)}: getent ${JSON.stringify(one.argv)} of ${JSON.stringify(fileOf(one))} gave ${JSON.stringify(our)}, glibc ${JSON.stringify(their)}`;
      return [{ text, reason: deviates(one, their, oracle.version) }];
    });
    t.comment(`${String(different.length)} of ${String(runs)} differ from glibc ${String(oracle.version)}, for the reasons that are listed`);
    t.same(different.filter(({ reason }) => reason === undefined).map(({ text }) => text), [], `${String(runs)} random files`);
  });
});
