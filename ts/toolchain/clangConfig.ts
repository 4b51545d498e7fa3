import type { Target } from '../targets/target.js';

/**
 * The clang configuration file (`clang --config=`) of a sysroot, for <root>/toolchain/clang.cfg. It names no absolute
 * path: clang puts the file's own folder for `<CFGDIR>`. `cxx`: the sysroot has the C++ runtimes.
 */
export function clangConfig(target: Target, { cxx }: { cxx: boolean }): string {
  return [
    `--target=${target.triple}`,
    '--sysroot=<CFGDIR>/..',
    '-resource-dir=<CFGDIR>/resource',
    '-fuse-ld=lld',
    '--rtlib=compiler-rt',
    `--unwindlib=${cxx ? 'libunwind' : 'none'}`,
    '-stdlib=libc++',
    ...target.cflags,
    ...target.ldflags,
    '',
  ].join('\n');
}
