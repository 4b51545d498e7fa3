import { createWriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { execa } from 'execa';
import { Failure, errnoOf } from './failure.js';
import { report } from './reporter.js';

export interface RunOptions {
  cwd?: string;
  /** The whole environment of the child; default: the driver's own. */
  env?: NodeJS.ProcessEnv;
  /** File that receives standard output and standard error, appended, after a line with the command. */
  log?: string;
  /** Milliseconds after which the whole process group is killed; default: none. */
  timeout?: number;
  /** Text for standard input; default: empty. */
  input?: string;
  /** Return a non-zero exit instead of throwing. A command that can't be started or times out throws in any case. */
  allowFailure?: boolean;
  /** Return after a time-out, with `timedOut` set, instead of throwing. */
  allowTimeout?: boolean;
  /** The next step that a failure names. */
  next?: string;
}

export interface RunResult {
  stdout: string;
  stderr: string;
  /** Exit status, or undefined when a signal ended the process. */
  exitCode: number | undefined;
  /** Signal name (`SIGSEGV`…), when one ended the process. */
  signal: string | undefined;
  timedOut: boolean;
  /** Whether descendants outlived the command and held its output open, so that they had to be killed or left behind. */
  lingered: boolean;
}

/** Milliseconds that a command's descendants may hold its output open after its own end. */
const lingerTime = 5000;

/** Process groups that run now, killed when the driver itself is stopped. */
const groups = new Set<number>();

function killGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (errnoOf(error) !== 'ESRCH') throw error;
  }
}

/** Ends every running child with all its descendants; for the driver's signal handlers. */
export function killAll(): void {
  for (const pid of groups) killGroup(pid, 'SIGKILL');
}

/** A command line as a user would type it. */
export function quote(argv: readonly string[]): string {
  return argv.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)).join(' ');
}

/** `exit 2`, `SIGSEGV`, `time-out after 60 s`: how a process ended. */
export function ending(result: Pick<RunResult, 'exitCode' | 'signal' | 'timedOut'>, timeout?: number): string {
  if (result.timedOut) return `time-out after ${String((timeout ?? 0) / 1000)} s`;
  if (result.signal) return result.signal;
  return `exit ${String(result.exitCode)}`;
}

/** The last lines of a log that look like the reason of a failure, else its last line. */
function reasonIn(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const telling = lines.filter((line) => /\b(error|fatal|cannot|failed|no such file|not found|undefined)\b/i.test(line));
  return (telling.at(0) ?? lines.at(-1) ?? '').trim().slice(0, 300);
}

/**
 * Runs a command in a process group of its own, so that a time-out or an interrupt ends everything that it started.
 * Throws a Failure that names the command, how it ended, its log and the next step, unless `allowFailure` is set.
 */
export async function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const argv = [command, ...args];
  report.command(quote(argv), options.cwd);
  const log = options.log === undefined ? undefined : await openLog(options.log, argv);
  const child = execa(command, args, {
    reject: false,
    detached: true,
    cleanup: false,
    stdin: 'pipe',
    maxBuffer: 256 * 1024 * 1024,
    input: options.input ?? '',
    stripFinalNewline: false,
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    ...(options.env === undefined ? {} : { env: options.env, extendEnv: false as const }),
  });
  const { pid } = child;
  const state = { timedOut: false, lingered: false };
  let timer: NodeJS.Timeout | undefined;
  let linger: NodeJS.Timeout | undefined;
  if (pid !== undefined) {
    groups.add(pid);
    if (options.timeout !== undefined) {
      timer = setTimeout(() => {
        state.timedOut = true;
        killGroup(pid, 'SIGKILL');
      }, options.timeout);
    }
    // What the command left behind may hold its output open for ever, in a session of its own even after the group's end.
    child.once('exit', () => {
      linger = setTimeout(() => {
        state.lingered = true;
        killGroup(pid, 'SIGKILL');
        linger = setTimeout(() => {
          child.stdout.destroy();
          child.stderr.destroy();
        }, 500);
      }, lingerTime);
    });
  }
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => log?.write(data));
  const ended = await child;
  clearTimeout(timer);
  clearTimeout(linger);
  if (pid !== undefined) {
    // A daemonized grandchild must not outlive the step that started it.
    killGroup(pid, 'SIGKILL');
    groups.delete(pid);
  }
  await log?.close();
  const { timedOut, lingered } = state;
  if (pid === undefined) {
    const missing = ended.code === 'ENOENT';
    throw new Failure(missing ? `${command}: not found` : `${command}: ${ended.shortMessage ?? 'cannot be started'}`, {
      next: options.next ?? (missing ? 'wildebeest doctor --install' : undefined),
    });
  }
  const result: RunResult = {
    stdout: ended.stdout,
    stderr: ended.stderr,
    exitCode: ended.exitCode,
    signal: ended.signal,
    timedOut,
    lingered,
  };
  if ((timedOut && !options.allowTimeout) || (!timedOut && !options.allowFailure && (result.exitCode !== 0 || result.signal))) {
    const reason = reasonIn(`${result.stdout}\n${result.stderr}`);
    throw new Failure(`${quote(argv).slice(0, 200)}: ${ending(result, options.timeout)}${reason ? `: ${reason}` : ''}`, {
      log: options.log,
      next: options.next,
    });
  }
  return result;
}

/** Opens a log for appending; an error of writing is kept until it is closed. */
async function openLog(file: string, argv: readonly string[]): Promise<{ write: (data: Buffer) => void; close: () => Promise<void> }> {
  await mkdir(path.dirname(file), { recursive: true });
  const stream = createWriteStream(file, { flags: 'a' });
  const written = finished(stream).then(
    () => undefined,
    (error: unknown) => error as Error,
  );
  stream.write(`$ ${quote(argv)}\n`);
  return {
    write: (data) => void stream.write(data),
    close: async () => {
      stream.end();
      const error = await written;
      if (error !== undefined) throw error;
    },
  };
}

/** Reads a text file, or undefined when there is none. */
export async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}
