import type { Target } from '../targets/target.js';

/** Absolute paths of the build machine's tools that the wrappers run. */
export interface WrapperTools {
  clang: string;
  'clang++': string;
  'ld.lld': string;
  'llvm-ar': string;
  'llvm-nm': string;
  'llvm-ranlib': string;
  'llvm-strip': string;
  'llvm-objcopy': string;
  'llvm-objdump': string;
  'llvm-readelf': string;
  'pkg-config': string;
}

/** The tools that `wrappers` takes. */
export const wrapperTools = [
  ...['clang', 'clang++', 'ld.lld', 'llvm-ar', 'llvm-nm', 'llvm-ranlib', 'llvm-strip', 'llvm-objcopy'],
  ...['llvm-objdump', 'llvm-readelf', 'pkg-config'],
] as (keyof WrapperTools)[];

const shellWord = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;

/** Sets `root` to the sysroot that the script belongs to, however it was called. */
const findRoot = `self=$0
case $self in */*) ;; *) if [ -f "$self" ]; then self=./$self; else self=$(command -v -- "$self"); fi ;; esac
while [ -L "$self" ]; do
	link=$(readlink -- "$self")
	case $link in /*) self=$link ;; *) self=\${self%/*}/$link ;; esac
done
root=$(CDPATH= cd -P -- "\${self%/*}/../.." && pwd -P) || exit 127
`;

const script = (body: string): string => `#!/bin/sh\n${body}`;

const compiler = (clang: string): string =>
  script(`${findRoot}exec ${shellWord(clang)} --config="$root/toolchain/clang.cfg" --sysroot="$root" "$@"\n`);

const plain = (tool: string): string => script(`exec ${shellWord(tool)} "$@"\n`);

const pkgConfig = (tool: string): string =>
  script(`${findRoot}unset PKG_CONFIG_PATH
PKG_CONFIG_LIBDIR=$root/usr/lib/pkgconfig:$root/usr/share/pkgconfig
PKG_CONFIG_SYSROOT_DIR=$root
export PKG_CONFIG_LIBDIR PKG_CONFIG_SYSROOT_DIR
exec ${shellWord(tool)} "$@"
`);

/**
 * Runs a program of the target: natively where the machine can (it can when it runs the loader, which then says what it
 * is), else with qemu-user. A dynamic one is run through the sysroot's own loader, unless that is the one it names, as in the
 * sandbox of a recipe: run so, a program finds itself by /proc/self/exe. qemu-user's -L would find the loader too, but show
 * programs the sysroot's files in place of the machine's.
 */
function runner(target: Target, tools: WrapperTools): string {
  const foreign = target.qemu === undefined ? `\techo "$0: this machine can't run programs for ${target.name}" >&2\n\texit 126` : `\tset -- ${target.qemu} "$@"`;
  return script(`${findRoot}case $(${shellWord(tools['llvm-readelf'])} --program-headers "$1" 2>/dev/null) in
*INTERP*) [ '/lib/${target.loader}' -ef "$root/lib/${target.loader}" ] || set -- "$root/lib/${target.loader}" --library-path "$root/usr/lib:$root/lib" "$@" ;;
esac
if case $("$root/lib/${target.loader}" 2>&1) in "musl libc "*) false ;; esac; then
${foreign}
fi
exec "$@"
`);
}

/** The scripts of <root>/toolchain/bin by file name. They find their sysroot through their own place. */
export function wrappers(target: Target, tools: WrapperTools): Map<string, string> {
  const names = new Map<string, string>([
    ['cc', compiler(tools.clang)],
    ['c++', compiler(tools['clang++'])],
    ['ar', plain(tools['llvm-ar'])],
    ['nm', plain(tools['llvm-nm'])],
    ['ranlib', plain(tools['llvm-ranlib'])],
    ['strip', plain(tools['llvm-strip'])],
    ['objcopy', plain(tools['llvm-objcopy'])],
    ['objdump', plain(tools['llvm-objdump'])],
    ['readelf', plain(tools['llvm-readelf'])],
    ['ld', plain(tools['ld.lld'])],
    ['pkg-config', pkgConfig(tools['pkg-config'])],
    ['run', runner(target, tools)],
  ]);
  for (const [name, text] of [...names]) names.set(`${target.triple}-${name}`, text);
  return names;
}
