import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, readlink, realpath, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { Failure, errnoOf } from '../run/failure.js';
import { ending, run, type RunResult } from '../run/process.js';
import { ensureStep } from '../run/store.js';
import { findProgram, programVersion } from '../sysroot/hostTools.js';
import type { Sysroot } from '../sysroot/sysroot.js';
import type { Target } from '../targets/target.js';

/** How programs of a target run on this machine. */
export interface Runner {
  /** By the kernel itself, or by qemu-user. */
  native: boolean;
  /** Tells a test program under which emulator it runs (WILDEBEEST_EMULATOR=qemu-s390x-static), so that it can skip what that has wrong. */
  environment: Record<string, string>;
  /** The command line of a program. */
  command: (program: string, dynamic: boolean) => [string, string[]];
}

/** What the trial program exits with when its standard input ends. */
const trialStatus = 42;

const trial = `#include <unistd.h>
int main(void)
{
        char byte;

        return read(0, &byte, 1) == 0 ? ${String(trialStatus)} : 1;
}
`;

/** A static program of the target that ends when its standard input does. */
async function trialProgram(sysroot: Sysroot): Promise<string> {
  const folder = await ensureStep({
    name: `trial-${sysroot.target.name}`,
    inputs: { compilers: sysroot.compilers, source: trial },
    make: async (output, { scratch, log }) => {
      const source = path.join(scratch, 'trial.c');
      await writeFile(source, trial);
      await run(path.join(sysroot.path, 'toolchain', 'bin', 'cc'), ['-static', source, '-o', path.join(output, 'trial')], { log });
    },
  });
  return path.join(folder, 'trial');
}

/**
 * Whether the kernel runs a program itself. That a process starts does not say so: an emulator may be registered with
 * binfmt_misc, or a shell may take the file for a script; so it is what the kernel calls the running process's file that counts.
 */
export async function runsNatively(program: string): Promise<boolean> {
  const child = spawn(program, [], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  child.stdin.on('error', () => undefined);
  const closed = once(child, 'close').catch(() => []);
  try {
    await once(child, 'spawn');
  } catch (error) {
    if (errnoOf(error) === 'ENOEXEC' || errnoOf(error) === 'ENOENT' || errnoOf(error) === 'EACCES') return false;
    throw error;
  }
  const file = await readlink(`/proc/${String(child.pid)}/exe`).catch((error: unknown) => {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  child.stdin.end();
  await closed;
  return file === (await realpath(program)) && child.exitCode === trialStatus;
}

/** Compares versions such as 7.2 and 10.0.1. */
function olderThan(version: string, wanted: string): boolean {
  const [a, b] = [version, wanted].map((text) => text.split('.').map(Number)) as [number[], number[]];
  for (let index = 0; index < b.length; index++) {
    if ((a[index] ?? 0) !== (b[index] ?? 0)) return (a[index] ?? 0) < (b[index] ?? 0);
  }
  return false;
}

/** The qemu-user program of a target, new enough for it; what stands in the way is one line. */
export async function emulator(target: Target): Promise<{ file: string; version: string }> {
  const next = 'wildebeest doctor --install, or install qemu-user-static';
  if (target.qemu === undefined) throw new Failure(`${target.name}: this machine can't run its programs, and ts/targets/${target.name}.json names no qemu`);
  const file = (await findProgram(target.qemu)) ?? (await findProgram(target.qemu.replace(/-static$/, '')));
  if (file === undefined) throw new Failure(`${target.name}: ${target.qemu}: not found, and this machine can't run its programs itself`, { next });
  const version = (await programVersion(file)) ?? '0';
  if (target.qemuVersion !== undefined && olderThan(version, target.qemuVersion)) {
    throw new Failure(`${target.name}: ${target.qemu} is ${version}, older than ${target.qemuVersion}, which programs for ${target.name} need`, {
      next: 'install a newer qemu-user',
    });
  }
  return { file, version };
}

const runners = new Map<string, Promise<Runner>>();

/** How programs of the target run here; found out once by running a small one. */
export function runnerOf(sysroot: Sysroot): Promise<Runner> {
  const known = runners.get(sysroot.path) ?? findRunner(sysroot);
  runners.set(sysroot.path, known);
  return known;
}

async function findRunner(sysroot: Sysroot): Promise<Runner> {
  const { target } = sysroot;
  const program = await trialProgram(sysroot);
  const loader = path.join(sysroot.path, 'lib', target.loader);
  const libraries = path.join(sysroot.path, 'usr', 'lib');
  // The loader is named, not looked for: qemu-user's -L would show programs the sysroot's files in place of the machine's.
  const words = (file: string, dynamic: boolean): [string, ...string[]] => (dynamic ? [loader, '--library-path', libraries, file] : [file]);
  if (await runsNatively(program)) {
    const native = (file: string, dynamic: boolean): [string, string[]] => {
      const [first, ...rest] = words(file, dynamic);
      return [first, rest];
    };
    return { native: true, environment: {}, command: native };
  }
  const { file: qemu, version } = await emulator(target);
  const tried = await run(qemu, [program], { allowFailure: true, timeout: 60_000 });
  if (tried.exitCode !== trialStatus) {
    const said = tried.stderr.trim().split('\n')[0] ?? '';
    throw new Failure(`${target.name}: ${path.basename(qemu)} ${version} can't run its programs: ${ending(tried)}${said === '' ? '' : `: ${said}`}`, {
      next: 'install a newer qemu-user',
    });
  }
  return { native: false, environment: { WILDEBEEST_EMULATOR: path.basename(qemu) }, command: (file, dynamic) => [qemu, words(file, dynamic)] };
}

/** Variable that marks a test program and all that it starts, so that what left the process group is found as well. */
const mark = 'WILDEBEEST_TEST_RUN';

/** Kills every process that has the mark in its environment; those of other users can't be its descendants. */
async function killMarked(value: string): Promise<void> {
  const wanted = `${mark}=${value}`;
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    try {
      if ((await readFile(path.join('/proc', pid, 'environ'), 'utf8')).split('\0').includes(wanted)) process.kill(Number(pid), 'SIGKILL');
    } catch (error) {
      if (!['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes(errnoOf(error) ?? '')) throw error;
    }
  }
}

/**
 * Runs a test program in a folder of its own, which goes with it, with no variables but a few of its own and `environment`. After `timeout` milliseconds it and all that it started are
 * killed, those too that left its process group; that is a result (`timedOut`), not a failure of the driver.
 */
export async function execute(command: string, args: readonly string[], timeout: number, environment: Record<string, string> = {}): Promise<RunResult> {
  const cwd = await mkdtemp(path.join(os.tmpdir(), 'wildebeest-test-'));
  const value = randomUUID();
  try {
    const result = await run(command, args, {
      allowFailure: true,
      allowTimeout: true,
      cwd,
      timeout,
      env: {
        ...environment,
        PATH: process.env.PATH,
        LC_ALL: 'C',
        TMPDIR: cwd,
        HOME: cwd,
        ASAN_OPTIONS: 'detect_stack_use_after_return=1:allocator_may_return_null=1',
        UBSAN_OPTIONS: 'print_stacktrace=1',
        [mark]: value,
      },
    });
    if (result.timedOut || result.lingered || result.signal !== undefined) await killMarked(value);
    return result;
  } finally {
    await rm(cwd, { recursive: true, force: true, maxRetries: 3 });
  }
}
