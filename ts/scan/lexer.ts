import { asked, holds, wanted, type KnownMacros } from './conditions.js';

/** A word of a source text that is not surely left out by the preprocessor. */
export interface Token {
  text: string;
  line: number;
  /** Names that the conditions around it ask for, and whose answers only the build knows. */
  guards: readonly string[];
  /** Those of them that must be switched on, or off (`!X`): a build with everything as it is by default leaves it out. */
  off: readonly string[];
  /** Those of them that must not be there. */
  unless: readonly string[];
  /** The macro in whose body it stands. */
  macro?: string;
}

export interface Include {
  header: string;
  quoted: boolean;
  line: number;
  guards: readonly string[];
  off: readonly string[];
  unless: readonly string[];
}

/** What the preprocessor leaves of a source file, as far as that is known before the build is configured. */
export interface Lexed {
  /** Words in order; `#if`, `#else` and `#endif` stand where a condition of unknown answer begins, turns and ends. */
  tokens: Token[];
  includes: Include[];
  /** Macros that it defines. */
  macros: string[];
  /** Macros that it defines only where the preprocessor surely does not look. */
  hidden: string[];
  /** What macros stand for which it defines only where a usual build does not look: a name, or a call of it. */
  aliases: { name: string; meant: string; line: number }[];
  /** Macros that it defines, and not as 0, in a build with everything as it is by default. */
  usual: string[];
}

const comments = /\/\*[\s\S]*?(?:\*\/|$)|\/\/(?:\\\n|[^\n])*|\bR"([^()\\\s]{0,16})\([\s\S]*?\)\1"|"(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\[\s\S]|[^'\\\n])*'?/g;
const words = /"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?|[A-Za-z_]\w*|\d[\w.]*|->|::|\.\.\.|[=!<>]=|[^\s\w]/g;

/** The text without comments and raw strings, and with each string in one line; what follows stays in its line. */
function withoutComments(text: string): string {
  return text.replace(comments, (found, raw: string | undefined) => {
    const lines = found.split('\n').length - 1;
    if (raw === undefined && (found.startsWith('"') || found.startsWith("'"))) return found.replaceAll('\\\n', '') + '\\\n'.repeat(lines);
    return (raw === undefined ? ' ' : '""') + '\n'.repeat(lines);
  });
}

/** One `#if` that is open. */
interface Frame {
  /** Whether the part being read is in: undefined where only the build knows. */
  state: boolean | undefined;
  /** Whether an earlier part surely was in. */
  taken: boolean;
  guards: string[];
  /** What would have to be otherwise for a usual build to look at it. */
  off: string[];
  /** What must not be there for it. */
  unless: string[];
  /** Whether the part being read is in where a build switches nothing on or off. */
  usual: boolean;
  /** Whether an earlier part was, in such a build. */
  usuallyTaken: boolean;
}

/** Reads conditions and words of a source file, line by line. */
class Reader {
  readonly result: Lexed = { tokens: [], includes: [], macros: [], hidden: [], aliases: [], usual: [] };
  readonly #lines: string[];
  readonly #known: KnownMacros;
  /** What a build knows that switches nothing on or off. */
  readonly #usually: KnownMacros;
  /** Macros that it surely has defined by now, and numbers that they stand for. */
  readonly #sure = new Map<string, number | undefined>();
  /** The same of a build that switches nothing on or off. */
  readonly #usual = new Map<string, number | undefined>();
  readonly #frames: Frame[] = [];
  #guards: readonly string[] = [];
  #off: readonly string[] = [];
  #unless: readonly string[] = [];

  constructor(text: string, known: KnownMacros) {
    this.#lines = withoutComments(text.replaceAll('\r\n', '\n')).split('\n');
    this.#known = {
      defined: (name) => this.#sure.has(name) || known.defined(name),
      hasHeader: (header) => known.hasHeader(header),
      value: (name) => this.#sure.get(name) ?? known.value?.(name),
    };
    this.#usually = {
      ...this.#known,
      defined: (name) => this.#known.defined(name) ?? (this.#usual.has(name) || known.usually?.(name) === true),
      value: (name) => this.#known.value?.(name) ?? this.#usual.get(name),
    };
  }

  read(): Lexed {
    for (let at = 0; at < this.#lines.length; at++) {
      const first = at;
      if (!/^\s*#/.test(this.#lines[at] ?? '')) {
        if (this.#in()) this.#words(this.#lines[at] ?? '', at + 1);
        continue;
      }
      while (this.#lines[at]?.endsWith('\\') === true && at + 1 < this.#lines.length) at++;
      this.#directive(first, at);
    }
    return this.result;
  }

  #in(): boolean {
    return this.#frames.every((frame) => frame.state !== false);
  }

  #words(line: string, number: number, macro?: string, parameters: readonly string[] = []): void {
    for (const [text] of line.matchAll(words)) if (text !== '\\' && !parameters.includes(text)) this.result.tokens.push({ text, line: number, guards: this.#guards, off: this.#off, unless: this.#unless, ...(macro === undefined ? {} : { macro }) });
  }

  #mark(text: '#if' | '#else' | '#endif', line: number): void {
    this.result.tokens.push({ text, line, guards: this.#guards, off: this.#off, unless: this.#unless });
  }

  #directive(first: number, last: number): void {
    const text = this.#lines.slice(first, last + 1).map((line) => line.replace(/\\$/, ' ')).join('');
    const [, name = '', rest = ''] = /^\s*#\s*(\w*)\s*(.*)$/.exec(text) ?? [];
    const line = first + 1;
    if (name === 'if' || name === 'ifdef' || name === 'ifndef') this.#open(name, rest, first, last);
    else if (name === 'elif' || name === 'else') this.#turn(name === 'else' ? '1' : rest, name === 'else', line);
    else if (name === 'endif') {
      if (this.#frames.pop() !== undefined) this.#changed('#endif', line);
    } else if (this.#in()) {
      if (name === 'include' || name === 'include_next' || name === 'import') this.#include(rest, line);
      else if (name === 'define') this.#define(first, last, rest);
      else if (name === 'undef') for (const macros of [this.#sure, this.#usual]) macros.delete(rest.trim());
    } else if (name === 'define') {
      this.result.hidden.push(/^\w+/.exec(rest)?.[0] ?? '');
      this.#alias(rest, line);
    }
  }

  /** An include guard is no question: the next directive defines what it asks for. */
  #isIncludeGuard(macro: string, last: number): boolean {
    const next = this.#lines.slice(last + 1, last + 12).find((line) => line.trim() !== '');
    return next !== undefined && new RegExp(`^\\s*#\\s*define\\s+${macro}\\b`).test(next);
  }

  #open(name: string, rest: string, first: number, last: number): void {
    const macro = /\w+/.exec(rest)?.[0] ?? '';
    const condition = name === 'if' ? rest : `${name === 'ifdef' ? '' : '!'}defined(${macro})`;
    const guarded = (name === 'ifndef' || /^!\s*defined\s*\(?\s*\w+\s*\)?\s*$/.test(rest)) && this.#isIncludeGuard(name === 'ifndef' ? macro : (asked(rest)[0] ?? ''), last);
    const state = guarded ? true : holds(condition, this.#known);
    const usual = state ?? holds(condition, this.#usually) !== false;
    this.#frames.push({ state, taken: state === true, guards: state === undefined ? asked(condition) : [], ...this.#bounds(asked(condition), wanted(condition)), usual, usuallyTaken: usual });
    this.#changed('#if', first + 1);
  }

  /** Of the names that a condition asks for, and those of them that it wants, what keeps a usual build from it, and what would. */
  #bounds(names: readonly string[], wants: readonly string[]): { off: string[]; unless: string[] } {
    const isThere = (name: string): boolean => this.#usually.defined(name) === true;
    const others = names.filter((name) => !wants.includes(name));
    const off = [...wants.filter((name) => !isThere(name)), ...others.filter(isThere).map((name) => `!${name}`)];
    return { off: off.length > 0 ? off : names.map((name) => `!${name}`), unless: others.filter((name) => !isThere(name)) };
  }

  #turn(condition: string, isElse: boolean, line: number): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined) return;
    const before = frame.state;
    const now = holds(condition, this.#known);
    // After a part that may have been in, the rest is in or not by the same answer.
    if (frame.taken) frame.state = false;
    else if (frame.guards.length > 0 && now !== false) frame.state = undefined;
    else frame.state = now;
    if (frame.state === true) frame.taken = true;
    if (frame.state === undefined && !isElse) frame.guards.push(...asked(condition));
    if (before === undefined && now === true) frame.taken = true;
    frame.usual = !frame.usuallyTaken && frame.state !== false && holds(condition, this.#usually) !== false;
    frame.usuallyTaken ||= frame.usual;
    Object.assign(frame, this.#bounds(frame.guards, isElse ? [] : wanted(condition)));
    this.#changed('#else', line);
  }

  #changed(mark: '#if' | '#else' | '#endif', line: number): void {
    const open = this.#frames.filter(({ state }) => state === undefined);
    this.#guards = [...new Set(open.flatMap(({ guards }) => guards))];
    this.#off = [...new Set(open.flatMap(({ off, usual }) => (usual ? [] : off)))];
    this.#unless = [...new Set(open.flatMap(({ unless }) => unless))];
    this.#mark(mark, line);
  }

  #include(rest: string, line: number): void {
    const found = /^(?:<([^>]+)>|"([^"]+)")/.exec(rest.trim());
    if (found === null) return;
    this.result.includes.push({ header: (found[1] ?? found[2] ?? '').trim(), quoted: found[2] !== undefined, line, guards: this.#guards, off: this.#off, unless: this.#unless });
  }

  #alias(rest: string, line: number): void {
    const [, name, meant] = /^(\w+)(?:\([^)]*\))?\s+([A-Za-z_]\w*)\s*(?:\(.*)?$/.exec(rest) ?? [];
    if (name !== undefined && meant !== undefined) this.result.aliases.push({ name, meant, line });
  }

  #define(first: number, last: number, rest: string): void {
    const name = /^\w+/.exec(rest)?.[0];
    if (name === undefined) return;
    this.result.macros.push(name);
    const number = /^\w+\s+\(?(\d+)\)?\s*$/.exec(rest)?.[1];
    const value = number === undefined ? undefined : Number(number);
    if (this.#frames.every(({ state }) => state === true)) this.#sure.set(name, value);
    if (this.#frames.every(({ usual }) => usual)) {
      this.#usual.set(name, value);
      if (value !== 0) this.result.usual.push(name);
    } else this.#alias(rest, first + 1);
    const parameters = /^\w+\(([^)]*)\)/.exec(rest)?.[1]?.match(/\w+/g) ?? [];
    for (let at = first; at <= last; at++) {
      const line = this.#lines[at] ?? '';
      this.#words(at === first ? line.replace(/^\s*#\s*define\s+\w+(?:\([^)]*\))?/, '') : line, at + 1, name, parameters);
    }
  }
}

/** Reads a source file as the preprocessor would, as far as that is known; never fails. */
export function lex(text: string, known: KnownMacros): Lexed {
  return new Reader(text, known).read();
}
