import type { Command } from 'commander';
import { ensureBuilds } from '../shim/build.js';
import { muslVersions } from '../sysroot/sources.js';
import { muslVersionOf } from '../sysroot/sysroot.js';
import { loadTargets } from '../targets/target.js';

/** Registers `wildebeest build`. */
export function register(program: Command): void {
  program
    .command('build')
    .description("build libwildebeest and install it into a copy of the target's sysroot; prints where that is")
    .argument('<target>', 'a target, as `wildebeest targets` lists them, or all')
    .option('--cxx', 'into a sysroot with libunwind, libc++abi and libc++')
    .option('--musl <version>', `musl's version: ${muslVersions.join(' or ')}`, muslVersions[0])
    .addHelpText('after', '\nExample:\n  wildebeest build x86_64')
    .action(async (target: string, options: { cxx?: boolean; musl: string }) => {
      const builds = await ensureBuilds(await loadTargets(target), { muslVersion: muslVersionOf(options.musl), cxx: options.cxx === true });
      for (const build of builds) console.log(build.path);
    });
}
