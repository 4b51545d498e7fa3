import path from 'node:path';
import { quote } from '../run/process.js';
import type { BuildFlags } from '../shim/build.js';
import type { Sysroot } from '../sysroot/sysroot.js';

/** What `wildebeest flags --format` knows. */
export const flagFormats = ['env', 'meson', 'cmake', 'pkg-config', 'clang'] as const;
export type FlagFormat = (typeof flagFormats)[number];

const tool = (sysroot: Sysroot, name: string): string => path.join(sysroot.path, 'toolchain', 'bin', name);

/** The environment variables that say which tools build for the target. */
export function toolEnvironment(sysroot: Sysroot): Record<string, string> {
  return {
    CC: tool(sysroot, 'cc'),
    CXX: tool(sysroot, 'c++'),
    AR: tool(sysroot, 'ar'),
    NM: tool(sysroot, 'nm'),
    RANLIB: tool(sysroot, 'ranlib'),
    STRIP: tool(sysroot, 'strip'),
    OBJCOPY: tool(sysroot, 'objcopy'),
    READELF: tool(sysroot, 'readelf'),
    LD: tool(sysroot, 'ld'),
    PKG_CONFIG: tool(sysroot, 'pkg-config'),
  };
}

const join = (...words: (string | undefined)[]): string => words.filter((word) => word !== undefined && word !== '').join(' ');

/**
 * The environment of a build: the tools, and the flags after those that the user has set. The libraries go to LIBS (autotools
 * puts it after the objects) and LDLIBS (make's own rules do).
 */
export function buildEnvironment(sysroot: Sysroot, flags: BuildFlags, own: NodeJS.ProcessEnv = {}): Record<string, string> {
  const cflags = quote(flags.cflags);
  const libs = quote(flags.libs);
  return {
    ...toolEnvironment(sysroot),
    CFLAGS: join(own.CFLAGS, cflags),
    CXXFLAGS: join(own.CXXFLAGS, cflags),
    LIBS: join(own.LIBS, libs),
    LDLIBS: join(own.LDLIBS, libs),
  };
}

const mesonList = (words: readonly string[]): string => `[${words.map((word) => `'${word.replaceAll("'", "\\'")}'`).join(', ')}]`;

/** A meson cross file to name after the sysroot's own: `--cross-file …/meson.cross --cross-file this`. */
export function mesonFlags(flags: BuildFlags): string {
  return [
    '[built-in options]',
    `c_args = ${mesonList(flags.cflags)}`,
    `cpp_args = ${mesonList(flags.cflags)}`,
    `c_link_args = ${mesonList(flags.libs)}`,
    `cpp_link_args = ${mesonList(flags.libs)}`,
    '',
  ].join('\n');
}

const cmakeString = (words: readonly string[]): string => `"${quote(words).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('$', '\\$')}"`;

/** A CMake toolchain file: the sysroot's own, and the flags where CMake puts libraries, after the objects. */
export function cmakeFlags(sysroot: Sysroot, flags: BuildFlags): string {
  return [
    `include("${path.join(sysroot.path, 'toolchain', 'toolchain.cmake')}")`,
    ...['C', 'CXX'].flatMap((language) => [
      `string(APPEND CMAKE_${language}_FLAGS_INIT " " ${cmakeString(flags.cflags)})`,
      `set(CMAKE_${language}_STANDARD_LIBRARIES_INIT ${cmakeString(flags.libs)})`,
    ]),
    '',
  ].join('\n');
}

/** What to print for a build system, as text. */
export function formatFlags(format: FlagFormat, sysroot: Sysroot, flags: BuildFlags): string {
  switch (format) {
    case 'env':
      return Object.entries(buildEnvironment(sysroot, flags))
        .map(([name, value]) => `export ${name}='${value.replaceAll("'", "'\\''")}'\n`)
        .join('');
    case 'meson':
      return mesonFlags(flags);
    case 'cmake':
      return cmakeFlags(sysroot, flags);
    case 'pkg-config': {
      const words = flags.packages.join(' ');
      return [
        `export PKG_CONFIG='${tool(sysroot, 'pkg-config')}'`,
        `export CFLAGS="$CFLAGS $("$PKG_CONFIG" --cflags ${words})"`,
        `export LIBS="$LIBS $("$PKG_CONFIG" --libs ${words})"`,
        '',
      ].join('\n');
    }
    case 'clang':
      return `${quote([`--config=${path.join(sysroot.path, 'toolchain', 'clang.cfg')}`, ...flags.cflags, ...flags.libs])}\n`;
  }
}
