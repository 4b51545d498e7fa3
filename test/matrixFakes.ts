// A matrix of units that take no time, as a program: `node matrixFakes.js OPTIONS` with the options of runMatrix as JSON.
import { createHash } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { runMatrix, type MatrixOptions } from '../ts/matrix/matrix.js';
import type { Outcome } from '../ts/matrix/store.js';
import { unitId, type Unit } from '../ts/matrix/unit.js';
import type { World } from '../ts/matrix/world.js';
import { Failure } from '../ts/run/failure.js';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Units on three targets that there are not. */
export function fakeUnits(targets: readonly string[] = ['alpha', 'beta', 'gamma'], suites = 5, recipes = 3): Unit[] {
  const names = (word: string, count: number): string[] => Array.from({ length: count }, (_, index) => `${word}${String(index)}`);
  return targets.flatMap((target): Unit[] => [
    { kind: 'sysroot', target, name: 'base' },
    { kind: 'malloc', target, name: 'scudo' },
    ...names('module', suites).map((name): Unit => ({ kind: 'suite', target, name })),
    ...names('package', recipes).map((name): Unit => ({ kind: 'recipe', target, name })),
  ]);
}

/** A number of seconds that depends on the unit alone. */
export function fakeSeconds(unit: Unit): number {
  return parseInt(digest(unitId(unit)).slice(0, 3), 16) / 100;
}

/** Patches that package0 needs no more. */
const fakePatches: Outcome['patches'] = [
  { distribution: 'alpine', name: 'musl_<1>.patch', modules: ['module1'] },
  { distribution: 'alpine', name: 'two.patch', modules: ['module1', 'module2'] },
  { distribution: 'void', name: 'two.patch', modules: ['module2'] },
];

/**
 * What a unit gives: all pass but module3 on beta, which fails; package1 on gamma, which can't be run; and package2 on gamma,
 * on which the driver itself stumbles. $FAKE_DONE gets a line for each that is worked on, and $FAKE_HOLD never ends.
 */
async function work(unit: Unit): Promise<Outcome> {
  const id = unitId(unit);
  if (process.env.FAKE_HOLD === id) await wait(600_000);
  await wait(10);
  if (process.env.FAKE_DONE !== undefined) await appendFile(process.env.FAKE_DONE, `${id}\n`);
  if (id === 'recipe/gamma/package2') throw new Failure('package2: its source is gone', { next: 'look for it' });
  const state = id === 'suite/beta/module3' ? 'failed' : id === 'recipe/gamma/package1' ? 'skipped' : 'passed';
  return {
    state,
    seconds: fakeSeconds(unit),
    summary: `${state} <as> it "should" & must`,
    modules: unit.kind === 'recipe' ? ['module1', 'module2'] : [],
    ...(unit.name === 'package0' ? { patches: fakePatches } : {}),
    ...(id === 'recipe/gamma/package1' ? { refused: { reason: 'it <never> ends', missing: ['an end'] } } : {}),
    versions: { musl: '1.2.5' },
    sysroot: digest(unit.kind === 'malloc' ? unitId(unit) : unit.target).slice(0, 16),
    notes: state === 'skipped' ? ['gamma: no qemu\nfor it'] : [],
    problems: state === 'failed' ? ['module3 static: <b>not</b> as it must be'] : [],
    logs: [{ name: 'first', text: `${id}\n` }, { name: 'log', text: `${id} again\n` }],
  };
}

export const fakeWorld: World = {
  units: fakeUnits(),
  project: () => Promise.resolve({ version: process.env.FAKE_VERSION ?? '1.0', sources: digest('sources'), lock: digest('lock') }),
  inputs: ({ kind, target, name }) => Promise.resolve([kind, target, name]),
  work,
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = await runMatrix(fakeWorld, JSON.parse(process.argv[2] ?? '{}') as MatrixOptions, process.env);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    process.stderr.write(`wildebeest: ${error.line()}\n`);
    process.exitCode = error.code;
  }
}
