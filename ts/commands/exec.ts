import { spawn } from 'node:child_process';
import path from 'node:path';
import { constants } from 'node:os';
import type { Command } from 'commander';
import { Failure, errnoOf } from '../run/failure.js';
import { report } from '../run/reporter.js';
import { quote, readIfThere } from '../run/process.js';
import { cacheRoot, keyOf, writeAtomic } from '../run/store.js';
import { buildFlags, ensureBuild } from '../shim/build.js';
import { loadTarget } from '../targets/target.js';
import { buildEnvironment, cmakeFlags, mesonFlags } from '../toolchain/flags.js';
import { collect } from './options.js';

/** Registers `wildebeest exec`. */
export function register(program: Command): void {
  program
    .command('exec')
    .description('run a build command with the tools and flags of some modules in its environment')
    .requiredOption('--target <target>', 'a target, as `wildebeest targets` lists them')
    .option('--module <module>', 'a module; may be repeated (none named: the umbrella)', collect, [])
    .argument('<command...>', 'the command, after --')
    .addHelpText(
      'after',
      `
CC, CXX, AR…, CFLAGS, CXXFLAGS, LIBS, LDLIBS and PKG_CONFIG are set, CMAKE_TOOLCHAIN_FILE for CMake, and \`meson setup\` is
given its cross files. The exit status is the command's.

Examples:
  wildebeest exec --target x86_64 --module basename -- ./configure --host=x86_64-linux-musl
  wildebeest exec --target x86_64 -- meson setup build
  wildebeest exec --target x86_64 -- cmake -B build`,
    )
    .action(async (command: string[], options: { target: string; module: string[] }) => {
      const sysroot = await ensureBuild(await loadTarget(options.target));
      const flags = await buildFlags(sysroot, options.module);
      // The files stay: meson and CMake read them again whenever they configure anew.
      const texts = { 'meson.cross': mesonFlags(flags), 'toolchain.cmake': cmakeFlags(sysroot, flags) };
      const folder = path.join(cacheRoot(), 'flags', keyOf(texts));
      for (const [name, text] of Object.entries(texts)) {
        const file = path.join(folder, name);
        // A new time stamp would make them configure anew each time.
        if ((await readIfThere(file)) !== text) await writeAtomic(file, text);
      }
      const meson = [path.join(sysroot.path, 'toolchain', 'meson.cross'), path.join(folder, 'meson.cross')];
      const argv = withCrossFiles(command, meson.flatMap((file) => ['--cross-file', file]));
      const env: NodeJS.ProcessEnv = {
        ...process.env,
        ...buildEnvironment(sysroot, flags, process.env),
        CMAKE_TOOLCHAIN_FILE: path.join(folder, 'toolchain.cmake'),
      };
      if (argv.length > command.length) {
        // meson takes CC, CFLAGS… for the machine that builds; the target's come from the cross files.
        for (const name of ['CC', 'CXX', 'AR', 'NM', 'RANLIB', 'STRIP', 'LD', 'CFLAGS', 'CXXFLAGS', 'PKG_CONFIG'] as const) {
          if (process.env[name] === undefined) Reflect.deleteProperty(env, name);
          else env[name] = process.env[name];
        }
      }
      process.exitCode = await passThrough(argv, env);
    });
}

/** `meson setup …` and plain `meson builddir` with the cross files added; any other command as it is. */
export function withCrossFiles(command: readonly string[], crossFiles: readonly string[]): string[] {
  const [program = '', verb = ''] = command;
  if (path.basename(program) !== 'meson') return [...command];
  if (verb === 'setup') return [program, verb, ...crossFiles, ...command.slice(2)];
  const others = ['compile', 'test', 'install', 'configure', 'introspect', 'dist', 'subprojects', 'wrap', 'help', 'init', 'rewrite', 'devenv', 'env2mfile', 'format'];
  return others.includes(verb) || verb.startsWith('-') ? [...command] : [program, ...crossFiles, ...command.slice(1)];
}

/** Runs a command on the terminal of the user; its exit status, or 128 and the signal's number. */
async function passThrough(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const [program = '', ...args] = argv;
  report.command(quote(argv));
  const child = spawn(program, args, { stdio: 'inherit', env });
  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      reject(new Failure(`${program}: ${errnoOf(error) === 'ENOENT' ? 'not found' : error.message}`));
    });
    child.once('close', (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
  });
}
