import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { parseJson } from '../manifest/parse.js';
import { badInput, errnoOf } from '../run/failure.js';
import { projectRoot } from '../run/root.js';
import { unitKinds, type Unit } from './unit.js';

const seconds = z.number().nonnegative();

/** Seconds that units took which passed: kind, target, name. A report's folder has such a file; ts/matrix/times.json is the committed one. */
export const timesSchema = z.strictObject({
  defaults: z.record(z.enum(unitKinds), seconds).describe('for a kind of which nothing was recorded'),
  seconds: z.partialRecord(z.enum(unitKinds), z.record(z.string(), z.record(z.string(), seconds))),
});

export type Times = z.infer<typeof timesSchema>;

/** The recorded times of a checkout. */
export function timesPath(root = projectRoot()): string {
  return path.join(root, 'ts', 'matrix', 'times.json');
}

/** Reads a file of times. */
export async function readTimes(file = timesPath()): Promise<Times> {
  try {
    return parseJson(timesSchema, await readFile(file, 'utf8'), file);
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === undefined) throw error;
    throw badInput(`${file}: cannot be read (${errno})`, 'name the times.json of a report');
  }
}

function median(values: number[]): number | undefined {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/**
 * What a unit is expected to take, in seconds: what was recorded; else the median of its name on other targets, then of its
 * kind on its target, then of its kind; else the kind's default.
 */
export function expectedSeconds(unit: Unit, times: Times): number {
  const targets = times.seconds[unit.kind] ?? {};
  const own = targets[unit.target] ?? {};
  return (
    own[unit.name] ??
    median(Object.values(targets).flatMap((names) => names[unit.name] ?? [])) ??
    median(Object.values(own)) ??
    median(Object.values(targets).flatMap((names) => Object.values(names))) ??
    times.defaults[unit.kind]
  );
}

/** The file that a report's units amount to, in tenths of a second; names sorted. */
export function timesOf(units: readonly (Unit & { seconds: number })[], defaults: Times['defaults']): Times {
  const result: Times = { defaults, seconds: {} };
  for (const unit of [...units].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const names = ((result.seconds[unit.kind] ??= {})[unit.target] ??= {});
    names[unit.name] = Math.round(unit.seconds * 10) / 10;
  }
  return result;
}
