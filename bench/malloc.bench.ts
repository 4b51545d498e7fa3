import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { table } from '../ts/report/table.js';
import { run } from '../ts/run/process.js';
import { projectRoot } from '../ts/run/root.js';
import { runnerOf } from '../ts/suite/execute.js';
import { isGlibcOf } from '../ts/suite/host.js';
import { hostTool } from '../ts/sysroot/hostTools.js';
import { mallocs } from '../ts/sysroot/musl.js';
import { ensureSysroot } from '../ts/sysroot/sysroot.js';
import { hostTarget } from '../ts/targets/target.js';
import { buildPrograms, inputOf, programs } from './mallocPrograms.js';
import { median } from './sideBySide.js';

/**
 * `npm run bench -- malloc [rounds]`: one program, and Lua and SQLite at work, on musl with each of its allocators, on this
 * machine's glibc and, where it is installed, with mimalloc in glibc's place; all in turns, medians. Times are CPU time of the
 * process, so that other work on the machine counts little; ratios are Scudo's to the others.
 */
const rounds = Number(process.argv[2] ?? 7);

interface Side {
  name: string;
  /** Which of the compilers its programs were built with; musl's allocators share theirs. */
  compiler: 'musl' | 'glibc';
  /** The command line of a program. */
  command: (program: string) => [string, string[]];
  env?: NodeJS.ProcessEnv;
}

/** What the machine's loader knows of mimalloc. */
async function mimalloc(): Promise<string | undefined> {
  const { stdout } = await run('ldconfig', ['-p'], { env: { ...process.env, PATH: `${process.env.PATH ?? ''}:/sbin:/usr/sbin` } });
  return /libmimalloc\.so\S* .*=> (\S+)/.exec(stdout)?.[1];
}

/** Compilers of the programs, and the sides that run them. */
async function sides(): Promise<{ compilers: Partial<Record<Side['compiler'], string>>; all: Side[] }> {
  const target = await hostTarget();
  const all: Side[] = [];
  for (const malloc of mallocs) {
    const runner = await runnerOf(await ensureSysroot(target, { malloc }));
    all.push({ name: malloc, compiler: 'musl', command: (program) => runner.command(program, true) });
  }
  const musl = path.join((await ensureSysroot(target)).path, 'toolchain', 'bin', 'cc');
  if (!(await isGlibcOf(target))) return { compilers: { musl }, all };
  const library = await mimalloc();
  if (library === undefined) console.error('without mimalloc: it is not installed; next: apt-get install libmimalloc2.0');
  const glibc: Side = { name: 'glibc', compiler: 'glibc', command: (program) => [program, []] };
  const preloaded = library === undefined ? [] : [{ ...glibc, name: 'mimalloc', env: { ...process.env, LD_PRELOAD: library } }];
  return { compilers: { musl, glibc: await hostTool('clang') }, all: [...all, glibc, ...preloaded] };
}

const scratch = await mkdtemp(path.join(tmpdir(), 'wildebeest-bench-'));
try {
  const { compilers, all } = await sides();
  const options = ['-std=gnu11', '-D_GNU_SOURCE', '-O2', '-fno-builtin', '-pthread', '-Wall', '-Wextra', '-Werror'];
  const usage = path.join(scratch, 'usage');
  const source = (name: string): string => path.join(projectRoot(), 'bench', name);
  await run(await hostTool('clang'), [...options, source('usage.c'), '-o', usage]);
  for (const [name, command] of Object.entries(compilers)) await run(command, [...options, source('malloc.c'), '-o', path.join(scratch, `malloc-${name}`)]);
  await buildPrograms(compilers, scratch);
  const programOf = (name: string, side: Side): [string, string[]] => side.command(path.join(scratch, `${name}-${side.compiler}`));
  const optionsOf = ({ env }: Side): { env?: NodeJS.ProcessEnv } => (env === undefined ? {} : { env });
  const start = async (side: Side, word: string[]): Promise<string> => {
    const [command, args] = programOf('malloc', side);
    return (await run(command, [...args, ...word], optionsOf(side))).stdout;
  };
  const work = async (name: string, side: Side): Promise<string> => {
    const [command, args] = programOf(name, side);
    return (await run(usage, [inputOf(name), command, ...args, ...(programs[name]?.args ?? [])], optionsOf(side))).stdout;
  };
  const printed = new Map<string, string>();
  const first = all[0];
  if (first === undefined) throw new Error('nothing to measure');
  const names = (await start(first, [])).trim().split('\n');
  const seen = new Map<string, number[]>();
  const note = (what: string, side: Side, value: number): void => {
    const key = `${what}\0${side.name}`;
    seen.set(key, [...(seen.get(key) ?? []), value]);
  };
  for (let round = 0; round < rounds; round++) {
    for (const [index, name] of names.entries()) {
      for (const side of all) {
        const text = await start(side, [String(index)]);
        for (const [, what = '', value = ''] of text.matchAll(/^(\w+) ([\d.-]+)$/gm)) note(`${name}: ${what}`, side, Number(value));
      }
    }
    for (const name of Object.keys(programs)) {
      for (const side of all) {
        const [, output = '', cpu = '', peak = ''] = /^([^]*)cpu (\d+)\npeak (\d+)\n$/.exec(await work(name, side)) ?? [];
        if ((printed.get(name) ?? output) !== output || output === '') throw new Error(`${name} on ${side.name} prints something else: ${output.slice(0, 200)}`);
        printed.set(name, output);
        note(`${name}: ms`, side, Number(cpu) / 1000);
        note(`${name}: resident, KiB`, side, Number(peak));
      }
    }
    for (const side of all) {
      const began = performance.now();
      for (let turn = 0; turn < 20; turn++) await start(side, ['start']);
      note('start and end of a program: µs', side, ((performance.now() - began) / 20) * 1000);
    }
  }
  const of = (what: string, side: string): number => median(seen.get(`${what}\0${side}`) ?? []);
  const rows = [...new Set([...seen.keys()].map((key) => key.split('\0')[0] ?? ''))].map((what) => [
    what.replace(/: cpu$/, ': ns').replace(/: (peak|kept|later)$/, ': $1, KiB'),
    ...all.map(({ name }) => of(what, name).toFixed(0)),
    ...all.filter(({ name }) => name !== 'scudo').map(({ name }) => (of(what, 'scudo') / Math.max(1, of(what, name))).toFixed(2)),
  ]);
  console.log(`${(await hostTarget()).name}, ${String(cpus().length)} cores; ${String(rounds)} rounds in turns, medians; ns: CPU time of a malloc and its free\n`);
  process.stdout.write(table(['case', ...all.map(({ name }) => name), ...all.filter(({ name }) => name !== 'scudo').map(({ name }) => `scudo/${name}`)], rows));
} finally {
  await rm(scratch, { recursive: true, force: true });
}
