import path from 'node:path';
import { isUnit, type Unit } from './units.js';

/** Files that only the package's own tests and examples are made of. */
const aside = /(?:^|\/)(?:tests?|testsuite|test-suite|testing|examples?|samples?|fuzz|fuzzing|bench|benchmarks?|docs?|win32|windows|msvc|macos|osx|contrib)\//i;

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

/** Reads out of logs which sources were compiled. */
export function compiledIn(logs: readonly string[]): Compiled {
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
  return found;
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

/** The folders that automake's SUBDIRS never lead to. */
function leftOut(builds: ReadonlyMap<string, string>): Set<string> {
  const left = new Set<string>();
  for (const [file, text] of builds) {
    if (path.basename(file) !== 'Makefile.am') continue;
    const joined = text.replaceAll('\\\n', ' ');
    const words = (name: string): string[] => [...joined.matchAll(new RegExp(`^${name}[ \\t]*\\+?=[ \\t]*(.*)$`, 'gm'))].flatMap((match) => (match[1] ?? '').split(/\s+/));
    const entered = words('SUBDIRS');
    // A variable may hold any folder.
    if (entered.some((word) => word.includes('$') || word.includes('@'))) continue;
    for (const folder of words('DIST_SUBDIRS')) if (/^[\w./+-]+$/.test(folder) && !entered.includes(folder)) left.add(path.join(path.dirname(file), folder));
  }
  return left;
}

/**
 * Tells for each source file why the package's build may leave it out; undefined: it is built.
 *
 * @param builds - the build files' texts
 * @param compiled - what logs show being compiled, if there are any
 */
export function reasonsLeftOut(files: Iterable<string>, builds: ReadonlyMap<string, string>, compiled: Compiled | undefined, roots: readonly string[]): Map<string, string> {
  const reasons = new Map<string, string>();
  const never = leftOut(builds);
  const all = [...builds.values()].join('\n');
  const words = new Set(all.match(/[\w.+-]+/g) ?? []);
  const anyFile = /\$\(wildcard[^)]*\*|file\(GLOB|=.*\*\.c\b|aux_source_directory|\.glob\(/.test(all);
  const below = (file: string): string => {
    const root = roots.find((one) => file.startsWith(`${one}/`));
    return root === undefined ? file : file.slice(root.length + 1);
  };
  const shown = compiled !== undefined && [...files].some((file) => isUnit(file) && wasCompiled(file, compiled)) ? compiled : undefined;
  for (const file of files) {
    if (shown !== undefined) {
      if (isUnit(file) && !wasCompiled(file, shown)) reasons.set(file, 'the log does not show it being compiled');
    } else if (aside.test(below(file))) reasons.set(file, "only the package's tests and examples use it");
    else if ([...never].some((folder) => file.startsWith(`${folder}/`))) reasons.set(file, 'make does not enter its folder');
    else if (isUnit(file) && builds.size > 0 && !anyFile) {
      const [stem, name] = [stemOf(file), path.basename(file)];
      const named = [name, stem, `${stem}.o`, `${stem}.lo`, `${stem}.$(OBJEXT)`].some((word) => words.has(word));
      if (!named) reasons.set(file, 'no build file names it');
    }
  }
  return reasons;
}
