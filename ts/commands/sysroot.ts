import path from 'node:path';
import type { Command } from 'commander';
import { ensureSysroots, type Sysroot } from '../sysroot/sysroot.js';
import { loadTargets } from '../targets/target.js';
import { muslOf, muslOptions, type MuslOptions } from './options.js';

const compilerOf = (sysroot: Sysroot): string => path.join(sysroot.path, 'toolchain', 'bin', 'cc');

/** Registers `wildebeest sysroot`. */
export function register(program: Command): void {
  muslOptions(program.command('sysroot'))
    .description("make a target's sysroot (kernel headers, compiler-rt, musl) from pinned sources, once")
    .argument('<target>', 'one of `wildebeest targets`, or all')
    .option('--cxx', 'with libunwind, libc++abi and libc++')
    .option('--path', 'print where it is')
    .option('--cc', 'print the C compiler to use with it (c++ stands beside it)')
    .addHelpText(
      'after',
      `
Examples:
  $(wildebeest sysroot x86_64 --cc) -static hello.c -o hello
  wildebeest sysroot all --cxx
  wildebeest sysroot x86_64 --malloc scudo
  wildebeest sysroot x86_64 --stack-size 8388608`,
    )
    .action(async (name: string, options: { cxx?: boolean; path?: boolean; cc?: boolean } & MuslOptions) => {
      const sysroots = await ensureSysroots(await loadTargets(name), { ...muslOf(options), cxx: options.cxx === true });
      for (const sysroot of sysroots) {
        if (options.path === true) console.log(sysroot.path);
        if (options.cc === true) console.log(compilerOf(sysroot));
        if (options.path === true || options.cc === true) continue;
        console.log(`target    ${sysroot.target.name} (${sysroot.target.triple})`);
        console.log(`musl      ${sysroot.muslVersion}${sysroot.malloc === 'mallocng' ? '' : `, malloc ${sysroot.malloc}`}${sysroot.stackSize === undefined ? '' : `, stacks of ${String(sysroot.stackSize)} bytes`}${sysroot.cxx ? ', libc++' : ''}`);
        console.log(`path      ${sysroot.path}`);
        console.log(`compiler  ${compilerOf(sysroot)}`);
      }
    });
}
