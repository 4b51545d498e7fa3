import { Command, CommanderError } from 'commander';
import * as build from './commands/build.js';
import * as cache from './commands/cache.js';
import * as doctor from './commands/doctor.js';
import * as exec from './commands/exec.js';
import * as flags from './commands/flags.js';
import * as generate from './commands/generate.js';
import * as image from './commands/image.js';
import * as matrix from './commands/matrix.js';
import * as modules from './commands/modules.js';
import * as recipe from './commands/recipe.js';
import * as scan from './commands/scan.js';
import * as sources from './commands/sources.js';
import * as sysroot from './commands/sysroot.js';
import * as targets from './commands/targets.js';
import * as test from './commands/test.js';
import * as track from './commands/track.js';
import * as verify from './commands/verify.js';
import { Failure, exitCode } from './run/failure.js';
import { killAll } from './run/process.js';
import { report } from './run/reporter.js';

const commands = [doctor, modules, generate, targets, sources, sysroot, build, test, flags, exec, recipe, scan, track, verify, matrix, image, cache];

/** Builds the command line; each command is registered by its own file. */
export function createProgram(): Command {
  const program = new Command('wildebeest')
    .description('builds GNU-minded programs on musl + LLVM without patches')
    .option('-v, --verbose', 'show the commands that are run')
    .option('-q, --quiet', 'say nothing of the steps')
    .option('--locked', 'refuse sources whose locked version is gone, instead of taking their successor')
    .option('--sources <dir>', 'look for sources in this folder before the network')
    .showHelpAfterError('(--help shows how)')
    .exitOverride()
    .hook('preAction', (self) => {
      const options = self.opts<{ verbose?: boolean; quiet?: boolean; locked?: boolean; sources?: string }>();
      report.verbose = options.verbose === true;
      report.quiet = options.quiet === true;
      if (options.locked === true) process.env.WILDEBEEST_LOCKED = '1';
      if (options.sources !== undefined) process.env.WILDEBEEST_SOURCES = options.sources;
    });
  for (const command of commands) command.register(program);
  for (const command of program.commands) command.exitOverride().showHelpAfterError('(--help shows how)');
  return program;
}

/** Runs one command line; returns its exit code. Failures are one line on standard error, defects keep their trace. */
export async function main(argv: readonly string[]): Promise<number> {
  for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]] as const) {
    process.once(signal, () => {
      killAll();
      process.exit(code);
    });
  }
  try {
    await createProgram().parseAsync([...argv], { from: 'user' });
    return Number(process.exitCode ?? exitCode.ok);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.ok : exitCode.usage;
    if (error instanceof Failure) {
      process.stderr.write(`wildebeest: ${error.line()}\n`);
      return error.code;
    }
    throw error;
  }
}
