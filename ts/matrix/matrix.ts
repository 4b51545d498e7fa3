import { createHash } from 'node:crypto';
import path from 'node:path';
import type { RecipeResult } from '../recipe/result.js';
import { overviewTable } from '../report/overview.js';
import { problemLines, recipeTable } from '../report/recipes.js';
import { duration } from '../report/words.js';
import { prepareReport, writeReport } from '../report/write.js';
import { Failure, badInput, errnoOf, exitCode } from '../run/failure.js';
import { report as reporter } from '../run/reporter.js';
import { writeAtomic } from '../run/store.js';
import { chooseShard, type Shard } from './engines.js';
import { mergeReports, readReport } from './merge.js';
import type { Report, UnitRecord } from './record.js';
import { runUnits } from './run.js';
import { shardSeconds, splitUnits } from './shard.js';
import type { Done } from './store.js';
import { readTimes, timesPath } from './times.js';
import { compareUnits, unitId, type Unit } from './unit.js';
import type { World } from './world.js';

export interface MatrixOptions {
  /** Whether the packages' own tests are run. */
  check: boolean;
  /** `i/n`; default: what the CI engine says. */
  shard?: string;
  /** File of times to split by; default: the committed one. */
  times?: string;
  /** Folder of the report. */
  report?: string;
  /** File for the recipes' records. */
  json?: string;
  /** Print what would be done, and do nothing. */
  plan?: boolean;
}

/** How many problems of one unit a terminal shows; the report has them all. */
const shownProblems = 10;

interface Part {
  units: Unit[];
  shard?: NonNullable<Report['shard']>;
}

/** The units that this process does, sorted, and which shard that is; says on standard error why. */
async function chooseUnits(all: readonly Unit[], options: MatrixOptions, env: NodeJS.ProcessEnv): Promise<Part> {
  const times = await readTimes(options.times === undefined ? timesPath() : path.resolve(options.times));
  const chosen = chooseShard(options.shard, env);
  const part = ({ index, total }: Shard): Unit[] => {
    const shards = splitUnits(all, total, times);
    const seconds = shardSeconds(shards, times);
    const own = shards[index - 1] ?? [];
    reporter.line(
      `shard ${String(index)} of ${String(total)} (${chosen?.why ?? ''}): ${String(own.length)} of ${String(all.length)} units, ` +
        `about ${duration(seconds[index - 1] ?? 0)}; the longest shard about ${duration(Math.max(...seconds))}`,
    );
    return own;
  };
  if (chosen === undefined) return { units: [...all] };
  const { shard } = chosen;
  return { units: part(shard).sort(compareUnits), shard: { ...shard, times: createHash('sha256').update(JSON.stringify(times)).digest('hex') } };
}

async function writeJson(file: string, value: unknown): Promise<void> {
  try {
    await writeAtomic(file, `${JSON.stringify(value, null, 2)}\n`);
  } catch (error) {
    throw new Failure(`${file}: cannot be written (${errnoOf(error) ?? String(error)})`, { cause: error });
  }
}

/** A recipe's record as the table shows it: what was found done was not done anew. */
function recipeOf({ recipe, cached }: Done): RecipeResult[] {
  if (recipe === undefined) return [];
  if (!cached) return [recipe];
  const { without, with: built, check, ...rest } = recipe;
  return [
    {
      ...rest,
      ...(without === undefined ? {} : { without: { ...without, cached } }),
      ...(built === undefined ? {} : { with: { ...built, cached } }),
      ...(check === undefined ? {} : { check: { ...check, cached } }),
    },
  ];
}

function printProblems(units: readonly UnitRecord[], recipes: readonly RecipeResult[]): void {
  const told = new Set(recipes.map((one) => `recipe/${one.target}/${one.recipe}`));
  for (const unit of units.filter((one) => !told.has(unitId(one)))) {
    for (const problem of unit.problems.slice(0, shownProblems)) reporter.warn(`${unitId(unit)}: ${problem}`);
    if (unit.problems.length > shownProblems) reporter.warn(`${unitId(unit)}: and ${String(unit.problems.length - shownProblems)} more`);
  }
  for (const line of problemLines(recipes)) reporter.warn(line);
}

const exitOf = (units: readonly UnitRecord[]): number => (units.some((unit) => unit.state === 'failed') ? exitCode.failed : exitCode.ok);

/** Does the matrix, or this process's shard of it, and tells of it; returns the exit code. */
export async function runMatrix(world: World, options: MatrixOptions, env: NodeJS.ProcessEnv): Promise<number> {
  const all = [...world.units].sort(compareUnits);
  const { units, shard } = await chooseUnits(all, options, env);
  if (options.plan === true) {
    process.stdout.write(units.map((unit) => `${unitId(unit)}\n`).join(''));
    return exitCode.ok;
  }
  const folder = options.report === undefined ? undefined : path.resolve(options.report);
  if (folder !== undefined) await prepareReport(folder);
  const project = await world.project();
  const { done, dispose } = await runUnits(units, world);
  try {
    const records = done.map(({ record }) => record);
    const recipes = done.flatMap(recipeOf);
    if (options.json !== undefined) await writeJson(path.resolve(options.json), recipes);
    if (folder !== undefined) {
      const result: Report = { format: 1, project, options: { check: options.check }, planned: all.map(unitId), ...(shard === undefined ? {} : { shard }), units: records };
      await writeReport(folder, result, new Map(done.map((one) => [unitId(one.record), one.folder])));
    }
    // A matrix of recipes alone is told by their own table.
    if (recipes.length === 0 || recipes.length < records.length) process.stdout.write(overviewTable(records));
    if (recipes.length > 0) process.stdout.write(recipeTable(recipes));
    if (folder !== undefined) reporter.line(`report: ${path.join(folder, 'index.html')}`);
    printProblems(records, recipes);
    return exitOf(records);
  } finally {
    await dispose();
  }
}

/** Puts reports together into one in the folder `into`. */
export async function mergeFolders(folders: readonly string[], into: string): Promise<Report> {
  const folder = path.resolve(into);
  const sources = folders.map((one) => path.resolve(one));
  if (sources.includes(folder)) throw badInput(`${folder}: is both merged and written`, 'name another folder with --report');
  const { report, from } = mergeReports(await Promise.all([...new Set(sources)].map(readReport)));
  await prepareReport(folder);
  await writeReport(folder, report, from);
  return report;
}

/** Puts reports together and tells of the result; returns the exit code of what they say. */
export async function mergeMatrix(folders: readonly string[], into: string | undefined): Promise<number> {
  if (into === undefined) throw badInput('matrix: --merge needs a folder for the result', 'add --report DIR');
  const { units } = await mergeFolders(folders, into);
  process.stdout.write(overviewTable(units));
  reporter.line(`report: ${path.resolve(into, 'index.html')}`);
  printProblems(units, []);
  return exitOf(units);
}
