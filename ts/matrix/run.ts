import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Failure } from '../run/failure.js';
import { mapLimit } from '../run/pool.js';
import { report } from '../run/reporter.js';
import { ensureUnit, writeOutcome, type Done, type Outcome } from './store.js';
import { unitId, type Unit } from './unit.js';
import type { World } from './world.js';

/** Units at a time: while one runs its configure, which is serial, another compiles. */
const together = 2;

const marks = { passed: '✓', failed: '✗', skipped: '-' } as const;

/** Why a unit could not be done at all, as its result. */
function failedOutcome(error: unknown): Outcome {
  const failure = error instanceof Failure ? error : undefined;
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    ...{ state: 'failed', seconds: 0, summary: 'could not be done', modules: [], versions: {}, notes: [] },
    problems: [failure?.line() ?? `a defect of the driver: ${error instanceof Error ? error.message : String(error)}`],
    logs: failure === undefined ? [{ name: 'trace', text: `${text}\n` }] : failure.log === undefined ? [] : [{ name: 'failure', file: failure.log }],
  };
}

/** The units that were done, and what removes the logs of those that the cache does not keep. */
export interface Ran {
  done: Done[];
  dispose: () => Promise<void>;
}

/**
 * Does units, two at a time, in their order; says after each how many are done. A unit that fails, be it by a defect of the
 * driver, is a result and stops no other.
 */
export async function runUnits(units: readonly Unit[], world: World): Promise<Ran> {
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'wildebeest-matrix-'));
  let finished = 0;
  const one = async (unit: Unit): Promise<Done> => {
    let done: Done;
    try {
      done = await ensureUnit(unit, await world.inputs(unit), scratch, () => world.work(unit));
    } catch (error) {
      done = { record: await writeOutcome(unit, failedOutcome(error), scratch), folder: scratch, cached: false };
    }
    finished += 1;
    const { state, summary, seconds } = done.record;
    const how = done.cached ? 'done before' : `${seconds.toFixed(1)} s`;
    if (!report.quiet) report.line(`[${String(finished)} of ${String(units.length)}] ${marks[state]} ${unitId(unit)}: ${summary} (${how})`);
    return done;
  };
  return { done: await mapLimit(units, together, one), dispose: () => rm(scratch, { recursive: true, force: true }) };
}
