import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parseJson } from '../manifest/parse.js';
import { Failure, badInput, errnoOf } from '../run/failure.js';
import { reportSchema, type Report, type UnitRecord } from './record.js';
import { compareUnits, unitId } from './unit.js';

/** A report and the folder that it came from. */
export interface ReadReport {
  folder: string;
  report: Report;
}

/** Reads a report's `results.json`. */
export async function readReport(folder: string): Promise<ReadReport> {
  const file = path.join(folder, 'results.json');
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === undefined) throw error;
    throw badInput(`${file}: cannot be read (${errno})`, 'name a folder that `wildebeest matrix --report` wrote');
  }
  return { folder, report: parseJson(reportSchema, text, file) };
}

/** What two records of one unit must agree on: all but how long it took. */
const result = (unit: UnitRecord): unknown => ({ ...unit, seconds: 0 });

function sameProject(first: ReadReport, other: ReadReport): void {
  const [a, b] = [first.report.project, other.report.project];
  const differ = (['version', 'sources', 'lock'] as const).find((field) => a[field] !== b[field]);
  if (differ !== undefined) {
    const what = { version: 'version of the project', sources: 'state of the checkout', lock: 'ts/sources/lock.json' }[differ];
    throw badInput(`${other.folder}: was made with another ${what} than ${first.folder}`, 'run its shard again with the same checkout');
  }
  if (!isDeepStrictEqual(first.report.options, other.report.options)) {
    throw badInput(`${other.folder}: was made with other options than ${first.folder} (--no-check)`, 'run its shard again with the same options');
  }
}

/** Refuses a sysroot made differently: by another compiler, or from another version of a source. */
function sameSysroots(reports: readonly ReadReport[]): void {
  const known = new Map<string, { sysroot: string; folder: string }>();
  for (const { folder, report } of reports) {
    for (const { kind, target, name, sysroot } of report.units) {
      if (sysroot === undefined) continue;
      // An allocator's is one of its own.
      const key = kind === 'malloc' ? `${target} ${name}` : target;
      const before = known.get(key);
      if (before === undefined) known.set(key, { sysroot, folder });
      else if (before.sysroot !== sysroot) {
        throw badInput(`${folder}: its sysroot for ${target} is not that of ${before.folder}: another compiler, or other sources`, 'run its shard again where the others ran');
      }
    }
  }
}

/** Names the shards of a plan that are missing, and refuses parts that were cut differently. */
function complete(reports: readonly ReadReport[]): void {
  const parts = reports.flatMap(({ folder, report }) => (report.shard === undefined ? [] : [{ folder, ...report.shard }]));
  const [first] = parts;
  const done = new Set(reports.flatMap(({ report }) => report.units.map(unitId)));
  const missing = reports[0]?.report.planned.filter((id) => !done.has(id)) ?? [];
  for (const part of parts) {
    if (first === undefined || (part.total === first.total && part.times === first.times)) continue;
    const how = part.total === first.total ? 'by other times' : `into ${String(part.total)} shards, not ${String(first.total)}`;
    throw badInput(`${part.folder}: the work was split ${how} than for ${first.folder}`.replace(/(shards, not \d+) than/, '$1 as'), 'run all shards with the same options');
  }
  if (first !== undefined && missing.length > 0) {
    const lost = Array.from({ length: first.total }, (_, index) => index + 1).filter((index) => !parts.some((part) => part.index === index));
    if (lost.length > 0) {
      const which = lost.length === 1 ? `shard ${String(lost[0])} of ${String(first.total)} is` : `shards ${lost.join(', ')} of ${String(first.total)} are`;
      throw new Failure(`matrix: ${which} missing`, { next: `name the report of each, or make it: wildebeest matrix --shard ${String(lost[0])}/${String(first.total)} --report DIR` });
    }
  }
  if (missing.length > 0) throw new Failure(`matrix: ${missing[0] ?? ''} is in no report${missing.length > 1 ? `, nor are ${String(missing.length - 1)} others` : ''}`);
}

/**
 * Puts reports together: the shards of one run, and whole runs of different parts of the matrix. The result is what one run
 * of all of it gives. Refuses another state of the project, missing shards, and a unit with two different results; a
 * unit that several reports have with the same result is taken from the first. `from` tells each unit's folder, for its logs.
 */
export function mergeReports(reports: readonly ReadReport[]): { report: Report; from: Map<string, string> } {
  const [first] = reports;
  if (first === undefined) throw badInput('matrix: --merge names no report');
  const plans = new Map<string, ReadReport[]>();
  for (const read of reports) {
    sameProject(first, read);
    const plan = JSON.stringify(read.report.planned);
    plans.set(plan, [...(plans.get(plan) ?? []), read]);
  }
  sameSysroots(reports);
  for (const parts of plans.values()) complete(parts);

  const units = new Map<string, UnitRecord>();
  const from = new Map<string, string>();
  for (const { folder, report } of reports) {
    for (const unit of report.units) {
      const id = unitId(unit);
      const other = units.get(id);
      if (other === undefined) {
        units.set(id, unit);
        from.set(id, folder);
      } else if (!isDeepStrictEqual(result(other), result(unit))) {
        const what = other.state === unit.state ? 'another result' : `${unit.state}, not ${other.state}`;
        throw new Failure(`${folder}: ${id}: has ${what} as in ${from.get(id) ?? ''}`, { next: 'leave out the report that does not hold' });
      }
    }
  }
  const sorted = [...units.values()].sort(compareUnits);
  const { format, project, options } = first.report;
  return { report: { format, project, options, planned: sorted.map(unitId), units: sorted }, from };
}
