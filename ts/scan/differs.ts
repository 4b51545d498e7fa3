import type { Need } from './hits.js';
import type { Use } from './source.js';

/** What a rule may ask of the translation unit that a use stands in. */
export interface Surroundings {
  includes(header: string): boolean;
  /** Whether any file of the package uses the name. */
  uses(name: string): boolean;
}

interface Verdict {
  need: Need;
  note?: string;
}

/** Tells whether a use shows that the difference matters; undefined: it does not show. */
type Rule = (use: Use, around: Surroundings) => Verdict | undefined;

/** The end of a file is no error: code that takes glibc's ENOENT for it (fgetpwent_r(3), "ERRORS") takes what musl leaves in errno for an error. */
const endsWithEnoent: Rule = ({ call }) => (call?.after.includes('ENOENT') === true ? { need: 'needed', note: "at the end of a file glibc's errno is ENOENT, musl's is as before" } : undefined);

/** An option that may do without its argument, and takes the word that comes next for it: after an operand that is another word with musl. */
const looksAhead: Rule = ({ call }) => {
  const optional = call?.arguments.some((words) => /^"(?![+-]).*::/.test(words.join(''))) === true;
  const ahead = call?.loop.some((word, at) => word === 'optind' && call.loop[at - 1] === '[' && call.loop[at + 1] === ']') === true;
  return optional && ahead ? { need: 'needed', note: 'while options are read it looks at the word after one, and musl moves operands behind options later' } : undefined;
};

/** A locale whose name is not written there: it is asked for to see whether there is one. */
const asksForLocale: Rule = ({ call }) => {
  const [, name = []] = call?.arguments ?? [];
  return name.length === 1 && /^[A-Za-z_]\w*$/.test(name[0] ?? '') && name[0] !== 'NULL' ? { need: 'needed', note: "musl's takes any name for that of a locale" } : undefined;
};

/** A number that need have no digits: errno is asked, not where the number ends, and then the text goes on there. */
const needsNoDigits: Rule = ({ call }) => {
  const end = call?.arguments[1]?.[0] === '&' ? call.arguments[1].at(-1) : undefined;
  const after = call?.after ?? [];
  const first = after.indexOf(end ?? '');
  // A sign would be the number's.
  const goesOn = after[first - 1] === '*' && after[first + 1] === '==' && /^'[^-+\\]'$/.test(after[first + 2] ?? '');
  // What compares it with ERANGE alone does not see EINVAL.
  const asks = after.slice(0, first).some((word, at) => word === 'errno' && !(after[at + 1] === '==' && after[at + 2] !== 'EINVAL'));
  return goesOn && asks ? { need: 'needed', note: 'musl sets errno where there are no digits' } : undefined;
};

/** The second name of a zone is asked for. */
const namesZone: Rule = ({ call }) => (call?.after.some((word, at) => word === 'tzname' && call.after[at + 1] === '[') === true ? { need: 'needed', note: "musl's tzname[1] is empty where a zone has one name" } : undefined);

const consider = (note: string): Rule => (use) => (use.context === 'call' || use.context === 'value' ? { need: 'consider', note } : undefined);

/**
 * Functions that musl has with other semantics, and whose use shows that this may matter. The others (exit, sysconf, …)
 * differ where hardly a program looks, and are not named.
 */
const rules: Readonly<Record<string, Rule>> = {
  // With <libgen.h> glibc gives POSIX's as well, and without it musl declares none.
  basename: ({ context }, around) => ((context === 'call' || context === 'value') && !around.includes('libgen.h') ? { need: 'needed' } : undefined),
  strerror_r: ({ resultIsPointer, guards }) => (resultIsPointer && !guards.some((guard) => guard.includes('STRERROR_R')) ? { need: 'needed', note: 'its result is taken for a text' } : undefined),
  getopt: consider("musl's getopt stops at the first argument that is no option"),
  getopt_long: looksAhead,
  getopt_long_only: looksAhead,
  fgetpwent: endsWithEnoent,
  fgetgrent: endsWithEnoent,
  fgetspent: endsWithEnoent,
  newlocale: asksForLocale,
  tzset: namesZone,
  ...Object.fromEntries(['strtol', 'strtoul', 'strtoll', 'strtoull', 'strtoimax', 'strtoumax', 'strtod', 'strtof', 'strtold'].map((name) => [name, needsNoDigits])),
  nftw: consider('of use where a tree is deeper than the descriptors, or FTW_CHDIR is'),
  putpwent: consider('musl checks no fields'),
};

/** Writing to a stream without a buffer: musl's writes twice, first nothing, and /proc and /sys refuse that. The numbers say which argument is the buffer, and which the stream. */
export const unbuffered = { module: 'stdio', setters: { setvbuf: 2, setbuf: 1 }, writers: { fputs: -1, fputc: -1, putc: -1, fwrite: -1, fprintf: 0, vfprintf: 0 } } as const;

/** Whether a call takes the buffer of a stream that is none of the three which every program has. */
export function unbuffers({ name, call }: Use): boolean {
  const at = Object.entries(unbuffered.setters).find(([setter]) => setter === name)?.[1];
  if (at === undefined || call === undefined) return false;
  const words = call.arguments.map((argument) => argument.join(' '));
  return ['_IONBF', 'NULL'].includes(words[at] ?? '') && !/\bstd(?:in|out|err)\b/.test(words[0] ?? '');
}

/** A program that reads its own dynamic section takes the address of its strings as it stands there, which glibc's loader has relocated. */
export const ownSection = { finders: { getauxval: 'AT_PHDR' }, strings: 'DT_STRTAB', module: 'dynamic-section' } as const;

/** Functions whose calls the rules look at: closely, at what stands after them too, or at their arguments. */
export const lookedAt: ReadonlyMap<string, 'closely' | 'arguments'> = new Map([
  ...[...Object.keys(unbuffered.setters), ...Object.keys(unbuffered.writers)].map((name) => [name, 'arguments'] as const),
  ...Object.keys(rules).map((name) => [name, 'closely'] as const),
]);

/** Texts of errors: the module that gives musl's strerror glibc's leaves those of %m to the other. */
export const errorTexts = { strerror: 'strerror_r', format: 'printf-m' } as const;

/** What the use of a function that differs shows. */
export function judge(name: string, use: Use, around: Surroundings): Verdict | undefined {
  return rules[name]?.(use, around);
}

/** glibc's variables that a program may assign to; musl's are constants. */
export const streams = { names: ['stdin', 'stdout', 'stderr'], module: 'stdstreams' } as const;

/** Threads whose stack is the default one, which is 8 MiB with glibc and 128 KiB with musl. */
export const threads = { create: 'pthread_create', size: 'pthread_attr_setstacksize', module: 'stack-size' } as const;
