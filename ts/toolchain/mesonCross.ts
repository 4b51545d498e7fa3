import path from 'node:path';
import type { Target } from '../targets/target.js';

/** A string of meson's machine files. */
export function mesonString(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** Meson's cross file for a sysroot at `root`. */
export function mesonCross(target: Target, root: string): string {
  const tool = (name: string): string => mesonString(path.join(root, 'toolchain', 'bin', name));
  return `[binaries]
c = ${tool('cc')}
cpp = ${tool('c++')}
ar = ${tool('ar')}
nm = ${tool('nm')}
ranlib = ${tool('ranlib')}
strip = ${tool('strip')}
objcopy = ${tool('objcopy')}
readelf = ${tool('readelf')}
pkg-config = ${tool('pkg-config')}
pkgconfig = ${tool('pkg-config')}
exe_wrapper = ${tool('run')}

[properties]
needs_exe_wrapper = true

[host_machine]
system = 'linux'
cpu_family = ${mesonString(target.cpuFamily)}
cpu = ${mesonString(target.machine)}
endian = ${mesonString(target.endian)}
`;
}
