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
  off: readonly string[];
  unless: readonly string[];
  /** Whether what a call returns is taken for a pointer or a text, as far as a few words show. */
  resultIsPointer: boolean;
  /** Whether it is assigned to, or its address taken. */
  assigned: boolean;
  /** What seems to be called with it as an argument, alone. */
  argumentOf?: string;
  /** Whether it is the tag of a pointer that nothing here follows: C needs no definition of it. */
  opaque?: boolean;
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
  /** The functions among both, and where they are. */
  functions: Map<string, Pick<Use, 'line' | 'off'>>;
  /** Macros that it defines, `_LARGEFILE64_SOURCE` among them. */
  macros: Set<string>;
  /** Macros that it defines only where the preprocessor surely does not look. */
  hidden: Set<string>;
  /** Macros that it defines, and not as 0, in a build with everything as it is by default. */
  usual: Set<string>;
  /** Names that its conditions ask for, and whose answers only the build knows. */
  asked: Set<string>;
  /** Its words outside of macros. */
  words: Set<string>;
  /** Those of them that a build with everything as it is by default looks at. */
  usualWords: Set<string>;
  /** Names that stand for one that matters where a usual build does not look, which it uses without defining them there. */
  aliases: { name: string; meant: string; line: number }[];
  /** Whether a text names what can be written to below /proc/sys or /sys. */
  setsKernel: boolean;
  /** Macros that make a name out of an argument. */
  pasting: Set<string>;
  /** The words of each macro's body. */
  bodies: Map<string, Set<string>>;
  /** Lines with a format that has %m. */
  errorFormats: number[];
}

interface ReadOptions {
  known: KnownMacros;
  /** Which names matter; of others nothing is kept. */
  interesting: (name: string) => boolean;
  /** Functions whose calls are kept, with their arguments or with what stands after them too. */
  calls?: ReadonlyMap<string, 'closely' | 'arguments'>;
  isHeader: boolean;
}

/** An open brace. */
interface Brace {
  kind: 'block' | 'scope' | 'members' | 'enum';
  /** Index of the `typedef` before it, in the same statement. */
  typedef?: number;
}

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
  readonly #calls: ReadonlyMap<string, 'closely' | 'arguments'>;
  #braces: Brace[] = [];
  /** Braces as they were where each open `#if` began. */
  readonly #saved: Brace[][] = [];
  /** Index of the first word of the statement or declaration. */
  #statement = 0;
  #round = 0;

  constructor(tokens: readonly Token[], facts: SourceFacts, { interesting, isHeader, calls }: ReadOptions) {
    this.#tokens = tokens;
    this.facts = facts;
    this.#interesting = interesting;
    this.#isHeader = isHeader;
    this.#calls = calls ?? new Map();
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
        if (this.#interesting(token.text)) this.#inMacro(at);
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
      const typedef = this.#tokens.slice(this.#statement, at).findIndex(({ text }) => text === 'typedef');
      this.#braces.push({ kind: this.#kindOfBrace(at), ...(typedef < 0 ? {} : { typedef: this.#statement + typedef }) });
      this.#statement = at + 1;
    } else if (text === '}') {
      // What a typedef names stands behind the members.
      this.#statement = this.#braces.pop()?.typedef ?? at + 1;
    } else if (text === ';') {
      this.#statement = at + 1;
      this.#round = 0;
    } else if (text === '(') this.#round++;
    else if (text === ')') this.#round = Math.max(0, this.#round - 1);
  }

  #inFunction(): boolean {
    return this.#braces.some(({ kind }) => kind === 'block');
  }

  #kindOfBrace(at: number): Brace['kind'] {
    if (this.#inFunction()) return this.#isEnum(at) ? 'enum' : 'block';
    if (this.#isEnum(at)) return 'enum';
    const before = this.#text(at - 1);
    if (before === ')' || before === '=' || before === ']' || afterParameters.has(before)) return 'block';
    // Parameters declared in the old way, between the brackets and the body.
    if (before === ';' && this.#text(this.#statement - 1) === ';') return 'block';
    return this.#tokens.slice(this.#statement, at).some(({ text }) => tags.has(text)) ? 'members' : 'scope';
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
    const argumentOf = context === 'value' ? this.#argumentOf(at) : undefined;
    const call = context === 'call' && this.#calls.has(token.text) ? this.#call(at) : undefined;
    this.facts.uses.push({ name: token.text, line: token.line, context, guards: token.guards, off: token.off, unless: token.unless, ...(token.macro === undefined ? {} : { macro: token.macro }), resultIsPointer: context === 'call' && this.#takenForPointer(at), assigned: this.#assigned(at), ...(argumentOf === undefined ? {} : { argumentOf }), ...(context === 'tag' && this.#isOpaque(at) ? { opaque: true } : {}), ...(call === undefined ? {} : { call }) });
  }

  /** `f` of `f(a, name, b)`. */
  #argumentOf(at: number): string | undefined {
    if (!/^[(,]$/.test(this.#text(at - 1)) || !/^[,)]$/.test(this.#text(at + 1))) return undefined;
    let open = at - 1;
    for (let depth = 0; open >= 0 && !/^[;{}]$/.test(this.#text(open)); open--) {
      if (this.#text(open) === ')') depth++;
      else if (this.#text(open) === '(' && depth-- === 0) break;
    }
    const callee = this.#text(open - 1);
    return this.#text(open) === '(' && identifier.test(callee) && !statementWords.has(callee) ? callee : undefined;
  }

  /** Whether a tag stands for a pointer, and no member is asked for through it up to the end of the block or body that follows. */
  #isOpaque(at: number): boolean {
    if (this.#text(at + 1) !== '*') return false;
    const name = this.#text(at + 2);
    if (!identifier.test(name)) return true;
    const inside = this.#inFunction();
    let depth = 0;
    for (let index = at + 3; index < this.#tokens.length; index++) {
      const text = this.#text(index);
      if (text === '{') depth++;
      else if (text === '}' && --depth <= 0 && (!inside || depth < 0)) break;
      else if (text === ';' && depth === 0 && !inside) break;
      else if (text === name && (/^(?:->|\[|\+)$/.test(this.#text(index + 1)) || (this.#text(index - 1) === '*' && /^(?:sizeof|\(|=|;)$/.test(this.#text(index - 2))))) return false;
    }
    return true;
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
    if (this.#calls.get(this.#text(at)) === 'arguments') return { arguments: args, after: [], loop: [] };
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
    if (this.facts.aliases.length > 0 && this.#tokens[at]?.off.length === 0 && after === '(' && !this.#inFunction() && this.#hasBody(at)) this.facts.aliases = this.facts.aliases.filter((alias) => alias.name !== name);
    const [meant] = this.facts.bodies.get(name)?.size === 1 ? (this.facts.bodies.get(name) ?? []) : [];
    // With `#define own_trim malloc_trim` it defines malloc_trim.
    if (meant !== undefined && this.#interesting(meant) && after === '(' && !this.#inFunction() && this.#hasBody(at)) this.#define(meant, true);
    if (!this.#interesting(name)) return;
    if (before === '.' || before === '->') {
      this.#use(at, 'member');
    } else if (tags.has(before)) {
      // A declaration of the tag alone uses nothing of it.
      if (after === '{' || after === ':') this.#define(name, this.#isHeader);
      else if (after !== ';') this.#use(at, 'tag');
    } else if (this.#braces.at(-1)?.kind === 'enum' && (before === '{' || before === ',')) {
      this.#define(name, this.#isHeader);
    } else if (this.#text(this.#statement) === 'typedef' && (after === ';' || after === ',' || (before === '*' && after === ')'))) {
      this.#define(name, this.#isHeader);
    } else if (this.#inFunction()) this.#inside(at);
    else this.#outside(at);
  }

  /** A name in the body of a macro, which may declare it: `long __x = (x);` */
  #inMacro(at: number): void {
    const sameBody = this.#tokens[at - 1]?.macro === this.#tokens[at]?.macro;
    if (sameBody) this.#inside(at);
    else this.#use(at, this.#inBlock(at));
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
    // `char *first, *second;`
    if (this.#round === 0 && (before === ',' || (before === '*' && this.#text(at - 2) === ','))) return this.#isDeclaration();
    if (identifier.test(before)) return !statementWords.has(before) && !qualifiers.has(before);
    return before === '*' && identifier.test(this.#text(at - 2)) && at - 2 >= this.#statement;
  }

  /** Whether the statement begins as a declaration does: with a type, and a name or a star. */
  #isDeclaration(): boolean {
    const [first, second, third] = [0, 1, 2].map((at) => this.#text(this.#statement + at)) as [string, string, string];
    return identifier.test(first) && !statementWords.has(first) && (identifier.test(second) || (second === '*' && (identifier.test(third) || third === '*')));
  }

  /** A name outside of functions: a declaration, a definition, or a macro. */
  #outside(at: number): void {
    const [before, after] = [this.#text(at - 1), this.#text(at + 1)];
    const named = (identifier.test(before) && !statementWords.has(before) && !qualifiers.has(before)) || before === '*' || before === '&' || before === '>';
    const first = this.#text(this.#statement);
    const isStatic = this.#tokens.slice(this.#statement, at).some(({ text }) => text === 'static');
    if (after === '(' && named && this.#round === 0) {
      // Those of a header are there for whoever includes it.
      const token = this.#tokens[at];
      if (token !== undefined && this.#hasBody(at)) {
        this.#define(token.text, !isStatic || this.#isHeader);
        this.facts.functions.set(token.text, token);
      }
      this.#use(at, 'prototype');
    } else if (this.#round === 0 && named && /^[;=[,:]$/.test(after) && this.#braces.at(-1)?.kind === 'members') {
      // A member is another name.
    } else if (this.#round === 0 && named && /^[;=[]$/.test(after)) {
      if (first !== 'extern') this.#define(this.#text(at), !isStatic);
      else this.#use(at, 'prototype');
    } else if (this.#round > 0 && named && /^[,)[]$/.test(after)) this.#define(this.#text(at), false);
    else this.#use(at, after === '(' ? 'call' : 'plain');
  }
}

/** Reads a source file tolerantly; it need not be complete, nor compile. */
export function readSource(text: string, options: ReadOptions): SourceFacts {
  const { tokens, includes, macros, hidden, usual, aliases } = lex(text, options.known);
  const facts: SourceFacts = { includes, uses: [], ownNames: new Set(), sharedNames: new Set(), functions: new Map(), macros: new Set(macros), hidden: new Set(hidden), usual: new Set(usual), asked: new Set([...includes, ...tokens].flatMap(({ guards }) => guards)), words: new Set(), usualWords: new Set(), aliases: [], setsKernel: false, pasting: new Set(), bodies: new Map(), errorFormats: [] };
  for (const [at, { text: word, macro, line, off }] of tokens.entries()) {
    // %m is also the month, among other parts of a date.
    if (/^"(?:[^%]|%[^m])*%m/.test(word) && !/%[YydHMSbBeTF]/.test(word)) facts.errorFormats.push(line);
    if (/^"\/(?:proc\/)?sys\//.test(word)) facts.setsKernel = true;
    const words = macro === undefined ? facts.words : (facts.bodies.get(macro) ?? new Set());
    words.add(word);
    if (macro === undefined && off.length === 0) facts.usualWords.add(word);
    if (macro !== undefined && word === '#' && tokens[at + 1]?.text === '#') facts.pasting.add(macro);
    if (macro !== undefined) facts.bodies.set(macro, words);
  }
  for (const macro of macros) if (options.interesting(macro)) (options.isHeader ? facts.sharedNames : facts.ownNames).add(macro);
  facts.aliases = aliases.filter(({ name, meant }) => options.interesting(meant) && facts.usualWords.has(name) && !facts.usual.has(name));
  new Syntax(tokens, facts, options).run();
  return facts;
}
