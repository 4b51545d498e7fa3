import type { Command } from 'commander';
import { ensureBuilds } from '../shim/build.js';
import { loadTargets } from '../targets/target.js';
import { muslOf, muslOptions, type MuslOptions } from './options.js';

/** Registers `wildebeest build`. */
export function register(program: Command): void {
  muslOptions(program.command('build'))
    .description("build libwildebeest and install it into a copy of the target's sysroot; prints where that is")
    .argument('<target>', 'a target, as `wildebeest targets` lists them, or all')
    .option('--cxx', 'into a sysroot with libunwind, libc++abi and libc++')
    .addHelpText('after', '\nExample:\n  wildebeest build x86_64')
    .action(async (target: string, options: { cxx?: boolean } & MuslOptions) => {
      const builds = await ensureBuilds(await loadTargets(target), { ...muslOf(options), cxx: options.cxx === true });
      for (const build of builds) console.log(build.path);
    });
}
