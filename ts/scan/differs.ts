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

const consider = (note: string): Rule => (use) => (use.context === 'call' || use.context === 'value' ? { need: 'consider', note } : undefined);

/**
 * Functions that musl has with other semantics, and whose use shows that this may matter. The others (strtol, exit, …)
 * differ where hardly a program looks, and are not named.
 */
const rules: Readonly<Record<string, Rule>> = {
  // With <libgen.h> glibc gives POSIX's as well, and without it musl declares none.
  basename: ({ context }, around) => ((context === 'call' || context === 'value') && !around.includes('libgen.h') ? { need: 'needed' } : undefined),
  strerror_r: ({ resultIsPointer, guards }) => (resultIsPointer && !guards.some((guard) => guard.includes('STRERROR_R')) ? { need: 'needed', note: 'its result is taken for a text' } : undefined),
  getopt: consider("musl's getopt stops at the first argument that is no option"),
  nftw: consider('of use where a tree is deeper than the descriptors, or FTW_CHDIR is'),
  putpwent: consider('musl checks no fields'),
};

/** What the use of a function that differs shows. */
export function judge(name: string, use: Use, around: Surroundings): Verdict | undefined {
  return rules[name]?.(use, around);
}

/** glibc's variables that a program may assign to; musl's are constants. */
export const streams = { names: ['stdin', 'stdout', 'stderr'], module: 'stdstreams' } as const;

/** Threads whose stack is the default one, which is 8 MiB with glibc and 128 KiB with musl. */
export const threads = { create: 'pthread_create', size: 'pthread_attr_setstacksize', module: 'stack-size' } as const;
