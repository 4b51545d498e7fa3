import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { objectKindOf } from '../elf/magic.js';
import { badInput } from '../run/failure.js';
import { namedPath } from '../run/named.js';
import { cores, mapLimit } from '../run/pool.js';
import { Answers, definedBy } from './answers.js';
import { compiledIn, compilesIn, whatIsBuilt } from './built.js';
import type { Catalogue, Entry } from './catalogue.js';
import { alwaysDefined, type KnownMacros } from './conditions.js';
import { errorTexts, lookedAt } from './differs.js';
import type { HeaderFacts } from './facts.js';
import { findings, type Finding, type Hit } from './hits.js';
import { scanLog } from './logs.js';
import { scanObjects } from './objects.js';
import { readSource, type SourceFacts } from './source.js';
import { UsualBuild } from './makefiles.js';
import { interestingNames, scanTree } from './tree.js';
import { isUnit, unitsOf, type Unit } from './units.js';

/** What a file is to the scanner. */
type FileKind = 'source' | 'build' | 'object' | 'log' | 'commands' | 'other';

/** What was found in some paths. */
export interface ScanResult {
  paths: string[];
  /** How much was read. */
  read: { sources: number; objects: number; logs: number; compiled: number };
  findings: Finding[];
  /** Modules that are needed, sorted. */
  modules: string[];
  /** Modules that may be of use, beside them. */
  consider: string[];
  /** Names that are needed and that nothing answers. */
  unanswered: string[];
  /** Files that could not be read as what they are. */
  problems: string[];
}

const sourceFile = /\.(?:c|h|cc|hh|cpp|hpp|cxx|hxx|C|H|y|l|inc|ipp|m)(?:\.in)?$/;
const buildFile = /^(?:configure\.(?:ac|in)|.*\.(?:am|m4|mk|cmake)|Makefile(?:\.\w+)?|GNUmakefile|meson\.build|meson(?:_options\.txt|\.options)|CMakeLists\.txt)$/;
const objectFile = /\.(?:o|lo|os|a|so(?:\.[\d.]+)?)$/;
const skipped = new Set(['.git', '.svn', '.hg', 'node_modules', '__pycache__']);

/** No source of a program is larger; a larger file is data. */
const largest = 8 * 1024 * 1024;

async function isElf(file: string): Promise<boolean> {
  const kind = await objectKindOf(file);
  return kind === 'elf' || kind === 'archive';
}

async function kindOf(file: string, named: boolean): Promise<FileKind> {
  const name = path.basename(file);
  if (name === 'compile_commands.json') return 'commands';
  if (sourceFile.test(name)) return 'source';
  if (buildFile.test(name)) return 'build';
  if (objectFile.test(name) || !name.includes('.')) {
    if (await isElf(file)) return 'object';
  } else if (named && (await isElf(file))) return 'object';
  // In a folder there are logs of all sorts, of tests that ought to fail among them.
  return named ? 'log' : 'other';
}

async function below(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const lists = await Promise.all(
    entries.map(async (entry) => {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) return skipped.has(entry.name) ? [] : below(file);
      return entry.isFile() ? [file] : [];
    }),
  );
  return lists.flat().sort();
}

/** The files at and below some paths, by kind. */
async function sortFiles(paths: readonly string[]): Promise<Map<FileKind, string[]>> {
  const sorted = new Map<FileKind, string[]>();
  const add = async (file: string, named: boolean): Promise<void> => {
    const kind = await kindOf(file, named);
    sorted.set(kind, [...(sorted.get(kind) ?? []), file]);
  };
  for (const root of paths) {
    if ((await namedPath(root)).isDirectory()) for (const file of await below(root)) await add(file, false);
    else await add(root, true);
  }
  return sorted;
}

/** Names that glibc gives in more headers than musl: what the module pollution is for. */
export function pollutedNames(facts: HeaderFacts, headers: Iterable<string>): Set<string> {
  const names = new Set<string>();
  for (const header of headers) for (const name of facts.glibc(header)) if (!facts.musl(header).has(name) && facts.all.has(name)) names.add(name);
  return names;
}

/**
 * What is known of macros before a build is configured: of musl's headers and of those of glibc's that it lacks, of what
 * configure finds on musl, and of what the package's build has by default.
 */
export function knownMacros(catalogue: Catalogue, facts: HeaderFacts, answers = new Answers([], catalogue, facts)): KnownMacros {
  const missing = (name: string): boolean => catalogue.word(name).some(({ kind }) => kind === 'macro') && !facts.all.has(name);
  return {
    defined: (name) => alwaysDefined(name) ?? (missing(name) ? false : answers.defined(name)),
    hasHeader: (header) => (facts.has(header) ? true : catalogue.header(header).length > 0 ? false : undefined),
    value: (name) => {
      const value = answers.value(name);
      return value === undefined ? undefined : Number(value);
    },
    // What the user switches on is wanted, unless the package has it off by default.
    usually: (name) => answers.isOn(name) ?? (facts.all.has(name) || /^(?:ENABLE|WITH)_/.test(name)),
  };
}

/** What a scan needs to know. */
export interface ScanContext {
  catalogue: Catalogue;
  facts: HeaderFacts;
  /** Names of `pollutedNames`. */
  polluted: ReadonlySet<string>;
  /** Compiles what a compile_commands.json lists and returns what the compiler said, by file. */
  compile?: (commands: string) => Promise<{ hits: Hit[]; files: string[]; problems: string[] }>;
  /** Tries headers of the kernel and of libc together, and returns what they define twice. */
  clashes?: (units: readonly Unit[]) => Promise<Hit[]>;
  /** Files are named relative to this folder. */
  relativeTo?: string;
}

async function readSources(files: readonly string[], known: KnownMacros, { catalogue, polluted }: ScanContext): Promise<Map<string, SourceFacts>> {
  const interesting = interestingNames(catalogue, polluted);
  const read = await mapLimit(files, cores, async (file) => {
    const text = await readFile(file, 'latin1');
    return [file, readSource(text.length > largest ? '' : text, { known, interesting, calls: lookedAt, isHeader: /\.(?:h|hh|hpp|hxx|H|inc|ipp)(?:\.in)?$/.test(file) })] as const;
  });
  return new Map(read);
}

/**
 * Reads a package's sources. A macro that the package defines only where the preprocessor surely does not look, and no
 * build file names, is never defined: the files that ask for it are read again with that answer.
 */
async function readPackage(files: readonly string[], builds: readonly string[], answers: Answers, context: ScanContext): Promise<Map<string, SourceFacts>> {
  const known = knownMacros(context.catalogue, context.facts, answers);
  const sources = await readSources(files, known, context);
  const all = [...sources.values()];
  const defined = new Set([...all.flatMap(({ macros }) => [...macros]), ...builds.flatMap((text) => text.match(/\w+/g) ?? [])]);
  const never = new Set(all.flatMap(({ hidden }) => [...hidden]).filter((name) => !defined.has(name)));
  const again = [...sources].filter(([, { asked }]) => [...asked].some((name) => never.has(name))).map(([file]) => file);
  const better = await readSources(again, { ...known, defined: (name) => (never.has(name) ? false : known.defined(name)) }, context);
  return new Map([...sources, ...better]);
}

/** The words of all bodies that a macro has in a file, also where only another configure would find them; the file is named as a log does: from another folder. */
function bodyOf(sources: ReadonlyMap<string, SourceFacts>, file: string, macro: string): ReadonlySet<string> | undefined {
  const end = (name: string): string => name.split('/').slice(-2).join('/');
  for (const [source, { bodies, aliases }] of sources) {
    if (end(source) !== end(file)) continue;
    const meant = aliases.filter(({ name }) => name === macro).map((alias) => alias.meant);
    if (bodies.has(macro) || meant.length > 0) return new Set([...(bodies.get(macro) ?? []), ...meant]);
  }
  return undefined;
}

/** Formats with %m, where strerror gets glibc's texts: a package that compares the two would find them to differ. */
function errorFormats(sources: ReadonlyMap<string, SourceFacts>, hits: readonly Hit[]): Hit[] {
  if (!hits.some(({ need, entries }) => need === 'needed' && entries.some(({ module }) => module === errorTexts.strerror))) return [];
  const entry: Entry = { name: '%m', kind: 'macro', header: 'stdio.h', module: errorTexts.format, about: errorTexts.format };
  const note = `the module ${errorTexts.strerror} gives strerror glibc's texts, and %m has musl's without`;
  return [...sources].flatMap(([file, { errorFormats: lines }]) => lines.map((line) => ({ entries: [entry], need: 'needed', note, place: { file, line } })));
}

/** Finds what the sources, objects and logs at some paths use of glibc's that musl lacks, and what answers it. */
export async function scanPaths(paths: readonly string[], context: ScanContext): Promise<ScanResult> {
  const { catalogue, facts, polluted } = context;
  const sorted = await sortFiles(paths);
  const of = (kind: FileKind): string[] => sorted.get(kind) ?? [];
  const hits: Hit[] = [];
  const problems: string[] = [];
  let compiled = 0;
  const compilation = context.compile === undefined ? [] : of('commands');
  for (const commands of compilation) {
    const found = await context.compile?.(commands);
    if (found === undefined) continue;
    hits.push(...found.hits);
    problems.push(...found.problems);
    compiled += found.files.length;
  }
  const logs = await mapLimit(of('log'), cores, (file) => readFile(file, 'utf8'));
  // What the compiler has seen it knows better, also what is not compiled at all.
  const builds = compiled > 0 ? [] : await mapLimit(of('build'), cores, async (file) => [file, await readFile(file, 'latin1')] as const);
  const texts = new Map(builds);
  const answers = new Answers([...texts.values()], catalogue, facts);
  const sources = compiled > 0 ? new Map<string, SourceFacts>() : await readPackage(of('source'), [...texts.values()], answers, context);
  const shown = compiledIn(logs);
  const { leftOut, optional } = whatIsBuilt([...sources.keys()], texts, new UsualBuild(texts, answers), shown, paths);
  if (sources.size > 0) {
    const own = new Set(builds.flatMap(([, text]) => definedBy(text)));
    const largeFiles = builds.some(([, text]) => text.includes('_LARGEFILE64_SOURCE'));
    hits.push(...scanTree({ files: sources, leftOut, optional, largeFiles, own, ...(shown === undefined ? {} : { compiles: (unit) => compilesIn(unit, shown) }) }, catalogue, facts));
    // What a build leaves out by default clashes with nothing, as far as a tree shows.
    const units = unitsOf(sources, facts, undefined, ({ off }) => shown !== undefined || off.length === 0).filter(({ file }) => isUnit(file) && !leftOut.has(file));
    hits.push(...((await context.clashes?.(units)) ?? []));
  }
  const { hits: linked, objects, damaged } = await scanObjects(of('object'), catalogue);
  hits.push(...linked);
  problems.push(...damaged.map(({ file, error }) => `${file}: ${error}`));
  for (const [index, log] of of('log').entries()) hits.push(...scanLog(logs[index] ?? '', log, catalogue, facts, polluted, (file, name) => bodyOf(sources, file, name)));
  hits.push(...errorFormats(new Map([...sources].filter(([file]) => !leftOut.has(file))), hits));
  const read = { sources: sources.size, objects, logs: of('log').length, compiled };
  if (read.sources + read.objects + read.logs + read.compiled + problems.length === 0) throw badInput(`scan: no source, object or log in ${paths.join(' ')}`);
  const { relativeTo } = context;
  const named = (file: string): string => (relativeTo !== undefined && file.startsWith(`${relativeTo}/`) ? path.relative(relativeTo, file) : file);
  return summary(paths, read, findings(hits.map((hit) => ({ ...hit, place: { ...hit.place, file: named(hit.place.file) } }))), problems);
}

function summary(paths: readonly string[], read: ScanResult['read'], found: Finding[], problems: string[]): ScanResult {
  const modules = new Set(found.flatMap(({ need, module }) => (need === 'needed' && module !== undefined ? [module] : [])));
  const consider = new Set(found.flatMap(({ need, module }) => (need === 'consider' && module !== undefined && !modules.has(module) ? [module] : [])));
  const unanswered = new Set(found.flatMap(({ need, module, name }) => (need === 'needed' && module === undefined ? [name] : [])));
  return { paths: [...paths], read, findings: found, modules: [...modules].sort(), consider: [...consider].sort(), unanswered: [...unanswered].sort(), problems };
}
