import { Option, type Command } from 'commander';
import { buildFlags, ensureBuild } from '../shim/build.js';
import { loadTarget } from '../targets/target.js';
import { flagFormats, formatFlags, type FlagFormat } from '../toolchain/flags.js';

/** Registers `wildebeest flags`. */
export function register(program: Command): void {
  program
    .command('flags')
    .description('print what a build needs to use some modules (none named: the umbrella)')
    .argument('[module...]', 'modules, as `wildebeest modules` lists them')
    .requiredOption('--target <target>', 'a target, as `wildebeest targets` lists them')
    .addOption(new Option('--format <format>', 'for which build system').choices([...flagFormats]).default('env'))
    .addHelpText(
      'after',
      `
Examples:
  eval "$(wildebeest flags ftw glob --target x86_64)" && ./configure --host=x86_64-linux-musl && make
  wildebeest flags --target x86_64 --format meson > lwb.cross
  meson setup build --cross-file "$(wildebeest sysroot x86_64 --path)/toolchain/meson.cross" --cross-file lwb.cross
  wildebeest flags --target x86_64 --format cmake > lwb.cmake && cmake -B build -DCMAKE_TOOLCHAIN_FILE=$PWD/lwb.cmake`,
    )
    .action(async (modules: string[], options: { target: string; format: FlagFormat }) => {
      const sysroot = await ensureBuild(await loadTarget(options.target));
      process.stdout.write(formatFlags(options.format, sysroot, await buildFlags(sysroot, modules)));
    });
}
