import { Command, CommanderError } from 'commander';
import { Failure, exitCode } from './run/failure.js';
import { killAll } from './run/process.js';
import { report } from './run/reporter.js';

type Load = () => Promise<{ register: (program: Command) => void }>;

/** Each command's file, in the order of the help. With all that they import, all of them take longer to load than Node to start. */
const commands: Readonly<Record<string, Load>> = {
  doctor: () => import('./commands/doctor.js'),
  modules: () => import('./commands/modules.js'),
  generate: () => import('./commands/generate.js'),
  targets: () => import('./commands/targets.js'),
  sources: () => import('./commands/sources.js'),
  sysroot: () => import('./commands/sysroot.js'),
  build: () => import('./commands/build.js'),
  test: () => import('./commands/test.js'),
  flags: () => import('./commands/flags.js'),
  exec: () => import('./commands/exec.js'),
  recipe: () => import('./commands/recipe.js'),
  scan: () => import('./commands/scan.js'),
  track: () => import('./commands/track.js'),
  verify: () => import('./commands/verify.js'),
  matrix: () => import('./commands/matrix.js'),
  image: () => import('./commands/image.js'),
  cache: () => import('./commands/cache.js'),
};

/** The commands that a command line may mean: the one that it begins with, or all. */
function meant([first = '']: readonly string[]): Load[] {
  const named = Object.hasOwn(commands, first) ? commands[first] : undefined;
  return named === undefined ? Object.values(commands) : [named];
}

/** Builds the command line; each command is registered by its own file, loaded where `argv` may mean it (default: all). */
export async function createProgram(argv: readonly string[] = []): Promise<Command> {
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
  for (const { register } of await Promise.all(meant(argv).map((load) => load()))) register(program);
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
    await (await createProgram(argv)).parseAsync([...argv], { from: 'user' });
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
