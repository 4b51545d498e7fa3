import type { ModuleTest } from '../manifest/schema.js';

/** One way to build and run a module's tests. */
export interface Flavour {
  name: string;
  /** What it is built against: musl with the module, with the umbrella, alone, or the host's glibc. */
  with: 'module' | 'umbrella' | 'nothing' | 'glibc' | 'glibc-module';
  /** Flags for compiling and linking. */
  flags: readonly string[];
  /** Flags for linking alone. */
  link?: readonly string[];
  /** Whether the program needs the target's loader. */
  dynamic: boolean;
  /** The test is a shared library, called by a small program. */
  shared?: true;
  /** Allocation failure is injected where a test asks for it. */
  oom?: true;
  /** The archives, too, are compiled with the flags. */
  archives?: true;
  /** A generated C++ program that takes every name of the module, with libc++ or without any C++ library. */
  cxx?: 'libc++' | 'bare';
  /** Links with GNU ld, where this machine has one for the target. */
  bfd?: true;
  /** Tests run all generated cases, of which the others, as they differ in the link alone, run a sample (tap.h's in_sample). */
  whole?: true;
  /** Part of the quick run, too. */
  quick?: true;
}

/** The recorded failure that shows the module is needed. */
export const withoutModule: Flavour = { name: 'musl alone', with: 'nothing', flags: ['-fPIE'], link: ['-static-pie'], dynamic: false, whole: true };

/** What both sanitizer flavours share: the program stops with a signal, as no runtime library is there to report. */
const overflow = 'signed-integer-overflow,integer-divide-by-zero';

/** Every way in which a test must pass on a target. */
export const flavours: readonly Flavour[] = [
  { name: 'static', with: 'module', flags: [], link: ['-static'], dynamic: false, oom: true, whole: true },
  { name: 'static-pie', with: 'module', flags: ['-fPIE'], link: ['-static-pie'], dynamic: false, quick: true },
  { name: 'dynamic', with: 'module', flags: [], dynamic: true, quick: true },
  { name: 'bfd', with: 'module', flags: [], dynamic: true, bfd: true },
  { name: 'ThinLTO', with: 'module', flags: ['-flto=thin'], dynamic: true },
  { name: 'fortify', with: 'module', flags: ['-D_FORTIFY_SOURCE=2'], dynamic: true },
  { name: 'overflow traps', with: 'module', flags: [`-fsanitize=${overflow}`, `-fsanitize-trap=${overflow}`], dynamic: true, archives: true },
  {
    name: 'CFI',
    with: 'module',
    flags: ['-fvisibility=hidden', '-flto=thin', '-fsanitize=cfi', '-fsanitize-trap=cfi', '-fno-sanitize-ignorelist'],
    dynamic: true,
    archives: true,
  },
  { name: 'shared library', with: 'module', flags: ['-fPIC', '-Dmain=lwb_test_main'], dynamic: true, shared: true },
  { name: 'umbrella', with: 'umbrella', flags: [], dynamic: true },
  { name: 'C++ bare', with: 'module', flags: [], dynamic: true, cxx: 'bare' },
  { name: 'C++ static', with: 'module', flags: [], link: ['-static'], dynamic: false, cxx: 'libc++' },
  { name: 'C++ dynamic', with: 'module', flags: [], dynamic: true, cxx: 'libc++' },
];

/** What runs on the build machine itself, where it is of the target's kind and has glibc. */
export const hostFlavours: readonly Flavour[] = [
  { name: 'glibc', with: 'glibc', flags: ['-Wno-deprecated-declarations'], dynamic: false, whole: true },
  {
    name: 'ASan and UBSan',
    with: 'glibc-module',
    flags: ['-O1', '-fsanitize=address,undefined', '-fno-sanitize-recover=all', '-fno-omit-frame-pointer', '-g', '-Wno-deprecated-declarations', '-Wno-error'],
    dynamic: false,
    oom: true,
    whole: true,
  },
];

/** Flags of every module source, and of the sanitizer builds of them. */
export const sourceFlags = ['-std=c11', '-D_GNU_SOURCE', '-O2', '-Wall', '-Wextra', '-Wshadow', '-Wstrict-prototypes', '-Wmissing-prototypes', '-Werror'];

/** Flags of every test program. */
export function testFlags(test: ModuleTest, testing: string): string[] {
  return [
    ...['-std=gnu11', '-D_GNU_SOURCE', '-O2', '-fno-builtin', '-Wall', '-Wextra', '-Wshadow', '-Wstrict-prototypes', '-Werror', `-I${testing}`],
    ...test.defines.map((define) => `-D${define}`),
  ];
}

/** Flags of the generated C++ programs. */
export const cxxFlags = ['-std=c++17', '-D_GNU_SOURCE', '-O1', '-fno-builtin', '-Wall', '-Wextra', '-Werror', '-pedantic', '-Wno-deprecated-declarations'];

/** Wraps through which `testing/oom.c` makes allocations fail. */
export const oomWraps = ['malloc', 'calloc', 'realloc', 'reallocarray', 'strdup', 'strndup'].map((name) => `-Wl,--wrap=${name}`);

/** Language levels and feature macros under which every header must compile. */
export const headerLevels: readonly { language: 'c' | 'c++'; flags: readonly string[] }[] = [
  ...['c99', 'gnu17'].flatMap((standard) =>
    [[], ['-D_GNU_SOURCE'], ['-D_POSIX_C_SOURCE=200809L']].map((feature) => ({ language: 'c' as const, flags: [`-std=${standard}`, ...feature] })),
  ),
  ...['c++17', 'c++20'].flatMap((standard) =>
    [[], ['-D_GNU_SOURCE']].map((feature) => ({ language: 'c++' as const, flags: [`-std=${standard}`, '-nostdinc++', ...feature] })),
  ),
];

/** Headers that stand before or after the one that is tested. */
export const companions = ['stdio.h', 'stdlib.h', 'string.h', 'unistd.h', 'sys/types.h', 'fcntl.h', 'sys/stat.h', 'dirent.h'];
