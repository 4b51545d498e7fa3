import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { table } from '../ts/report/table.js';
import { run } from '../ts/run/process.js';
import { projectRoot } from '../ts/run/root.js';
import { buildFlags, ensureBuild } from '../ts/shim/build.js';
import { runnerOf } from '../ts/suite/execute.js';
import { isGlibcOf } from '../ts/suite/host.js';
import { hostTool } from '../ts/sysroot/hostTools.js';
import { hostTarget } from '../ts/targets/target.js';

export interface SideBySide {
  /** The modules that the program uses. */
  modules: readonly string[];
  /** A C program of this folder that prints `NAME NANOSECONDS` lines. */
  source: string;
  /** The greatest ratio of musl with the modules to glibc, by name of a case; the others have none. */
  limits: Readonly<Record<string, number>>;
  /** What bounds cases that may be above their limit, or have none: printed below the table. */
  bounds?: Readonly<Record<string, string>>;
  /** How often each side runs; default 9. */
  rounds?: number;
}

/** The median of some numbers; 0 of none. */
export const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** What a run of a program printed. */
async function measure([command, args]: [string, string[]]): Promise<Map<string, number>> {
  const { stdout } = await run(command, args);
  return new Map([...stdout.matchAll(/^(.+) ([\d.]+)$/gm)].map(([, name = '', value]) => [name, Number(value)]));
}

/**
 * Times one program against this machine's glibc and against musl with some modules, in turns, and prints the medians and
 * their ratios. The process's exit code is 1 where a ratio is beyond its limit.
 */
export async function compare({ modules, source, limits, bounds = {}, rounds = 9 }: SideBySide): Promise<void> {
  const target = await hostTarget();
  if (!(await isGlibcOf(target))) throw new Error('the comparison needs a machine with glibc');
  const sysroot = await ensureBuild(target);
  const { cflags, libs } = await buildFlags(sysroot, modules);
  const runner = await runnerOf(sysroot);
  const scratch = await mkdtemp(path.join(tmpdir(), 'wildebeest-bench-'));
  try {
    const file = path.join(projectRoot(), 'bench', source);
    const [theirs, ours] = ['glibc', 'musl'].map((name) => path.join(scratch, name)) as [string, string];
    const options = ['-std=gnu11', '-D_GNU_SOURCE', '-O2', '-Wall', '-Wextra', '-Werror'];
    await run(await hostTool('clang'), [...options, file, '-o', theirs, '-lm']);
    await run(path.join(sysroot.path, 'toolchain', 'bin', 'cc'), [...options, ...cflags, file, ...libs, '-o', ours, '-lm']);
    const programs: [string, string[]][] = [[theirs, []], runner.command(ours, true)];
    const times = programs.map(() => new Map<string, number[]>());
    for (let round = 0; round < rounds; round++) {
      for (const [index, program] of programs.entries()) {
        for (const [name, value] of await measure(program)) times[index]?.set(name, [...(times[index].get(name) ?? []), value]);
      }
    }
    console.log(`${target.name}, ${String(cpus().length)} cores; ${String(rounds)} rounds in turns, medians\n`);
    const rows = [...new Set(times.flatMap((side) => [...side.keys()]))].map((name) => {
      const sides = times.map((side) => side.get(name));
      // A side that gave up on a case has no time.
      if (sides.includes(undefined)) return [name, ...sides.map((values) => (values === undefined ? 'too long' : median(values).toFixed(1))), '', ''];
      const [glibc = 0, musl = 0] = sides.map((values) => median(values ?? []));
      const ratio = musl / glibc;
      const limit = limits[name];
      if (limit !== undefined && ratio > limit) process.exitCode = 1;
      return [name, glibc.toFixed(1), musl.toFixed(1), ratio.toFixed(2), limit === undefined ? '' : `${ratio > limit ? 'above' : 'within'} ${limit.toFixed(1)}`];
    });
    process.stdout.write(table(['case', 'glibc ns', 'musl + module ns', 'ratio', 'limit'], rows));
    const shown = Object.entries(bounds).filter(([name]) => !rows.some((row) => row[0] === name && row[4]?.startsWith('within')));
    if (shown.length > 0) console.log(`\nWhat bounds them:\n${shown.map(([name, why]) => `${name}: ${why}`).join('\n')}`);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
