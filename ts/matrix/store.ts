import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { parseJson } from '../manifest/parse.js';
import type { RecipeResult } from '../recipe/result.js';
import { errnoOf } from '../run/failure.js';
import { withLock } from '../run/lock.js';
import { readIfThere } from '../run/process.js';
import { projectRoot } from '../run/root.js';
import { cacheRoot, inUse, keyOf, storeFailure, type Json } from '../run/store.js';
import { unitRecordSchema, type UnitRecord } from './record.js';
import { unitId, type Unit } from './unit.js';

/** What doing a unit gave; its logs are texts, or files anywhere. */
export interface Outcome extends Omit<UnitRecord, 'kind' | 'target' | 'name' | 'logs'> {
  logs: { name: string; file?: string; text?: string }[];
  /** The whole record of a recipe. */
  recipe?: RecipeResult;
}

/** A unit that was done, now or earlier. */
export interface Done {
  record: UnitRecord;
  recipe?: RecipeResult;
  /** The folder that the logs' paths are relative to. */
  folder: string;
  cached: boolean;
}

const storedSchema = z.strictObject({ record: unitRecordSchema, recipe: z.unknown().optional() });

const safe = (text: string): string => text.replaceAll(/[^\w.+-]/g, '_');

/** Where a log of a unit is in a report. A browser shows a .txt and would download a .log. */
export function logPath(unit: Unit, name: string): string {
  return path.posix.join('logs', safe(unit.target), `${unit.kind}-${safe(unit.name)}-${safe(name)}.txt`);
}

/** A line as a report may have it: no path of this machine, no second line. */
function shown(text: string, logs: ReadonlyMap<string, string>): string {
  let line = text.replaceAll(/\s*[\n\r]+\s*/g, ' ');
  for (const [file, place] of logs) line = line.replaceAll(file, place);
  return line.replaceAll(cacheRoot(), '$WILDEBEEST_CACHE').replaceAll(projectRoot(), '.');
}

/** Writes an outcome's logs below `folder` and gives its record. */
export async function writeOutcome(unit: Unit, outcome: Omit<Outcome, 'recipe'>, folder: string): Promise<UnitRecord> {
  const { logs, ...rest } = outcome;
  const places = new Map<string, string>();
  const kept: UnitRecord['logs'] = [];
  const notes = [...rest.notes];
  for (const { name, file, text } of logs) {
    const place = logPath(unit, name);
    const copy = path.join(folder, place);
    await mkdir(path.dirname(copy), { recursive: true });
    if (text !== undefined) await writeFile(copy, text);
    else if (file !== undefined) {
      try {
        await cp(file, copy);
      } catch (error) {
        if (errnoOf(error) !== 'ENOENT') throw error;
        notes.push(`the log of ${name} is no longer in the cache`);
        continue;
      }
      places.set(file, place);
    }
    kept.push({ name, file: place });
  }
  const line = (item: string): string => shown(item, places);
  return {
    ...{ kind: unit.kind, target: unit.target, name: unit.name },
    ...rest,
    seconds: Math.round(rest.seconds * 1000) / 1000,
    summary: line(rest.summary),
    notes: notes.map(line),
    problems: rest.problems.map(line),
    logs: kept,
  };
}

async function readStored(folder: string): Promise<Done | undefined> {
  const file = path.join(folder, 'result.json');
  const text = await readIfThere(file);
  if (text === undefined) return undefined;
  const { record, recipe } = parseJson(storedSchema, text, file);
  await inUse(folder);
  return { record, folder, cached: true, ...(recipe === undefined ? {} : { recipe: recipe as RecipeResult }) };
}

/**
 * Does a unit, or finds that it passed before with the same inputs. What passed is kept in the cache as soon as it is there,
 * so a run that is killed loses no more than what was running. What did not pass is done again, by a second driver too that
 * waits for this unit, and so its result stays in `own`, a folder of this run.
 */
export async function ensureUnit(unit: Unit, inputs: Json, own: string, work: () => Promise<Outcome>): Promise<Done> {
  const root = cacheRoot();
  const base = safe(`${unit.kind}-${unit.target}-${unit.name}-${keyOf({ format: 2, inputs })}`);
  const folder = path.join(root, 'units', base);
  const before = await readStored(folder);
  if (before !== undefined) return before;
  try {
    return await withLock(path.join(root, 'locks', `unit-${base}.lock`), unitId(unit), async () => {
      const other = await readStored(folder);
      if (other !== undefined) return other;
      const { recipe, ...outcome } = await work();
      const more = recipe === undefined ? {} : { recipe };
      if (outcome.state !== 'passed') return { record: await writeOutcome(unit, outcome, own), folder: own, cached: false, ...more };
      const scratch = path.join(root, 'work', `unit-${base}`);
      await rm(scratch, { recursive: true, force: true });
      await mkdir(scratch, { recursive: true });
      const record = await writeOutcome(unit, outcome, scratch);
      await writeFile(path.join(scratch, 'result.json'), JSON.stringify({ record, ...more }));
      await mkdir(path.dirname(folder), { recursive: true });
      await rm(folder, { recursive: true, force: true });
      await rename(scratch, folder);
      return { record, folder, cached: false, ...more };
    });
  } catch (error) {
    throw storeFailure(error, root, unitId(unit));
  }
}
