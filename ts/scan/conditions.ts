/** A value of the preprocessor's arithmetic; undefined: only the build knows. */
type Value = number | undefined;

/** What is known of macros before a build is configured. */
export interface KnownMacros {
  /** Whether musl's headers and clang define it; undefined: only the build knows. */
  defined(name: string): boolean | undefined;
  /** Whether `<header>` is there. */
  hasHeader(header: string): boolean | undefined;
  /** The number that it stands for, where that is known. */
  value?(name: string): number | undefined;
  /** Whether it is defined in a build that switches nothing on or off; asked where `defined` does not know. */
  usually?(name: string): boolean;
}

/** Macros of other systems, other compilers, and of glibc: what stands under them is not for musl. */
const never = new Set(
  `__GLIBC__ __GLIBC_MINOR__ __GNU_LIBRARY__ __UCLIBC__ __BIONIC__ __ANDROID__ ANDROID __dietlibc__ __NEWLIB__ _NEWLIB_VERSION
  _WIN32 WIN32 __WIN32 __WIN32__ _WIN64 WIN64 __CYGWIN__ __CYGWIN32__ __MINGW32__ __MINGW64__ _MSC_VER __MSDOS__ MSDOS __DJGPP__ __OS2__ __EMX__ __BORLANDC__ __WATCOMC__
  __APPLE__ __MACH__ __FreeBSD__ __FreeBSD_kernel__ __NetBSD__ __OpenBSD__ __DragonFly__ __bsdi__ __sun sun __sun__ __SVR4 __svr4__ __SUNPRO_C __SUNPRO_CC
  _AIX __hpux __hpux__ hpux __sgi sgi __osf__ __ultrix __HAIKU__ __BEOS__ __QNX__ __QNXNTO__ __VMS VMS __EMSCRIPTEN__ __wasi__ __GNU__ __INTERIX _MINIX __minix
  __TANDEM _UNICOS __SCO_VERSION__ __VXWORKS__ __Fuchsia__ __fuchsia__ __MVS__ __PASE__ AMIGA __amigaos__ NeXT macintosh __riscos__ __SYMBIAN32__ __KERNEL__ __USE_GNU __USE_MISC __USE_BSD __USE_XOPEN _LIBC _LFS64_LARGEFILE _LFS64_STDIO _LFS64_ASYNCHRONOUS_IO`.split(/\s+/),
);

const always = new Set('__linux__ __linux linux __unix__ __unix unix __ELF__ __GNUC__ __clang__ __STDC__ _GNU_SOURCE __STDC_VERSION__ __SIZEOF_POINTER__ __BYTE_ORDER__'.split(' '));

/** Whether a macro is surely there, or surely not, in a build with clang for musl; undefined: neither. */
export function alwaysDefined(name: string): boolean | undefined {
  return never.has(name) ? false : always.has(name) ? true : undefined;
}

const words = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[A-Za-z_]\w*|\d[\w.]*|&&|\|\||[=!<>]=|<<|>>|[^\s\w]/g;

const operators: readonly Readonly<Record<string, (a: number, b: number) => number>>[] = [
  { '==': (a, b) => Number(a === b), '!=': (a, b) => Number(a !== b) },
  { '<': (a, b) => Number(a < b), '>': (a, b) => Number(a > b), '<=': (a, b) => Number(a <= b), '>=': (a, b) => Number(a >= b) },
  { '<<': (a, b) => a << b, '>>': (a, b) => a >> b },
  { '+': (a, b) => a + b, '-': (a, b) => a - b },
  { '*': (a, b) => a * b, '/': (a, b) => Math.trunc(a / b), '%': (a, b) => a % b },
];

/** A parser of `#if` expressions in a logic of three values; what it can't read is unknown. */
class Expression {
  readonly #tokens: string[];
  readonly #known: KnownMacros;
  #at = 0;

  constructor(text: string, known: KnownMacros) {
    this.#tokens = text.match(words) ?? [];
    this.#known = known;
  }

  #take(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false;
    this.#at++;
    return true;
  }

  value(): Value {
    const condition = this.#or();
    if (!this.#take('?')) return condition;
    const yes = this.value();
    this.#take(':');
    const no = this.value();
    return condition === undefined ? (yes === no ? yes : undefined) : condition !== 0 ? yes : no;
  }

  #or(): Value {
    let left = this.#and();
    while (this.#take('||')) {
      const right = this.#and();
      left = (left !== undefined && left !== 0) || (right !== undefined && right !== 0) ? 1 : left === 0 && right === 0 ? 0 : undefined;
    }
    return left;
  }

  #and(): Value {
    let left = this.#binary(0);
    while (this.#take('&&')) {
      const right = this.#binary(0);
      left = left === 0 || right === 0 ? 0 : left !== undefined && right !== undefined ? 1 : undefined;
    }
    return left;
  }

  #binary(level: number): Value {
    const own = operators[level];
    if (own === undefined) return this.#unary();
    let left = this.#binary(level + 1);
    for (;;) {
      const operation = own[this.#tokens[this.#at] ?? ''];
      if (operation === undefined) return left;
      this.#at++;
      const right = this.#binary(level + 1);
      left = left === undefined || right === undefined ? undefined : operation(left, right);
    }
  }

  #unary(): Value {
    if (this.#take('!')) {
      const value = this.#unary();
      return value === undefined ? undefined : Number(value === 0);
    }
    if (this.#take('-')) {
      const value = this.#unary();
      return value === undefined ? undefined : -value;
    }
    if (this.#take('(')) {
      const value = this.value();
      this.#take(')');
      return value;
    }
    return this.#primary();
  }

  #primary(): Value {
    const token = this.#tokens[this.#at++] ?? '';
    if (/^\d/.test(token)) {
      const number = Number(token.replace(/[uUlL]+$/, ''));
      return Number.isNaN(number) ? undefined : number;
    }
    if (token === 'defined') {
      const bracket = this.#take('(');
      const there = this.#known.defined(this.#tokens[this.#at++] ?? '');
      if (bracket) this.#take(')');
      return there === undefined ? undefined : Number(there);
    }
    const args = this.#arguments();
    if (token === '__has_include') {
      const there = this.#known.hasHeader(args.replaceAll(/[<>"]/g, ''));
      return there === undefined ? undefined : Number(there);
    }
    const value = this.#known.value?.(token);
    if (value !== undefined) return value;
    // What is not defined is 0; a call of it is a mistake, which only stands where it is never looked at.
    return /^[A-Za-z_]/.test(token) && this.#known.defined(token) === false ? 0 : /^__(GLIBC|GNUC)_PREREQ$/.test(token) ? 0 : undefined;
  }

  /** The text between the brackets of a macro's call, if there is one. */
  #arguments(): string {
    if (!this.#take('(')) return '';
    const from = this.#at;
    for (let depth = 1; depth > 0 && this.#at < this.#tokens.length; this.#at++) {
      if (this.#tokens[this.#at] === '(') depth++;
      if (this.#tokens[this.#at] === ')') depth--;
    }
    return this.#tokens.slice(from, this.#at - 1).join('');
  }
}

/** Whether a condition holds in a build with clang for musl; undefined: only the build knows. */
export function holds(text: string, known: KnownMacros): boolean | undefined {
  const value = new Expression(text, known).value();
  return value === undefined ? undefined : value !== 0;
}

/** The names that a condition asks for. */
export function asked(text: string): string[] {
  return (text.match(words) ?? []).filter((word) => /^[A-Za-z_]/.test(word) && word !== 'defined');
}

/** Those of its names that it wants to be there. */
export function wanted(text: string): string[] {
  return asked(text.replaceAll(/!\s*(?:defined\s*\(?\s*)?\w+/g, ''));
}
