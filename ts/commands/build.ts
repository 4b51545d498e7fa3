import type { Command } from 'commander';
import { ensureBuild } from '../shim/build.js';
import { loadTarget } from '../targets/target.js';

/** Registers `wildebeest build`. */
export function register(program: Command): void {
  program
    .command('build')
    .description("build libwildebeest and install it into a copy of the target's sysroot; prints where that is")
    .argument('<target>', 'a target, as `wildebeest targets` lists them')
    .addHelpText('after', '\nExample:\n  wildebeest build x86_64')
    .action(async (target: string) => {
      console.log((await ensureBuild(await loadTarget(target))).path);
    });
}
