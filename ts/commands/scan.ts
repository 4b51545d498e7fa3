import { Option, type Command } from 'commander';
import { scanReport } from '../report/scan.js';
import { exitCode } from '../run/failure.js';
import { report } from '../run/reporter.js';
import { scanContext } from '../scan/context.js';
import { scanPaths } from '../scan/scan.js';
import { buildFlags, ensureBuild } from '../shim/build.js';
import { hostTarget } from '../targets/target.js';
import { flagFormats, formatFlags, type FlagFormat } from '../toolchain/flags.js';

/** Registers `wildebeest scan`. */
export function register(program: Command): void {
  program
    .command('scan')
    .description("say which of glibc's names sources, objects or a failed build's log use, and which modules answer them")
    .argument('<path...>', 'source trees, objects and archives, compile_commands.json, logs of builds')
    .option('--target <target>', "for which target; default: this machine's kind")
    .addOption(new Option('--format <format>', 'print the flags of the modules that are needed, for a build system').choices([...flagFormats]))
    .option('--json', 'print the findings as JSON')
    .addHelpText(
      'after',
      `
Sources are read without being configured: what stands under conditions for other systems, for glibc, or for a test of
configure that musl fails is not counted, nor what the package defines itself or musl has. What the build compiles only
where it is told to, by a switch that is off by default or by a library that may not be there, is to be considered. A
compile_commands.json is compiled instead, with the target's compiler, on plain musl: that is exact. With a log beside a
tree, what the log does not show being compiled is only to be considered. Logs are read only where they are named, not in
folders.
"Needed" does not build without the module; "to be considered" builds, and may behave otherwise.

Exit status: 0 nothing is needed, or modules answer everything; 1 something is needed that nothing answers, or a file
could not be read; 2 bad usage.

Examples:
  wildebeest scan kmod-30 build.log
  wildebeest scan build/compile_commands.json --json
  eval "$(wildebeest scan kmod-30 --format env)" && ./configure --host=x86_64-linux-musl && make`,
    )
    .action(async (paths: string[], options: { target?: string; format?: FlagFormat; json?: boolean }) => {
      const target = options.target ?? (await hostTarget()).name;
      const context = await scanContext(target);
      const result = await scanPaths(paths, context);
      for (const problem of result.problems) report.warn(problem);
      if (options.format !== undefined) {
        for (const name of result.unanswered) report.warn(`nothing answers ${name}`);
        if (result.modules.length === 0) report.warn('no module is needed');
        const build = await ensureBuild(context.sysroot.target);
        const flags = result.modules.length === 0 ? { cflags: [], libs: [], packages: [] } : await buildFlags(build, result.modules);
        process.stdout.write(formatFlags(options.format, build, flags));
      } else process.stdout.write(options.json === true ? `${JSON.stringify(result, null, 2)}\n` : scanReport(result));
      if (result.unanswered.length + result.problems.length > 0) process.exitCode = exitCode.failed;
    });
}
