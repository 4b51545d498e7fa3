import path from 'node:path';
import type { Command } from 'commander';
import { Failure, exitCode } from '../run/failure.js';
import { quote, readIfThere, run } from '../run/process.js';
import { report } from '../run/reporter.js';
import { cacheRoot } from '../run/store.js';
import { findProgram, findTool, hostTools, programVersion, type HostTool } from '../sysroot/hostTools.js';

/** What `doctor` found out about one tool. */
export interface Examined {
  name: string;
  /** Absolute path, or undefined when it is missing. */
  file: string | undefined;
  version: string | undefined;
  /** Why it counts as missing: not found, or too old. */
  missing: string | undefined;
  package: string;
  for: string;
  optional: boolean;
}

async function examine(tool: HostTool): Promise<Examined> {
  const found = await findTool(tool);
  const file = 'file' in found ? found.file : undefined;
  return {
    name: tool.name,
    file,
    version: file === undefined || tool.runtime !== undefined || tool.python !== undefined ? undefined : await programVersion(file),
    missing: 'missing' in found ? found.missing : undefined,
    package: tool.debian,
    for: tool.for,
    optional: tool.optional,
  };
}

/** The rows of the table: tool, version, where it is or what installs it, what needs it. */
export function table(tools: readonly Examined[], debian: boolean): string[] {
  const rows = tools.map((tool) => [
    tool.file === undefined ? (tool.optional ? '-' : '✗') : '✓',
    tool.name,
    tool.file === undefined ? 'missing' : (tool.version ?? '?'),
    tool.file ?? (debian ? `package ${tool.package}` : (tool.missing ?? '')),
    tool.for,
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd());
}

/** Whether os-release(5) names Debian or something made of it, so that Debian's package names hold. */
export function isDebian(osRelease: string): boolean {
  return /^(ID|ID_LIKE)=.*\bdebian\b/m.test(osRelease);
}

async function examineAll(): Promise<Examined[]> {
  return await Promise.all((await hostTools()).map(examine));
}

/** Words to put before a command so that it runs as root, or undefined when that can't be done without asking. */
async function asRoot(): Promise<string[] | undefined> {
  if (process.getuid?.() === 0) return [];
  if ((await findProgram('sudo')) === undefined) return undefined;
  const allowed = await run('sudo', ['-n', 'true'], { allowFailure: true, timeout: 20_000 });
  return allowed.exitCode === 0 ? ['sudo', '-n'] : undefined;
}

const installed = (packages: readonly string[]): string[] => ['apt-get', 'install', '-y', '--no-install-recommends', ...packages];

async function install(packages: readonly string[]): Promise<void> {
  const before = await asRoot();
  if ((await findProgram('apt-get')) === undefined || before === undefined) {
    const why = before === undefined ? 'neither root nor a sudo that asks for no password' : 'no apt-get here';
    throw new Failure(`${why}: nothing was installed`, { next: `as root: ${quote(installed(packages))}` });
  }
  const log = path.join(cacheRoot(), 'logs', 'doctor.log');
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const argv of [['apt-get', 'update'], installed(packages)]) {
    const [command, ...args] = [...before, ...argv] as [string, ...string[]];
    report.line(`$ ${quote([command, ...args])}`);
    await run(command, args, { log, env: environment, next: 'see the log; apt on this machine has to work' });
  }
}

/** Registers `wildebeest doctor`. */
export function register(program: Command): void {
  program
    .command('doctor')
    .description('say which host tools are there, which are missing, and how to get them')
    .option('--install', 'install what is missing with apt-get (as root or through sudo)')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  wildebeest doctor --install')
    .action(async (options: { install?: boolean; json?: boolean }) => {
      const debian = isDebian((await readIfThere('/etc/os-release')) ?? '');
      let tools = await examineAll();
      const missing = (): Examined[] => tools.filter((tool) => tool.file === undefined && !tool.optional);
      const packages = (): string[] => [...new Set(missing().map((tool) => tool.package))].sort();
      if (options.install === true && missing().length > 0 && debian) {
        await install(packages());
        tools = await examineAll();
      }
      if (options.json === true) console.log(JSON.stringify(tools, null, 2));
      else for (const row of table(tools, debian)) console.log(row);
      if (missing().length === 0) return;
      const names = missing().map(({ name }) => name).join(', ');
      const next = debian ? `as root: ${quote(installed(packages()))}` : `install them with this system's package manager`;
      const how = options.install === true || !debian ? next : `wildebeest doctor --install, or ${next}`;
      throw new Failure(`missing: ${names}`, { next: how, code: exitCode.failed });
    });
}
