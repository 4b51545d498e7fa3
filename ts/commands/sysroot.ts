import path from 'node:path';
import type { Command } from 'commander';
import { muslVersions } from '../sysroot/sources.js';
import { ensureSysroot, muslVersionOf } from '../sysroot/sysroot.js';
import { loadTarget } from '../targets/target.js';

/** Registers `wildebeest sysroot`. */
export function register(program: Command): void {
  program
    .command('sysroot')
    .description("make a target's sysroot (kernel headers, compiler-rt, musl) from pinned sources, once")
    .argument('<target>', 'one of `wildebeest targets`')
    .option('--path', 'print where it is')
    .option('--cc', 'print the C compiler to use with it')
    .option('--musl <version>', `musl's version: ${muslVersions.join(' or ')}`, muslVersions[0])
    .addHelpText('after', '\nExample:\n  $(wildebeest sysroot x86_64 --cc) -static hello.c -o hello')
    .action(async (name: string, options: { path?: boolean; cc?: boolean; musl: string }) => {
      const muslVersion = muslVersionOf(options.musl);
      const sysroot = await ensureSysroot(await loadTarget(name), { muslVersion });
      const compiler = path.join(sysroot.path, 'toolchain', 'bin', 'cc');
      if (options.path === true) console.log(sysroot.path);
      if (options.cc === true) console.log(compiler);
      if (options.path === true || options.cc === true) return;
      console.log(`target    ${sysroot.target.name} (${sysroot.target.triple})`);
      console.log(`musl      ${sysroot.muslVersion}`);
      console.log(`path      ${sysroot.path}`);
      console.log(`compiler  ${compiler}`);
    });
}
