import path from 'node:path';
import type { Catalogue, Entry } from './catalogue.js';
import { wordOf } from './catalogue.js';
import { judge, ownSection, streams, threads, unbuffered, unbuffers } from './differs.js';
import { isKernel, type HeaderFacts } from './facts.js';
import type { Hit } from './hits.js';
import type { SourceFacts, Use } from './source.js';
import { isUnit, Resolver, unitsOf, type Unit } from './units.js';

/** The source files of a package, and what its build files say. */
export interface Package {
  files: ReadonlyMap<string, SourceFacts>;
  /** Why the build may leave files out. */
  leftOut: ReadonlyMap<string, string>;
  /** Files that the build compiles by default, and may not: where what they need is not there. */
  optional: ReadonlySet<string>;
  /** Macros that its build files define. */
  own: ReadonlySet<string>;
  /** Whether a build file defines _LARGEFILE64_SOURCE, with which musl has the names of large files. */
  largeFiles: boolean;
  /** Whether a log shows a unit being compiled without an error. */
  compiles?: (unit: Unit) => boolean;
}

const doesCompile = 'the log shows it compile without';
const isOpaque = 'a pointer to it needs no definition';

/** Headers and modules whose names are words of many switches that have nothing to do with them. */
const generic = /^(?:STRING|STDLIB|STDIO|UNISTD|SIGNAL|FCNTL|DIRENT|LIMITS|STAT|TYPES|SOCKET|WAIT|TIME|PARAM|RESOURCE|MACROS|POLLUTION|UAPI|ERROR|PRINTF|PTHREAD)$/;

/** Whether a condition of unknown answer is the package's own question for this name: it builds without, too. */
export function asksFor(guards: readonly string[], { name, header, about }: Entry): boolean {
  const upper = (text: string): string => text.toUpperCase().replaceAll(/\W/g, '_');
  const exact = [upper(wordOf(name)), upper(header)];
  const loose = [upper(path.basename(header, '.h')), upper(about)].filter((word) => !generic.test(word));
  return guards.some((guard) => {
    const words = `_${upper(guard)}_`;
    // What the user switches on is wanted, and not asked of libc.
    const asking = /^(?:ENABLE|WITH)_/.test(guard) ? exact : [...exact, ...loose];
    return asking.some((word) => words.includes(`_${word}_`)) || (about === 'lfs64' && /LARGE(?:FILE)?_?64|LFS/.test(guard));
  });
}

/** The words of some files outside of macros, and those of the macros that they lead to. */
function expandedWords(files: readonly SourceFacts[], wordsOf: (file: SourceFacts) => ReadonlySet<string>): Set<string> {
  const macros = new Map<string, ReadonlySet<string>[]>();
  for (const { bodies } of files) for (const [name, words] of bodies) macros.set(name, [...(macros.get(name) ?? []), words]);
  // A set that grows while it is walked has every word once.
  const reached = new Set<string>();
  for (const file of files) for (const word of wordsOf(file)) reached.add(word);
  for (const word of reached) for (const words of macros.get(word) ?? []) for (const next of words) reached.add(next);
  return reached;
}

/** For each word of macros' bodies, the macros whose bodies have it. */
function expansions(files: readonly SourceFacts[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { bodies } of files) {
    for (const [macro, words] of bodies) for (const word of words) found.set(word, (found.get(word) ?? new Set()).add(macro));
  }
  return found;
}

/** Names that can be asked for, and not listed. */
interface Names {
  has(name: string): boolean;
}

/** All the names of some sets, which are not copied: a unit has some hundred headers of thousands of names, and few are asked for. */
function union(sets: readonly ReadonlySet<string>[]): Names {
  return { has: (name) => sets.some((set) => set.has(name)) };
}

/** One package under analysis. */
class Analysis {
  readonly hits: Hit[] = [];
  readonly #package: Package;
  readonly #catalogue: Catalogue;
  readonly #facts: HeaderFacts;
  readonly #shared: ReadonlySet<string>;
  readonly #pasting: ReadonlySet<string>;
  readonly #resolver: Resolver;
  readonly #used: ReadonlySet<string>;
  readonly #words: ReadonlySet<string>;
  /** Macros that some file defines in a build with everything as it is by default. */
  readonly #usual: ReadonlySet<string>;
  /** Names that units use which the log shows to compile. */
  readonly #there = new Set<string>();
  readonly #expansions: ReadonlyMap<string, ReadonlySet<string>>;
  /** Why the build may leave the unit out that is looked at. */
  #reason: string | undefined;

  constructor(source: Package, catalogue: Catalogue, facts: HeaderFacts) {
    this.#package = source;
    this.#catalogue = catalogue;
    this.#facts = facts;
    this.#shared = new Set([...source.own, ...[...source.files.values()].flatMap((file) => [...file.sharedNames])]);
    this.#pasting = new Set([...source.files.values()].flatMap((file) => [...file.pasting]));
    this.#resolver = new Resolver(source.files.keys());
    this.#usual = new Set([...source.files.values()].flatMap((file) => [...file.usual]));
    this.#words = expandedWords([...source.files.values()], (file) => this.#wordsOf(file));
    this.#expansions = expansions([...source.files.values()]);
    this.#used = new Set([...source.files.values()].flatMap((file) => file.uses.filter(({ context }) => context === 'call').map(({ name }) => name)));
  }

  run(): Hit[] {
    const { files, leftOut, optional } = this.#package;
    const units = unitsOf(files, this.#facts, this.#resolver);
    const programs = units.some(({ file }) => isUnit(file));
    // What is compiled in any case needs them, too.
    const there = new Set(units.filter(({ file }) => isUnit(file) && !leftOut.has(file) && !optional.has(file)).flatMap((unit) => this.#foreign(unit)));
    for (const unit of units) {
      const orphan = programs && !isUnit(unit.file) ? 'no source file includes it' : undefined;
      const lacking = optional.has(unit.file) ? this.#foreign(unit).find((header) => !there.has(header)) : undefined;
      this.#reason = leftOut.get(unit.file) ?? orphan ?? (lacking === undefined ? undefined : `the build compiles it only where <${lacking}> is there`);
      const compiles = this.#package.compiles?.(unit) === true;
      for (const file of unit.reached) this.#headers(file, unit, compiles);
      this.#unit(unit, compiles);
    }
    this.#reason = undefined;
    this.#streams();
    this.#unbuffered();
    this.#ownSection();
    this.#threads();
    return this.hits.map((hit) => this.#elsewhere(hit));
  }

  /** A function that a unit which compiles has from some library is there for those as well which fail for another reason. */
  #elsewhere(hit: Hit): Hit {
    const [entry] = hit.entries;
    if (hit.need !== 'needed' || entry?.kind !== 'function' || !this.#there.has(entry.name)) return hit;
    return { ...hit, need: 'consider', note: doesCompile };
  }

  #hit(entries: readonly Entry[], file: string, { line, off }: { line: number; off: readonly string[] }, need: Hit['need'], note?: string): void {
    const reason = this.#reason ?? this.#switchedOff(off);
    const why = reason ?? note;
    this.hits.push({ entries, need: reason === undefined ? need : 'consider', place: { file, line }, ...(why === undefined ? {} : { note: why }) });
  }

  /** Why a build that switches nothing on leaves out what stands under some conditions; undefined: it does not. */
  #switchedOff(off: readonly string[]): string | undefined {
    const lacking = this.#package.compiles === undefined ? off.filter((name) => !this.#usual.has(name)) : [];
    return lacking.length === 0 ? undefined : `only where ${lacking.join(' or ')} says so`;
  }

  /** Headers of other libraries that a unit includes by default. */
  #foreign({ reached }: Unit): string[] {
    return reached.flatMap((file) =>
      (this.#package.files.get(file)?.includes ?? [])
        .filter(({ header, quoted, off }) => !quoted && off.length === 0 && !this.#facts.has(header) && this.#catalogue.header(header).length === 0 && this.#resolver.find(file, header, quoted) === undefined)
        .map(({ header }) => header),
    );
  }

  /** Headers that musl lacks. */
  #headers(file: string, unit: Unit, compiles: boolean): void {
    for (const include of this.#package.files.get(file)?.includes ?? []) {
      const { header, quoted, guards } = include;
      const entries = this.#catalogue.header(header).filter((entry) => !asksFor(guards, entry));
      if (entries.length === 0 || this.#resolver.find(file, header, quoted) !== undefined || this.#ruledOut(unit, file, include.unless)) continue;
      const warns = this.#facts.has(header);
      const note = warns ? "musl's header warns, which -Werror makes an error" : compiles ? doesCompile : undefined;
      this.#hit(entries, file, include, note === undefined ? 'needed' : 'consider', note);
    }
  }

  /** Whether a use in a macro's body is one in this unit: something leads to the macro in what the unit reads. */
  #expands(unit: Unit, { macro }: Use): boolean {
    if (macro === undefined) return true;
    // A set that grows while it is walked has every name once.
    const leading = new Set([macro]);
    for (const name of leading) for (const next of this.#expansions.get(name) ?? []) leading.add(next);
    return unit.reached.some((file) => {
      const source = this.#package.files.get(file);
      const words = source === undefined ? undefined : this.#wordsOf(source);
      return words !== undefined && [...leading].some((name) => words.has(name));
    });
  }

  /** Whether a file that comes before it in a unit always defines one of the macros which must not be there. */
  #ruledOut({ reached }: Unit, file: string, unless: readonly string[]): boolean {
    if (unless.length === 0) return false;
    const before = reached.slice(0, reached.indexOf(file));
    return unless.some((name) => before.some((one) => this.#package.files.get(one)?.usual.has(name) === true));
  }

  /** What the compiler sees: with a log that shows; a tree shows what a build has by default. */
  #wordsOf(source: SourceFacts): ReadonlySet<string> {
    return this.#package.compiles === undefined ? source.usualWords : source.words;
  }

  /** Whether the package has a header of its own that libc lacks: with what that declares. */
  #brings(header: string): boolean {
    return !this.#facts.has(header) && this.#resolver.find('', header, false) !== undefined;
  }

  /** Whether a name is a word to a macro, which makes another name of it: `RULE(fstat64)`. */
  #isPasted({ argumentOf }: Use): boolean {
    return argumentOf !== undefined && (/^[A-Z][A-Z\d_]+$/.test(argumentOf) || this.#pasting.has(argumentOf));
  }

  #declares(unit: Unit, name: string): boolean {
    return unit.reached.some((file) => this.#package.files.get(file)?.uses.some((use) => use.name === name && use.context === 'prototype') === true);
  }

  #unit(unit: Unit, compiles: boolean): void {
    const given = this.#given(unit);
    const around = { includes: (header: string) => unit.headers.includes(header), uses: (name: string) => this.#used.has(name) };
    for (const file of unit.reached) {
      const source = this.#package.files.get(file);
      for (const use of source?.uses ?? []) {
        if (use.macro !== undefined && !this.#words.has(use.macro)) continue;
        if (source?.ownNames.has(use.name) === true || this.#shared.has(use.name) || source?.macros.has(use.name) === true) continue;
        const entries = this.#catalogue.word(use.name).filter((entry) => fits(entry, use) && !asksFor(use.guards, entry) && !this.#brings(entry.header) && !(entry.kind === 'function' && this.#isPasted(use)));
        for (const entry of entries.filter(({ kind }) => kind === 'differs')) {
          const verdict = judge(entry.name, use, around);
          if (verdict !== undefined) this.#hit([entry], file, use, verdict.need, verdict.note);
        }
        const lacking = entries.filter((entry) => entry.kind !== 'differs' && this.#lacks(entry, given, unit));
        if (lacking.length === 0 || !this.#expands(unit, use) || this.#ruledOut(unit, file, use.unless)) continue;
        // A function that the package declares itself is missed only where it is linked.
        if (use.opaque === true && !compiles) {
          this.#hit(this.#likely(lacking, unit), file, use, 'consider', isOpaque);
          continue;
        }
        const refuted = compiles && (lacking.every(({ kind }) => kind !== 'function') || !this.#declares(unit, use.name));
        if (refuted) this.#there.add(use.name);
        this.#hit(this.#likely(lacking, unit), file, use, refuted ? 'consider' : 'needed', refuted ? doesCompile : undefined);
      }
    }
    this.#pollution(unit, given, compiles);
    if (this.#package.compiles !== undefined) return;
    this.#doubled(unit);
    this.#aliases(unit);
  }

  /** Names of the package's own that are used where nothing defines them: they would stand for what musl lacks. */
  #aliases(unit: Unit): void {
    for (const file of unit.reached) {
      for (const { name, meant, line } of this.#package.files.get(file)?.aliases ?? []) {
        // What configure finds counts here: functions, and not macros of musl's headers.
        const entries = this.#catalogue.word(meant).filter(({ kind }) => kind === 'function');
        const defined = unit.reached.some((one) => this.#package.files.get(one)?.usual.has(name) === true);
        if (entries.length > 0 && !defined) this.#hit(entries, file, { line, off: [] }, 'needed', `the package's ${name} may stand for it`);
      }
    }
  }

  /** Functions of large files that the package defines itself, where musl's headers have the name as a macro: it defines another. */
  #doubled(unit: Unit): void {
    if (!this.#isLarge(unit)) return;
    for (const file of unit.reached) {
      for (const [name, place] of this.#package.files.get(file)?.functions ?? []) {
        const entries = this.#catalogue.word(name).filter(({ kind, header }) => kind === 'function' && this.#facts.has(header) && unit.headers.includes(header));
        if (entries.some(({ header }) => this.#facts.largeFiles(header).has(name) && !this.#facts.musl(header).has(name))) this.#hit(entries, file, place, 'needed', "musl's headers define it as a macro");
      }
    }
  }

  /** Whether musl's headers give the names of large files in a unit. */
  #isLarge(unit: Unit): boolean {
    return this.#package.largeFiles || unit.reached.some((file) => this.#package.files.get(file)?.macros.has('_LARGEFILE64_SOURCE') === true);
  }

  /** Names that musl's headers give in a unit. */
  #given(unit: Unit): Names {
    const large = this.#isLarge(unit);
    return union(unit.headers.map((header) => (isKernel(header) ? this.#facts.kernel(header) : large ? this.#facts.largeFiles(header) : this.#facts.musl(header))));
  }

  #lacks(entry: Entry, given: Names, unit: Unit): boolean {
    const word = wordOf(entry.name);
    if (entry.kind === 'member') return unit.headers.includes(entry.header);
    if (given.has(word)) return false;
    // What musl has in another header is needed here only where the one of glibc is included.
    if (this.#facts.all.has(word)) return unit.headers.includes(entry.header);
    return !unit.headers.some((header) => this.#catalogue.comesWith(header).has(word));
  }

  /** Of several modules that have a name, those whose header the unit includes. */
  #likely(entries: readonly Entry[], unit: Unit): readonly Entry[] {
    const near = entries.filter(({ header }) => unit.headers.includes(header));
    return near.length > 0 ? near : entries;
  }

  /** Names that come with a header of glibc, and not with musl's. */
  #pollution(unit: Unit, given: Names, compiles: boolean): void {
    const promised = union(unit.headers.map((header) => this.#facts.glibc(header)));
    const foreign = unit.headers.some((header) => !this.#facts.has(header) && this.#catalogue.header(header).every(({ module }) => module === undefined));
    for (const file of unit.reached) {
      const source = this.#package.files.get(file);
      for (const use of source?.uses ?? []) {
        const { name, context } = use;
        if (given.has(name) || !promised.has(name) || !this.#facts.all.has(name) || context === 'member' || context === 'prototype') continue;
        if (source?.ownNames.has(name) === true || this.#shared.has(name) || source?.macros.has(name) === true) continue;
        const header = unit.headers.find((one) => this.#facts.glibc(one).has(name)) ?? '';
        const entry: Entry = { name, kind: 'macro', header, module: 'pollution', about: 'pollution' };
        if (asksFor(use.guards, entry) || !this.#expands(unit, use) || this.#isPasted(use) || this.#ruledOut(unit, file, use.unless)) continue;
        if (compiles) this.#hit([entry], file, use, 'consider', doesCompile);
        else if (use.opaque === true) this.#hit([entry], file, use, 'consider', isOpaque);
        else if (foreign) this.#hit([entry], file, use, 'consider', 'a header of another library may give it');
        else this.#hit([entry], file, use, 'needed', `glibc's <${header}> gives it`);
      }
    }
  }

  /** Streams that are assigned to; their address in a call is a warning of the compiler's, and fails when it runs. */
  #streams(): void {
    for (const [file, { uses, ownNames }] of this.#package.files) {
      this.#reason = this.#package.leftOut.get(file);
      for (const use of uses) {
        const { name, assigned, context } = use;
        if (!assigned || context === 'member' || ownNames.has(name) || !streams.names.some((stream) => stream === name)) continue;
        this.#hit([{ name, kind: 'differs', header: 'stdio.h', module: streams.module, about: streams.module }], file, use, 'needed', "musl's streams are constants");
      }
    }
  }

  /** Streams without a buffer that are written to. */
  #unbuffered(): void {
    const { files } = this.#package;
    if (![...files].some(([file, { setsKernel }]) => setsKernel && !this.#package.leftOut.has(file))) return;
    for (const [file, { uses }] of files) {
      const streams = new Set(uses.filter(unbuffers).map(({ call }) => call?.arguments[0]?.join(' ')));
      if (streams.size === 0) continue;
      this.#reason = this.#package.leftOut.get(file);
      for (const use of uses) {
        const { name, call } = use;
        const at = Object.entries(unbuffered.writers).find(([writer]) => writer === name)?.[1];
        if (at === undefined || !streams.has(call?.arguments.at(at)?.join(' '))) continue;
        this.#hit([{ name, kind: 'differs', header: 'stdio.h', module: unbuffered.module, about: unbuffered.module }], file, use, 'needed', "what is written to a stream without a buffer does not reach musl's write in one piece: /proc and /sys refuse it");
      }
    }
    this.#reason = undefined;
  }

  /** What reads its own dynamic section. */
  #ownSection(): void {
    const { finders, strings, module } = ownSection;
    const finds = new Map<string, string>(Object.entries(finders));
    for (const [file, { uses, words }] of this.#package.files) {
      if (!words.has(strings)) continue;
      this.#reason = this.#package.leftOut.get(file);
      for (const use of uses) {
        const { name } = use;
        if (words.has(finds.get(name) ?? '')) this.#hit([{ name, kind: 'differs', header: 'link.h', module, about: module }], file, use, 'needed', 'musl does not relocate the address of its strings');
      }
    }
    this.#reason = undefined;
  }

  /** Threads with the default stack. */
  #threads(): void {
    if (this.#used.has(threads.size)) return;
    for (const [file, { uses }] of this.#package.files) {
      this.#reason = this.#package.leftOut.get(file);
      for (const use of uses) {
        const { name, context } = use;
        if (name !== threads.create || context !== 'call') continue;
        this.#hit([{ name, kind: 'differs', header: 'pthread.h', module: threads.module, about: threads.module }], file, use, 'consider', "musl's threads have a stack of 128 KiB, glibc's of 8 MiB");
      }
    }
  }
}

/** Whether a use can be one of this kind of name. */
export function fits({ name, kind, callable }: Entry, { context }: Use): boolean {
  switch (kind) {
    case 'member':
      return context === 'member';
    case 'type':
      return name.includes(' ') ? context === 'tag' : context === 'plain' || context === 'value' || context === 'call';
    case 'macro':
      return callable === true ? context === 'call' || context === 'prototype' : context !== 'member' && context !== 'tag';
    case 'function':
      // A plain word such as `error` is more often a variable's name.
      return context === 'call' || (/_|\d/.test(name) && (context === 'value' || context === 'plain'));
    case 'differs':
      return context === 'call' || context === 'value';
    case 'header':
      return false;
  }
}

/** What a package's sources use of glibc's that musl lacks. */
export function scanTree(source: Package, catalogue: Catalogue, facts: HeaderFacts): Hit[] {
  return new Analysis(source, catalogue, facts).run();
}

/** Which names matter in a source file. */
export function interestingNames(catalogue: Catalogue, polluted: ReadonlySet<string>): (name: string) => boolean {
  const always = new Set<string>([threads.create, threads.size, ...streams.names, ...Object.keys(unbuffered.setters), ...Object.keys(unbuffered.writers), ...Object.keys(ownSection.finders)]);
  return (name) => always.has(name) || polluted.has(name) || catalogue.word(name).length > 0;
}
