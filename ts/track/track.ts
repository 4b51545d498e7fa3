import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { parseJson } from '../manifest/parse.js';
import { badInput, errnoOf } from '../run/failure.js';
import { cores, mapLimit } from '../run/pool.js';
import { run } from '../run/process.js';
import { projectRoot } from '../run/root.js';
import { asksFor, fits, interestingNames } from '../scan/tree.js';
import type { ScanContext } from '../scan/scan.js';
import { knownMacros } from '../scan/scan.js';
import { readSource } from '../scan/source.js';

/** One trace of a name of glibc in a package. */
export interface Trace {
  name: string;
  /** The module that answers it; without one nothing does. */
  module?: string;
  /** The file that shows it, relative to the tree. */
  file: string;
  /** The day on which that file came into the tree's repository, `2021-05-30`. */
  since?: string;
}

/** What upstream has done about a package's GNUisms. */
const upstreamSchema = z.strictObject({
  packages: z.record(z.string(), z.strictObject({ status: z.enum(['open', 'fixed', 'refused', 'unknown']), version: z.string().optional(), link: z.url().optional(), note: z.string().optional() })),
});
export type Upstream = z.infer<typeof upstreamSchema>['packages'][string];

export interface TrackedPackage {
  package: string;
  traces: Trace[];
  modules: string[];
  unanswered: string[];
  /** The first day of all. */
  since?: string;
  upstream: Upstream;
}

/** Which packages use which GNUisms: a plain JSON document. */
export interface Tracked {
  packages: TrackedPackage[];
  /** How many packages were looked at, those without any GNUism too. */
  seen: number;
  /** Of each module, how many packages use it; the most used first. */
  modules: { module: string; packages: number }[];
  /** Of each year, how many of the packages' traces it brought. */
  years: { year: string; traces: number }[];
}

const standInSchema = z.strictObject({
  $comment: z.string(),
  packages: z.record(z.string(), z.union([z.strictObject({ module: z.string() }), z.strictObject({ name: z.string() })])),
});

const recipeFile = /^(?:APKBUILD|template|template\.py|PKGBUILD|build|.*\.ebuild|.*\.bb|.*\.mk)$/;
const patchFile = /\.(?:patch|diff)$/;

/** One package's folder: its recipe and its patches. */
interface Folder {
  package: string;
  recipes: string[];
  patches: string[];
}

async function below(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile() && !entry.parentPath.includes('/.git')).map((entry) => path.join(entry.parentPath, entry.name)).sort();
}

/** Sorts a tree's files into packages: the folder of a recipe and what is below it. */
function foldersOf(files: readonly string[]): Folder[] {
  const roots = new Map<string, Folder>();
  for (const file of files.filter((one) => recipeFile.test(path.basename(one)))) {
    const folder = path.dirname(file);
    const known = roots.get(folder) ?? { package: path.basename(folder), recipes: [], patches: [] };
    known.recipes.push(file);
    roots.set(folder, known);
  }
  for (const file of files.filter((one) => patchFile.test(one))) {
    let folder = path.dirname(file);
    while (!roots.has(folder) && folder !== path.dirname(folder)) folder = path.dirname(folder);
    roots.get(folder)?.patches.push(file);
  }
  return [...roots.values()];
}

/** Lines that a patch takes out of C sources; pure. */
export function removedLines(patch: string): string {
  const lines: string[] = [];
  let isSource = false;
  for (const line of patch.split('\n')) {
    const file = /^(?:---|\+\+\+) (\S+)/.exec(line)?.[1];
    if (file !== undefined && file !== '/dev/null') isSource = /\.(?:c|h|cc|hh|cpp|hpp|cxx|hxx|C|H|y|l)(?:\.in)?$/.test(file);
    else if (isSource && line.startsWith('-') && !line.startsWith('---')) lines.push(line.slice(1));
  }
  return lines.join('\n');
}

type Found = Omit<Trace, 'file' | 'since'>;

/** The names of glibc that a patch takes out: what stands in the way on musl. */
function namesInPatch(patch: string, { catalogue, facts, polluted }: ScanContext): Found[] {
  const text = removedLines(patch);
  // Removed lines are pieces of functions: as the body of one, they are read as uses.
  const interesting = interestingNames(catalogue, polluted);
  const source = readSource(`${text.match(/^\s*#.*$/gm)?.join('\n') ?? ''}\nvoid f(void)\n{\n${text.replaceAll(/^\s*#.*$/gm, '')}\n}\n`, { known: knownMacros(catalogue, facts), interesting, isHeader: false });
  const headers = source.includes.flatMap(({ header, guards }) => catalogue.header(header).filter((entry) => !facts.has(header) && !asksFor(guards, entry)));
  const names = source.uses.flatMap((use) =>
    catalogue.word(use.name).filter((entry) => entry.kind !== 'differs' && entry.kind !== 'member' && fits(entry, use) && !asksFor(use.guards, entry) && !facts.all.has(use.name)),
  );
  return [...headers, ...names].map(({ name, module }) => ({ name, ...(module === undefined ? {} : { module }) }));
}

/** What a recipe depends on for want of glibc. */
function namesInRecipe(recipe: string, standIns: z.infer<typeof standInSchema>['packages'], { catalogue }: ScanContext): Found[] {
  const words = new Set(recipe.replaceAll(/^\s*#.*$/gm, '').match(/[\w+./-]+/g) ?? []);
  return Object.entries(standIns).flatMap(([name, standIn]): Found[] => {
    if (!words.has(name)) return [];
    if ('module' in standIn) return [{ name, module: standIn.module }];
    const module = catalogue.header(standIn.name)[0]?.module;
    return [{ name: standIn.name, ...(module === undefined ? {} : { module }) }];
  });
}

/** The day on which a file came into its repository; undefined where it is in none. */
async function addedOn(file: string): Promise<string | undefined> {
  const result = await run('git', ['-C', path.dirname(file), 'log', '--diff-filter=A', '--format=%cs', '-1', '--', path.basename(file)], { allowFailure: true });
  return /^\d{4}-\d\d-\d\d$/m.exec(result.stdout)?.[0];
}

/** One of the documents that `wildebeest scan --json` writes. */
const scanSchema = z.looseObject({ findings: z.array(z.looseObject({ name: z.string(), need: z.string(), module: z.string().optional(), places: z.array(z.looseObject({ file: z.string() })) })) });

async function tracesOfResult(file: string, root: string): Promise<Trace[]> {
  const { findings } = parseJson(scanSchema, await readFile(file, 'utf8'), file);
  const since = await addedOn(file);
  const needed = findings.filter(({ need }) => need === 'needed');
  return needed.map(({ name, module }) => ({ name, ...(module === undefined ? {} : { module }), file: path.relative(root, file), ...(since === undefined ? {} : { since }) }));
}

async function tracesOfFolder(folder: Folder, root: string, standIns: z.infer<typeof standInSchema>['packages'], context: ScanContext): Promise<Trace[]> {
  const traces: Trace[] = [];
  const add = async (file: string, found: readonly Found[]): Promise<void> => {
    if (found.length === 0) return;
    const since = await addedOn(file);
    const distinct = new Map(found.map((one) => [`${one.name}\0${one.module ?? ''}`, one]));
    for (const one of distinct.values()) traces.push({ ...one, file: path.relative(root, file), ...(since === undefined ? {} : { since }) });
  };
  for (const recipe of folder.recipes) await add(recipe, namesInRecipe(await readFile(recipe, 'utf8'), standIns, context));
  for (const patch of folder.patches) await add(patch, namesInPatch(await readFile(patch, 'latin1'), context));
  return traces;
}

function trackedPackage(name: string, traces: Trace[], upstream: Readonly<Record<string, Upstream>>): TrackedPackage {
  const since = traces.flatMap((trace) => trace.since ?? []).sort()[0];
  return {
    package: name,
    traces,
    modules: [...new Set(traces.flatMap(({ module }) => module ?? []))].sort(),
    unanswered: [...new Set(traces.flatMap((trace) => (trace.module === undefined ? [trace.name] : [])))].sort(),
    ...(since === undefined ? {} : { since }),
    upstream: upstream[name] ?? { status: 'unknown' },
  };
}

function counted(names: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
}

/**
 * Looks through distributions' package trees (recipes and patches), or folders of what `wildebeest scan --json` wrote, one
 * file a package.
 *
 * @param upstreamFile - what upstream has done about packages
 */
export async function track(roots: readonly string[], context: ScanContext, upstreamFile?: string): Promise<Tracked> {
  const standInFile = path.join(projectRoot(), 'ts', 'track', 'stand-ins.json');
  const standIns = parseJson(standInSchema, await readFile(standInFile, 'utf8'), standInFile).packages;
  const upstream = upstreamFile === undefined ? {} : parseJson(upstreamSchema, await readFile(upstreamFile, 'utf8'), upstreamFile).packages;
  const traces = new Map<string, Trace[]>();
  for (const root of roots) {
    const files = await below(root).catch((error: unknown) => {
      if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') throw badInput(`${root}: no such folder`);
      throw error;
    });
    const folders = foldersOf(files);
    const results = folders.length > 0 ? [] : files.filter((file) => file.endsWith('.json'));
    if (folders.length + results.length === 0) throw badInput(`track: no recipe of a package and no result of a scan in ${root}`);
    const found = await mapLimit([...folders, ...results], cores, async (one): Promise<[string, Trace[]]> =>
      typeof one === 'string' ? [path.basename(one, '.json'), await tracesOfResult(one, root)] : [one.package, await tracesOfFolder(one, root, standIns, context)],
    );
    for (const [name, some] of found) traces.set(name, [...(traces.get(name) ?? []), ...some]);
  }
  const packages = [...traces].filter(([, some]) => some.length > 0).map(([name, some]) => trackedPackage(name, some, upstream)).sort((a, b) => (a.package < b.package ? -1 : 1));
  return {
    packages,
    seen: traces.size,
    modules: counted(packages.flatMap(({ modules }) => modules)).map(([module, count]) => ({ module, packages: count })),
    years: counted(packages.flatMap((one) => one.traces.flatMap(({ since }) => since?.slice(0, 4) ?? []))).map(([year, count]) => ({ year, traces: count })).sort((a, b) => (a.year < b.year ? -1 : 1)),
  };
}
