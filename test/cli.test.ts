import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { CommanderError } from 'commander';
import t from 'tap';
import { createProgram } from '../ts/cli.js';
import { run } from '../ts/run/process.js';
import { projectRoot } from '../ts/run/root.js';

const bin = path.join(projectRoot(), 'dist', 'ts', 'bin.js');

/** What the parser of the command line says, which ends every one of these calls. */
async function parsed(argv: readonly string[]): Promise<{ error: CommanderError; stdout: string; stderr: string }> {
  const program = await createProgram(argv);
  let [stdout, stderr] = ['', ''];
  for (const command of [program, ...program.commands]) {
    command.configureOutput({ writeOut: (text) => void (stdout += text), writeErr: (text) => void (stderr += text) });
  }
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return { error, stdout, stderr };
    throw error;
  }
  throw new Error(`${argv.join(' ')}: was run`);
}

t.test('every command', async (t) => {
  const names = (await createProgram()).commands.map((command) => command.name());
  t.same(names.sort(), ['build', 'cache', 'doctor', 'exec', 'flags', 'generate', 'image', 'matrix', 'modules', 'recipe', 'scan', 'sources', 'sysroot', 'targets', 'test', 'track', 'verify']);
  for (const name of names) {
    const help = await parsed([name, '--help']);
    t.equal(help.error.exitCode, 0, `${name} --help`);
    t.match(help.stdout, /Examples?:\n.*wildebeest /, `${name} --help has an example`);
    const wrong = await parsed([name, '--no-such-option']);
    t.not(wrong.error.exitCode, 0, `${name}: bad usage is refused`);
    t.match(wrong.stderr, /^error: (unknown option '--no-such-option'|required option|missing required argument)/, `${name}: says what`);
  }
});

t.test('bad usage is one line that names what is wrong, and exit 2', async (t) => {
  const cases: [string[], RegExp][] = [
    [['no-such-command'], /error: unknown command 'no-such-command'/],
    [['build', '--no-such-option'], /^error: unknown option '--no-such-option'/],
    [['build', 'vax'], /^wildebeest: unknown target 'vax'; next: one of: .*x86_64.*\n$/],
    [['test', 'x86_64', '--module', 'nope'], /^wildebeest: unknown module 'nope'; next: one of: .*\bbasename, .*\n$/],
    [['test', 'x86_64', '--fuzz', 'long'], /option '--fuzz <seconds>' argument 'long' is invalid\. must be a whole number of seconds/],
    [['flags'], /error: required option '--target <target>' not specified/],
    [['flags', '--target', 'x86_64', '--format', 'bazel'], /argument 'bazel' is invalid\. Allowed choices are env, meson, cmake, pkg-config, clang/],
    [['exec', '--target', 'x86_64'], /error: missing required argument 'command'/],
    [['recipe', 'nope', '--target', 'x86_64'], /nope/],
    [['verify', '/no/such/file'], /\/no\/such\/file/],
  ];
  for (const [argv, message] of cases) {
    const result = await run(process.execPath, [bin, ...argv], { allowFailure: true });
    t.equal(result.exitCode, 2, `${argv.join(' ')}: exit 2`);
    t.match(result.stderr, message, `${argv.join(' ')}: says what`);
    t.notMatch(result.stderr, /\n +at /, `${argv.join(' ')}: no stack trace`);
  }
});

t.test('modules and targets as JSON', async (t) => {
  const modules = JSON.parse((await run(process.execPath, [bin, 'modules', '--json'])).stdout) as { name: string; symbols: unknown[] }[];
  t.ok(modules.some((module) => module.name === 'ftw' && module.symbols.length > 0));
  const targets = JSON.parse((await run(process.execPath, [bin, 'targets', '--json'])).stdout) as { name: string }[];
  t.ok(targets.some((target) => target.name === 'x86_64'));
});

t.test('a cache that can not be written is one line', async (t) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'lwb-cli-'));
  t.teardown(() => rm(folder, { recursive: true }));
  const result = await run(process.execPath, [bin, 'build', 'x86_64'], { allowFailure: true, env: { ...process.env, WILDEBEEST_CACHE: '/proc/self/status/cache' } });
  t.equal(result.exitCode, 1);
  t.match(result.stderr, /^(… .*\n)*wildebeest: .*cannot write to the cache .*next: set WILDEBEEST_CACHE/);
});
