import type { Catalogue } from './catalogue.js';
import type { HeaderFacts } from './facts.js';
import { isOn, switchesOf, type Switches } from './switches.js';

/** `SYS_QUEUE_H` of `sys/queue.h`, as the macros of configure's answers have it. */
const upper = (text: string): string => text.toUpperCase().replaceAll(/\W/g, '_');

/**
 * What a package's configure has on plain musl where nothing is switched on or off: the answers to its questions, which are
 * the values of macros such as `HAVE_EXECINFO_H`, `HAVE_BACKTRACE`, `HAVE_DECL_STRERRORNAME_NP`, named by the convention of
 * autoconf's AC_CHECK_HEADERS, AC_CHECK_FUNCS, AC_CHECK_DECLS and AC_CHECK_TYPES, which those who write for meson and cmake
 * keep to; and its switches.
 */
export class Answers {
  readonly #asked = new Map<string, string[]>();
  readonly #known = new Map<string, boolean | undefined>();
  readonly #catalogue: Catalogue;
  readonly #facts: HeaderFacts;
  readonly #switches: Switches;

  /** @param builds - the texts of configure.ac and the like: what they do not name they do not ask for */
  constructor(builds: readonly string[], catalogue: Catalogue, facts: HeaderFacts) {
    const words = new Set<string>();
    for (const text of builds) for (const word of text.match(/[A-Za-z_][\w/+-]*\.h\b|[A-Za-z_]\w*/g) ?? []) words.add(word);
    for (const word of words) this.#asked.set(upper(word), [...(this.#asked.get(upper(word)) ?? []), word]);
    this.#catalogue = catalogue;
    this.#facts = facts;
    this.#switches = switchesOf(builds);
  }

  /** Whether what a macro or a condition of a makefile is named after is switched on by default; undefined: no switch has such a name. */
  isOn(name: string): boolean | undefined {
    return isOn(this.#switches, name);
  }

  /** Whether musl has a header, function or type; undefined: it is none that is known. */
  #has(word: string): boolean | undefined {
    if (word.endsWith('.h')) return this.#facts.has(word) ? true : this.#catalogue.header(word).length > 0 ? false : undefined;
    const entries = this.#catalogue.word(word).filter(({ kind }) => kind !== 'member' && kind !== 'differs');
    if (this.#facts.all.has(word)) return entries.length > 0 ? undefined : true;
    return entries.length > 0 ? false : undefined;
  }

  /** The answer that a macro stands for: whether it is 1; undefined: only the build knows. */
  value(macro: string): boolean | undefined {
    if (this.#known.has(macro)) return this.#known.get(macro);
    const about = /(?:^|_)HAVE_(?:DECL_|STRUCT_)?(\w+)$/.exec(macro)?.[1];
    const answers = new Set((this.#asked.get(about ?? '') ?? []).map((word) => this.#has(word)).filter((answer) => answer !== undefined));
    const [answer] = answers;
    // What is switched off is not asked for.
    const known = answers.size === 1 && this.isOn(macro) !== false ? answer : undefined;
    this.#known.set(macro, known);
    return known;
  }

  /** Whether a macro is defined: that of a declaration always is, as 0 or 1. */
  defined(macro: string): boolean | undefined {
    const value = this.value(macro);
    return value === false && /(?:^|_)HAVE_DECL_/.test(macro) ? true : value;
  }
}

/** The macros that a build file defines itself: `AC_DEFINE(stat64, stat)`, `-Dstat64=stat`. */
export function definedBy(text: string): string[] {
  return [...text.matchAll(/\bAC_DEFINE(?:_UNQUOTED)?\(\s*\[?(\w+)|(?:^|[\s'"])-D(\w+)=/g)].flatMap(([, one, two]) => one ?? two ?? []);
}
