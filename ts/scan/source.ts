import type { KnownMacros } from './conditions.js';
import { lex, type Include, type Token } from './lexer.js';

/** How a name stands in a source text. */
export type Context = 'call' | 'value' | 'tag' | 'member' | 'prototype' | 'plain';

/** What stands in and after a call. */
export interface Call {
  /** The words of each argument. */
  arguments: string[][];
  /** Words after it, to the end of the block it stands in at most. */
  after: string[];
  /** The words of the loop's body, where it is the condition of one or stands in its block. */
  loop: string[];
}

/** How many words after a call are looked at. */
const near = 40;

/** A place where a name is used. */
export interface Use {
  name: string;
  line: number;
  context: Context;
  guards: readonly string[];
  /** Whether what a call returns is taken for a pointer or a text, as far as a few words show. */
  resultIsPointer: boolean;
  /** Whether it is assigned to, or its address taken. */
  assigned: boolean;
  /** The macro in whose body it stands. */
  macro?: string;
  /** Of a call of what a rule looks at closely. */
  call?: Call;
}

/** What one source file uses, includes and defines. */
export interface SourceFacts {
  includes: Include[];
  uses: Use[];
  /** Names that it defines for itself alone: static functions, and where it is no header its macros, types and constants. */
  ownNames: Set<string>;
  /** Names that it defines for others too. */
  sharedNames: Set<string>;
  /** Macros that it defines, `_LARGEFILE64_SOURCE` among them. */
  macros: Set<string>;
  /** Macros that it defines only where the preprocessor surely does not look. */
  hidden: Set<string>;
  /** Names that its conditions ask for, and whose answers only the build knows. */
  asked: Set<string>;
  /** Its words outside of macros. */
  words: Set<string>;
  /** The words of each macro's body. */
  bodies: Map<string, Set<string>>;
  /** Lines with a format that has %m. */
  errorFormats: number[];
}

interface ReadOptions {
  known: KnownMacros;
  /** Which names matter; of others nothing is kept. */
  interesting: (name: string) => boolean;
  /** Functions whose calls are kept with what stands in and after them. */
  closely?: ReadonlySet<string>;
  isHeader: boolean;
}

type Brace = 'block' | 'scope' | 'enum';

const identifier = /^[A-Za-z_]\w*$/;
const statementWords = new Set('return else do case goto sizeof if while for switch throw delete new in co_return typeof alignof _Alignof defined'.split(' '));
/** Words that stand before a type, not before what is declared. */
const qualifiers = new Set('const volatile restrict __restrict static extern register inline unsigned signed'.split(' '));
const afterParameters = new Set(['const', 'noexcept', 'override', 'final', 'volatile', 'try']);
const tags = new Set(['struct', 'union', 'enum', 'class']);

/** Follows braces and statements through the words of a file, and tells uses of some names from definitions. */
class Syntax {
  readonly facts: SourceFacts;
  readonly #tokens: readonly Token[];
  readonly #interesting: (name: string) => boolean;
  readonly #isHeader: boolean;
  readonly #closely: ReadonlySet<string>;
  #braces: Brace[] = [];
  /** Braces as they were where each open `#if` began. */
  readonly #saved: Brace[][] = [];
  /** Index of the first word of the statement or declaration. */
  #statement = 0;
  #round = 0;

  constructor(tokens: readonly Token[], facts: SourceFacts, { interesting, isHeader, closely }: ReadOptions) {
    this.#tokens = tokens;
    this.facts = facts;
    this.#interesting = interesting;
    this.#isHeader = isHeader;
    this.#closely = closely ?? new Set();
  }

  #text(index: number): string {
    return this.#tokens[index]?.text ?? '';
  }

  run(): void {
    for (let at = 0; at < this.#tokens.length; at++) {
      const token = this.#tokens[at];
      if (token === undefined) break;
      if (token.text.startsWith('#') && token.text.length > 1) this.#directive(token.text, at);
      else if (token.macro !== undefined) {
        if (this.#interesting(token.text)) this.#use(at, this.#inBlock(at));
      } else if (identifier.test(token.text)) this.#word(at);
      else this.#sign(token.text, at);
    }
  }

  /** The branches of a condition begin with the same braces. */
  #directive(text: string, at: number): void {
    if (text === '#if') this.#saved.push([...this.#braces]);
    else if (text === '#else') this.#braces = [...(this.#saved.at(-1) ?? this.#braces)];
    else this.#saved.pop();
    if (this.#statement === at) this.#statement = at + 1;
  }

  #sign(text: string, at: number): void {
    if (text === '{') {
      this.#braces.push(this.#kindOfBrace(at));
      this.#statement = at + 1;
    } else if (text === '}') {
      this.#braces.pop();
      this.#statement = at + 1;
    } else if (text === ';') {
      this.#statement = at + 1;
      this.#round = 0;
    } else if (text === '(') this.#round++;
    else if (text === ')') this.#round = Math.max(0, this.#round - 1);
  }

  #kindOfBrace(at: number): Brace {
    if (this.#braces.includes('block')) return this.#isEnum(at) ? 'enum' : 'block';
    if (this.#isEnum(at)) return 'enum';
    const before = this.#text(at - 1);
    if (before === ')' || before === '=' || before === ']' || afterParameters.has(before)) return 'block';
    // Parameters declared in the old way, between the brackets and the body.
    if (before === ';' && this.#text(this.#statement - 1) === ';') return 'block';
    return 'scope';
  }

  #isEnum(at: number): boolean {
    return this.#tokens.slice(Math.max(this.#statement, at - 5), at).some(({ text }) => text === 'enum');
  }

  #inBlock(at: number): Context {
    const [before, after] = [this.#text(at - 1), this.#text(at + 1)];
    if (before === '.' || before === '->') return 'member';
    if (tags.has(before)) return 'tag';
    if (after === '(') return identifier.test(before) && !statementWords.has(before) && this.#tokens[at - 1]?.macro === undefined ? 'prototype' : 'call';
    return /^[=(,&?:{!|+]$/.test(before) && /^[,);}?:|&=]$/.test(after) ? 'value' : 'plain';
  }

  /** Whether a function declared at `at` has a body. */
  #hasBody(at: number): boolean {
    let depth = 0;
    let old = false;
    for (let index = at + 1; index < this.#tokens.length; index++) {
      const text = this.#text(index);
      if (text === '(') depth++;
      else if (text === ')') depth--;
      else if (depth === 0) {
        if (text === '{') return true;
        if (old && (text === ';' || text === ',')) continue;
        if (text === ';' || text === ',' || text === '=' || text === '}') return false;
        // `int f(a, b) int a; char *b; {`
        old ||= this.#text(index - 1) === ')' && identifier.test(text) && !afterParameters.has(text) && !text.startsWith('__');
      }
    }
    return false;
  }

  #define(name: string, forOthers: boolean): void {
    (forOthers ? this.facts.sharedNames : this.facts.ownNames).add(name);
  }

  #use(at: number, context: Context): void {
    const token = this.#tokens[at];
    if (token === undefined) return;
    const call = context === 'call' && this.#closely.has(token.text) ? this.#call(at) : undefined;
    this.facts.uses.push({ name: token.text, line: token.line, context, guards: token.guards, ...(token.macro === undefined ? {} : { macro: token.macro }), resultIsPointer: context === 'call' && this.#takenForPointer(at), assigned: this.#assigned(at), ...(call === undefined ? {} : { call }) });
  }

  /** The index after what closes the bracket at `at`. */
  #past(at: number, open: string, close: string): number {
    let depth = 0;
    for (let index = at; index < this.#tokens.length; index++) {
      if (this.#text(index) === open) depth++;
      else if (this.#text(index) === close && --depth === 0) return index + 1;
    }
    return this.#tokens.length;
  }

  /** Words from `at` to the end of the block, at most so many. */
  #rest(at: number, most = Infinity): string[] {
    const found: string[] = [];
    let depth = 0;
    for (let index = at; index < this.#tokens.length && found.length < most; index++) {
      const text = this.#text(index);
      if (text === '{') depth++;
      else if (text === '}' && --depth < 0) break;
      found.push(text);
    }
    return found;
  }

  /** Whether the block around a word is a loop's. */
  #inLoop(at: number): boolean {
    let open = at;
    for (let depth = 0; open >= 0; open--) {
      if (this.#text(open) === '}') depth++;
      else if (this.#text(open) === '{' && depth-- === 0) break;
    }
    if (this.#text(open - 1) === 'do') return true;
    let bracket = open - 1;
    for (let depth = 0; bracket >= 0; bracket--) {
      if (this.#text(bracket) === ')') depth++;
      else if (this.#text(bracket) === '(' && --depth === 0) break;
    }
    return this.#text(open - 1) === ')' && /^(?:while|for)$/.test(this.#text(bracket - 1));
  }

  #call(at: number): Call {
    const end = this.#past(at + 1, '(', ')');
    const args: string[][] = [[]];
    let depth = 0;
    for (const { text } of this.#tokens.slice(at + 2, end - 1)) {
      if (/^[([{]$/.test(text)) depth++;
      else if (/^[)\]}]$/.test(text)) depth--;
      if (text === ',' && depth === 0) args.push([]);
      else args.at(-1)?.push(text);
    }
    let next = end;
    while (next < this.#tokens.length && !/^[;{}]$/.test(this.#text(next))) next++;
    const isCondition = this.#text(next) === '{';
    const body = isCondition ? this.#tokens.slice(next + 1, this.#past(next, '{', '}')).map(({ text }) => text) : this.#inLoop(at) ? this.#rest(end) : [];
    return { arguments: args, after: this.#rest(end, near), loop: body };
  }

  #assigned(at: number): boolean {
    return this.#text(at + 1) === '=' || (this.#text(at - 1) === '&' && /^[(,={]$/.test(this.#text(at - 2)));
  }

  /** Whether a call stands where only a pointer makes sense: an argument, what initialises a pointer, what is returned as a text. */
  #takenForPointer(at: number): boolean {
    let end = at + 1;
    for (let depth = 0; end < this.#tokens.length; end++) {
      if (this.#text(end) === '(') depth++;
      else if (this.#text(end) === ')' && --depth === 0) break;
    }
    const [before, beforeThat, after] = [this.#text(at - 1), this.#text(at - 2), this.#text(end + 1)];
    // What is the whole of a macro stands for a value.
    const macro = this.#tokens[at]?.macro;
    if (macro !== undefined && this.#tokens[at - 1]?.macro !== macro && this.#tokens[end + 1]?.macro !== macro) return true;
    if (before === '=') return this.#text(at - 3) === '*';
    if (before !== ',' && !(before === '(' && identifier.test(beforeThat) && !statementWords.has(beforeThat))) return false;
    return after === ',' || after === ')';
  }

  #word(at: number): void {
    const name = this.#text(at);
    const before = this.#text(at - 1);
    const after = this.#text(at + 1);
    if (!this.#interesting(name)) return;
    if (before === '.' || before === '->') {
      this.#use(at, 'member');
    } else if (tags.has(before)) {
      // A declaration of the tag alone uses nothing of it.
      if (after === '{' || after === ':') this.#define(name, this.#isHeader);
      else if (after !== ';') this.#use(at, 'tag');
    } else if (this.#braces.at(-1) === 'enum' && (before === '{' || before === ',')) {
      this.#define(name, this.#isHeader);
    } else if (this.#text(this.#statement) === 'typedef' && (after === ';' || after === ',' || (before === '*' && after === ')'))) {
      this.#define(name, this.#isHeader);
    } else if (this.#braces.includes('block')) this.#inside(at);
    else this.#outside(at);
  }

  /** A name inside a function, or an initialiser. */
  #inside(at: number): void {
    const context = this.#inBlock(at);
    if (context === 'plain' && this.#declares(at)) this.#define(this.#text(at), false);
    else this.#use(at, context);
  }

  /** Whether a word names what its statement declares: `const char *error;` */
  #declares(at: number): boolean {
    const [before, after] = [this.#text(at - 1), this.#text(at + 1)];
    if (!/^[;=,[)]$/.test(after)) return false;
    if (identifier.test(before)) return !statementWords.has(before) && !qualifiers.has(before);
    return before === '*' && identifier.test(this.#text(at - 2)) && at - 2 >= this.#statement;
  }

  /** A name outside of functions: a declaration, a definition, or a macro. */
  #outside(at: number): void {
    const [before, after] = [this.#text(at - 1), this.#text(at + 1)];
    const named = (identifier.test(before) && !statementWords.has(before) && !qualifiers.has(before)) || before === '*' || before === '&' || before === '>';
    const first = this.#text(this.#statement);
    const isStatic = this.#tokens.slice(this.#statement, at).some(({ text }) => text === 'static');
    if (after === '(' && named && this.#round === 0) {
      if (this.#hasBody(at)) this.#define(this.#text(at), !isStatic);
      this.#use(at, 'prototype');
    } else if (this.#round === 0 && named && /^[;=[]$/.test(after)) {
      if (first !== 'extern') this.#define(this.#text(at), !isStatic);
      else this.#use(at, 'prototype');
    } else if (this.#round > 0 && named && /^[,)[]$/.test(after)) this.#define(this.#text(at), false);
    else this.#use(at, after === '(' ? 'call' : 'plain');
  }
}

/** Reads a source file tolerantly; it need not be complete, nor compile. */
export function readSource(text: string, options: ReadOptions): SourceFacts {
  const { tokens, includes, macros, hidden } = lex(text, options.known);
  const facts: SourceFacts = { includes, uses: [], ownNames: new Set(), sharedNames: new Set(), macros: new Set(macros), hidden: new Set(hidden), asked: new Set([...includes, ...tokens].flatMap(({ guards }) => guards)), words: new Set(), bodies: new Map(), errorFormats: [] };
  for (const { text: word, macro, line } of tokens) {
    // %m is also the month, among other parts of a date.
    if (/^"(?:[^%]|%[^m])*%m/.test(word) && !/%[YydHMSbBeTF]/.test(word)) facts.errorFormats.push(line);
    const words = macro === undefined ? facts.words : (facts.bodies.get(macro) ?? new Set());
    words.add(word);
    if (macro !== undefined) facts.bodies.set(macro, words);
  }
  for (const macro of macros) if (options.interesting(macro)) (options.isHeader ? facts.sharedNames : facts.ownNames).add(macro);
  new Syntax(tokens, facts, options).run();
  return facts;
}
