import { z } from 'zod';
import { distributionNames } from '../recipe/patches.js';
import { unitId, unitKinds, type Unit } from './unit.js';

/** A path inside the report's folder. */
const inside = z.string().regex(/^logs(?:\/(?!\.\.?(?:\/|$))[\w.+@~-]+)+$/, 'must be a path below logs/');
const count = z.number().int().nonnegative();
const line = z.string().regex(/^[^\n\r]*$/, 'must be one line');

/** What became of one unit. */
export const unitRecordSchema = z.strictObject({
  kind: z.enum(unitKinds),
  target: z.string().regex(/^[a-z0-9_]+$/),
  name: z.string().regex(/^[a-z0-9][a-z0-9+._-]*$/),
  state: z.enum(['passed', 'failed', 'skipped']).describe('skipped: nothing of it could be run here; notes say why'),
  seconds: z.number().nonnegative().describe('how long it took when it was done, not when it was found in the cache'),
  summary: line.describe('a few words: `builds, runs, checks 16/16`'),
  modules: z.array(z.string()).describe('modules of libwildebeest that it is about'),
  patches: z
    .array(z.strictObject({ distribution: z.enum(distributionNames), name: line, modules: z.array(z.string()) }))
    .optional()
    .describe('of distributions with musl, which the modules make unnecessary for this package'),
  refused: z.strictObject({ reason: line, missing: z.array(line) }).optional().describe("why this package can't be built, or is wrong when it is"),
  counts: z.strictObject({ passed: count, failed: count, skipped: count }).optional().describe('single tests'),
  versions: z.record(z.string(), z.string()).describe('of what it is built from: musl, the package'),
  sysroot: z.string().optional().describe('key of the sysroot: compiler and sources are part of it'),
  tarball: z.strictObject({ name: z.string(), sha256: z.string() }).optional(),
  notes: z.array(line).describe('what was left out, and why'),
  problems: z.array(line).describe('everything that is not as it must be'),
  logs: z.array(z.strictObject({ name: line, file: inside })),
});

export type UnitRecord = z.infer<typeof unitRecordSchema>;

const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** `results.json` of a report: everything that its other files are made of. */
export const reportSchema = z
  .strictObject({
    format: z.literal(1),
    project: z.strictObject({
      version: z.string(),
      sources: digest.describe("SHA-256 over the driver, modules, programs, targets and recipes of the checkout"),
      lock: digest.describe('SHA-256 of ts/sources/lock.json'),
    }),
    options: z.strictObject({ check: z.boolean().describe("whether packages' own tests were run") }),
    planned: z.array(z.string()).describe('ids of all units of the run, those of other shards too'),
    shard: z
      .strictObject({ index: count.min(1), total: count.min(1), times: digest.describe('SHA-256 of the times that it was split by') })
      .optional()
      .describe('which part of the plan this is; absent: all of it'),
    units: z.array(unitRecordSchema).describe('sorted by target, kind and name'),
  })
  .superRefine((report, context) => {
    const planned = new Set(report.planned);
    const seen = new Set<string>();
    for (const [index, unit] of report.units.entries()) {
      const id = unitId(unit);
      const issue = (message: string): void => context.addIssue({ code: 'custom', path: ['units', index], message });
      if (seen.has(id)) issue(`${id} is there twice`);
      if (!planned.has(id)) issue(`${id} was not planned`);
      seen.add(id);
    }
    if (report.shard === undefined) {
      const missing = report.planned.find((id) => !seen.has(id));
      if (missing !== undefined) context.addIssue({ code: 'custom', path: ['units'], message: `${missing} is planned but not there` });
    } else if (report.shard.index > report.shard.total) {
      context.addIssue({ code: 'custom', path: ['shard', 'index'], message: 'must not be above the total' });
    }
  });

export type Report = z.infer<typeof reportSchema>;

/** The identity of what was tested; reports with different ones can't be put together. */
export type Project = Report['project'];

/** Counts of units by state. */
export function stateCounts(units: readonly Pick<UnitRecord, 'state'>[]): Record<UnitRecord['state'], number> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const unit of units) counts[unit.state] += 1;
  return counts;
}

/** Units of a report by target, kind or whatever `key` gives, in the order in which they come. */
export function groupBy<T extends Unit>(units: readonly T[], key: (unit: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const unit of units) {
    const group = groups.get(key(unit));
    if (group === undefined) groups.set(key(unit), [unit]);
    else group.push(unit);
  }
  return groups;
}
