import path from 'node:path';
import type { UsualBuild } from './makefiles.js';
import { isUnit, type Unit } from './units.js';

/** Files that only the package's own tests and examples are made of. */
const aside = /(?:^|\/)(?:tests?|testsuite|test-suite|testing|[\w-]+-tests?|examples?|samples?|fuzz|fuzzing|bench|benchmarks?|docs?|win32|windows|msvc|macos|osx|contrib)\//i;

/** Those of them that meson makes with all else, where its files name them. */
const tests = /(?:^|\/)tests?\//;

const stemOf = (file: string): string => path.basename(file).replace(/\.in$/, '').replace(/\.\w+$/, '');

/** The sources that a build's log shows being compiled. */
export interface Compiled {
  /** Paths of sources, as the commands have them. */
  sources: Set<string>;
  /** Names of objects without folder and ending, where the commands themselves are not shown. */
  objects: Set<string>;
  /** Names of files that errors of the compiler stand in, or that include what they stand in, without folder. */
  blamed: Set<string>;
}

const quietly = /^\s*(?:CC|CXX|CCLD|\[\d+\/\d+\] (?:Compiling|Building) C(?:\+\+|XX)? object)\s+(\S+?)(?:\.(?:c|cc|cpp|cxx))?\.l?o$/;

/** Reads out of logs which sources were compiled; undefined where they show none, as those of a configure that failed. */
export function compiledIn(logs: readonly string[]): Compiled | undefined {
  const found: Compiled = { sources: new Set(), objects: new Set(), blamed: new Set() };
  // The files that lead to the message which follows.
  const way: string[] = [];
  for (const line of logs.flatMap((log) => log.split('\n'))) {
    const [, on, at] = /^(In file included from | +from )?([^\s:]+):\d+/.exec(line) ?? [];
    if (at !== undefined) way.push(path.basename(at));
    if (at !== undefined && on === undefined) {
      if (/ error: |implicit declaration of function/.test(line)) for (const name of way) found.blamed.add(name);
      way.length = 0;
    }
    const quiet = quietly.exec(line)?.[1];
    if (quiet !== undefined) found.objects.add(path.basename(quiet).replace(/^.*_(?:la|a|so)-/, ''));
    if (!/\s-(?:c|o)\s/.test(line)) continue;
    for (const [word] of line.matchAll(/[\w+./~-]+\.(?:c|cc|cpp|cxx|C)(?=$|[\s'"`;)])/g)) found.sources.add(word);
  }
  return Object.values(found).some((names: Set<string>) => names.size > 0) ? found : undefined;
}

function wasCompiled(file: string, { sources, objects }: Compiled): boolean {
  if (objects.has(stemOf(file))) return true;
  for (const source of sources) {
    if (path.basename(source) !== path.basename(file)) continue;
    const folder = path.basename(path.dirname(source));
    if (folder === '.' || folder === '..' || folder === '' || folder === path.basename(path.dirname(file)) || folder === 'source' || folder === 'build') return true;
  }
  return false;
}

/** Whether logs show a unit being compiled, and no error in it or in what it includes. */
export function compilesIn({ file }: Unit, compiled: Compiled): boolean {
  return wasCompiled(file, compiled) && !compiled.blamed.has(path.basename(file));
}

/** Files that say what is compiled. Of automake's Makefile.am the Makefile.in is made, in which conditions are hard to see. */
function makefilesOf(builds: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...builds].filter(([file]) => /^(?:.*\.(?:am|mk|cmake)|Makefile(?:\.\w+)?|GNUmakefile|meson\.build|CMakeLists\.txt)$/.test(path.basename(file)) && !(file.endsWith('.in') && builds.has(file.replace(/in$/, 'am')))));
}

/** The words of a build file: names of files, programs and folders, and of paths their last part where that is a file's. */
function wordsOf(text: string): Set<string> {
  return new Set(text.match(/[\w.+/-]+/g)?.flatMap((word) => (/\.\w+$/.test(word) ? [word, path.basename(word)] : [word])) ?? []);
}

/** What some build files name. */
class Named {
  /** Words by file. */
  readonly #words: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #all: ReadonlySet<string>;

  constructor(texts: ReadonlyMap<string, string>) {
    this.#words = new Map([...texts].map(([file, text]) => [file, wordsOf(text)]));
    this.#all = new Set([...this.#words.values()].flatMap((words) => [...words]));
  }

  /** Whether any names a source, its object, or the program that is made of it alone. */
  source(file: string): boolean {
    const stem = stemOf(file);
    return [path.basename(file), stem, `${stem}.o`, `${stem}.lo`, `${stem}.$(OBJEXT)`].some((word) => this.#all.has(word));
  }

  /** Whether meson is told of a source, by its path. */
  inMeson(file: string): boolean {
    return [...this.#words].some(([by, words]) => path.basename(by) === 'meson.build' && file.startsWith(`${path.dirname(by)}/`) && words.has(path.relative(path.dirname(by), file)));
  }

  /** Folders with a build file of their own to which these build files lead, and others do not. */
  notEntered(others: Named): string[] {
    const folders = new Set([...this.#words.keys()].map((file) => path.dirname(file)));
    return [...this.#words].flatMap(([file, words]) => [...folders].filter((folder) => words.has(path.relative(path.dirname(file), folder)) && others.#words.get(file)?.has(path.relative(path.dirname(file), folder)) !== true));
  }
}

/** Which of a package's files its build compiles. */
export interface Built {
  /** Why it may leave files out; of others, it compiles them. */
  leftOut: Map<string, string>;
  /** Files that it compiles where something is there. */
  optional: Set<string>;
}

/**
 * Tells which source files the package's build compiles.
 *
 * @param builds - the build files' texts
 * @param build - what of them holds by default
 * @param compiled - what logs show being compiled, if there are any
 * @param roots - the folders that were named
 */
export function whatIsBuilt(files: readonly string[], builds: ReadonlyMap<string, string>, build: UsualBuild, compiled: Compiled | undefined, roots: readonly string[]): Built {
  const leftOut = new Map<string, string>();
  const shown = compiled !== undefined && files.some((file) => isUnit(file) && wasCompiled(file, compiled)) ? compiled : undefined;
  if (shown !== undefined) {
    for (const file of files) if (isUnit(file) && !wasCompiled(file, shown)) leftOut.set(file, 'the log does not show it being compiled');
    return { leftOut, optional: new Set() };
  }
  const optional = new Set<string>();
  const makefiles = makefilesOf(builds);
  const texts = (surely: boolean): Map<string, string> => new Map([...makefiles].map(([file, text]) => [file, build.text(file, text, surely)]));
  const [all, usual, sure] = [new Named(makefiles), new Named(texts(false)), new Named(texts(true))];
  const [never, maybe] = [usual, sure].map((some) => all.notEntered(some)) as [string[], string[]];
  const isBelow = (file: string, folders: readonly string[]): boolean => folders.some((folder) => file.startsWith(`${folder}/`));
  // By automake's manual ("Wildcards") a Makefile.am names each source.
  const automade = [...makefiles.keys()].filter((file) => path.basename(file) === 'Makefile.am').map((file) => path.dirname(file));
  const anyFile = [...makefiles.values()].some((text) => /\$\(wildcard[^)]*\*|file\(GLOB|=.*\*\.c\b|aux_source_directory|\.glob\(/.test(text));
  const below = (file: string): string => {
    const root = roots.find((one) => file.startsWith(`${one}/`));
    return root === undefined ? file : file.slice(root.length + 1);
  };
  for (const file of files) {
    const isListed = isUnit(file) && makefiles.size > 0 && (!anyFile || isBelow(file, automade));
    if (aside.test(below(file)) && !(tests.test(below(file)) && isUnit(file) && usual.inMeson(file))) leftOut.set(file, "only the package's tests and examples use it");
    else if (isBelow(file, never)) leftOut.set(file, 'the build enters its folder only where it is told to');
    else if (isListed && !usual.source(file)) leftOut.set(file, all.source(file) ? 'the build compiles it only where it is told to' : 'no build file names it');
    else if (isBelow(file, maybe) || (isListed && !sure.source(file))) optional.add(file);
  }
  return { leftOut, optional };
}
