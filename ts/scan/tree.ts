import path from 'node:path';
import type { Catalogue, Entry } from './catalogue.js';
import { wordOf } from './catalogue.js';
import { judge, ownSection, streams, threads, unbuffered, unbuffers } from './differs.js';
import type { HeaderFacts } from './facts.js';
import type { Hit } from './hits.js';
import type { SourceFacts, Use } from './source.js';
import { isUnit, Resolver, unitsOf, type Unit } from './units.js';

/** The source files of a package, and what its build files say. */
export interface Package {
  files: ReadonlyMap<string, SourceFacts>;
  /** Why the build may leave files out. */
  leftOut: ReadonlyMap<string, string>;
  /** Whether a build file defines _LARGEFILE64_SOURCE, with which musl has the names of large files. */
  largeFiles: boolean;
  /** Whether a log shows a unit being compiled without an error. */
  compiles?: (unit: Unit) => boolean;
}

const doesCompile = 'the log shows it compile without';

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
function expandedWords(files: readonly SourceFacts[]): Set<string> {
  const macros = new Map<string, ReadonlySet<string>[]>();
  for (const { bodies } of files) for (const [name, words] of bodies) macros.set(name, [...(macros.get(name) ?? []), words]);
  // A set that grows while it is walked has every word once.
  const reached = new Set<string>();
  for (const { words } of files) for (const word of words) reached.add(word);
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
  readonly #used: ReadonlySet<string>;
  readonly #words: ReadonlySet<string>;
  /** Names that units use which the log shows to compile. */
  readonly #there = new Set<string>();
  readonly #expansions: ReadonlyMap<string, ReadonlySet<string>>;
  /** Why the build may leave the unit out that is looked at. */
  #reason: string | undefined;

  constructor(source: Package, catalogue: Catalogue, facts: HeaderFacts) {
    this.#package = source;
    this.#catalogue = catalogue;
    this.#facts = facts;
    this.#shared = new Set([...source.files.values()].flatMap((file) => [...file.sharedNames]));
    this.#words = expandedWords([...source.files.values()]);
    this.#expansions = expansions([...source.files.values()]);
    this.#used = new Set([...source.files.values()].flatMap((file) => file.uses.filter(({ context }) => context === 'call').map(({ name }) => name)));
  }

  run(): Hit[] {
    const { files, leftOut } = this.#package;
    const resolver = new Resolver(files.keys());
    const units = unitsOf(files, this.#facts, resolver);
    const programs = units.some(({ file }) => isUnit(file));
    for (const unit of units) {
      const orphan = programs && !isUnit(unit.file) ? 'no source file includes it' : undefined;
      this.#reason = leftOut.get(unit.file) ?? orphan;
      const compiles = this.#package.compiles?.(unit) === true;
      for (const file of unit.reached) this.#headers(file, resolver, compiles);
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

  #hit(entries: readonly Entry[], file: string, line: number, need: Hit['need'], note?: string): void {
    const why = this.#reason ?? note;
    this.hits.push({ entries, need: this.#reason === undefined ? need : 'consider', place: { file, line }, ...(why === undefined ? {} : { note: why }) });
  }

  /** Headers that musl lacks. */
  #headers(file: string, resolver: Resolver, compiles: boolean): void {
    for (const { header, quoted, line, guards } of this.#package.files.get(file)?.includes ?? []) {
      const entries = this.#catalogue.header(header).filter((entry) => !asksFor(guards, entry));
      if (entries.length === 0 || resolver.find(file, header, quoted) !== undefined) continue;
      const warns = this.#facts.has(header);
      const note = warns ? "musl's header warns, which -Werror makes an error" : compiles ? doesCompile : undefined;
      this.#hit(entries, file, line, note === undefined ? 'needed' : 'consider', note);
    }
  }

  /** Whether a use in a macro's body is one in this unit: something leads to the macro in what the unit reads. */
  #expands(unit: Unit, { macro }: Use): boolean {
    if (macro === undefined) return true;
    // A set that grows while it is walked has every name once.
    const leading = new Set([macro]);
    for (const name of leading) for (const next of this.#expansions.get(name) ?? []) leading.add(next);
    return unit.reached.some((file) => {
      const words = this.#package.files.get(file)?.words;
      return words !== undefined && [...leading].some((name) => words.has(name));
    });
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
        const entries = this.#catalogue.word(use.name).filter((entry) => fits(entry, use) && !asksFor(use.guards, entry));
        for (const entry of entries.filter(({ kind }) => kind === 'differs')) {
          const verdict = judge(entry.name, use, around);
          if (verdict !== undefined) this.#hit([entry], file, use.line, verdict.need, verdict.note);
        }
        const lacking = entries.filter((entry) => entry.kind !== 'differs' && this.#lacks(entry, given, unit));
        if (lacking.length === 0 || !this.#expands(unit, use)) continue;
        // A function that the package declares itself is missed only where it is linked.
        const refuted = compiles && (lacking.every(({ kind }) => kind !== 'function') || !this.#declares(unit, use.name));
        if (refuted) this.#there.add(use.name);
        this.#hit(this.#likely(lacking, unit), file, use.line, refuted ? 'consider' : 'needed', refuted ? doesCompile : undefined);
      }
    }
    this.#pollution(unit, given, compiles);
  }

  /** Names that musl's headers give in a unit. */
  #given(unit: Unit): Names {
    const large = this.#package.largeFiles || unit.reached.some((file) => this.#package.files.get(file)?.macros.has('_LARGEFILE64_SOURCE') === true);
    return union(unit.headers.map((header) => (large ? this.#facts.largeFiles(header) : this.#facts.musl(header))));
  }

  #lacks(entry: Entry, given: Names, unit: Unit): boolean {
    const word = wordOf(entry.name);
    if (entry.kind === 'member') return unit.headers.includes(entry.header);
    if (given.has(word)) return false;
    // What musl has in another header is needed here only where the one of glibc is included.
    return !this.#facts.all.has(word) || unit.headers.includes(entry.header);
  }

  /** Of several modules that have a name, those whose header the unit includes. */
  #likely(entries: readonly Entry[], unit: Unit): readonly Entry[] {
    const near = entries.filter(({ header }) => unit.headers.includes(header));
    return near.length > 0 ? near : entries;
  }

  /** Names that come with a header of glibc, and not with musl's. */
  #pollution(unit: Unit, given: Names, compiles: boolean): void {
    const promised = union(unit.headers.map((header) => this.#facts.glibc(header)));
    const foreign = unit.headers.some((header) => !this.#facts.has(header) && this.#catalogue.header(header).length === 0);
    for (const file of unit.reached) {
      const source = this.#package.files.get(file);
      for (const use of source?.uses ?? []) {
        const { name, context } = use;
        if (given.has(name) || !promised.has(name) || !this.#facts.all.has(name) || context === 'member' || context === 'prototype') continue;
        if (source?.ownNames.has(name) === true || this.#shared.has(name) || source?.macros.has(name) === true) continue;
        const header = unit.headers.find((one) => this.#facts.glibc(one).has(name)) ?? '';
        const entry: Entry = { name, kind: 'macro', header, module: 'pollution', about: 'pollution' };
        if (asksFor(use.guards, entry) || !this.#expands(unit, use)) continue;
        if (compiles) this.#hit([entry], file, use.line, 'consider', doesCompile);
        else if (foreign) this.#hit([entry], file, use.line, 'consider', 'a header of another library may give it');
        else this.#hit([entry], file, use.line, 'needed', `glibc's <${header}> gives it`);
      }
    }
  }

  /** Streams that are assigned to; their address in a call is a warning of the compiler's, and fails when it runs. */
  #streams(): void {
    for (const [file, { uses }] of this.#package.files) {
      this.#reason = this.#package.leftOut.get(file);
      for (const { name, line, assigned, context } of uses) {
        if (!assigned || context === 'member' || !streams.names.some((stream) => stream === name)) continue;
        this.#hit([{ name, kind: 'differs', header: 'stdio.h', module: streams.module, about: streams.module }], file, line, 'needed', "musl's streams are constants");
      }
    }
  }

  /** Streams without a buffer that are written to. */
  #unbuffered(): void {
    for (const [file, { uses }] of this.#package.files) {
      if (!uses.some(unbuffers)) continue;
      this.#reason = this.#package.leftOut.get(file);
      for (const { name, line, context } of uses) {
        if (context !== 'call' || !unbuffered.writers.some((writer) => writer === name)) continue;
        this.#hit([{ name, kind: 'differs', header: 'stdio.h', module: unbuffered.module, about: unbuffered.module }], file, line, 'needed', "what is written to a stream without a buffer does not reach musl's write in one piece: /proc and /sys refuse it");
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
      for (const { name, line } of uses) {
        if (words.has(finds.get(name) ?? '')) this.#hit([{ name, kind: 'differs', header: 'link.h', module, about: module }], file, line, 'needed', 'musl does not relocate the address of its strings');
      }
    }
    this.#reason = undefined;
  }

  /** Threads with the default stack. */
  #threads(): void {
    if (this.#used.has(threads.size)) return;
    for (const [file, { uses }] of this.#package.files) {
      this.#reason = this.#package.leftOut.get(file);
      for (const { name, line, context } of uses) {
        if (name !== threads.create || context !== 'call') continue;
        this.#hit([{ name, kind: 'differs', header: 'pthread.h', module: threads.module, about: threads.module }], file, line, 'consider', "musl's threads have a stack of 128 KiB, glibc's of 8 MiB");
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
  const always = new Set<string>([threads.create, threads.size, ...streams.names, ...Object.keys(unbuffered.setters), ...Object.keys(ownSection.finders)]);
  return (name) => always.has(name) || polluted.has(name) || catalogue.word(name).length > 0;
}
