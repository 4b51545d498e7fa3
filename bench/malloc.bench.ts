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
import { median } from './sideBySide.js';

/**
 * `npm run bench -- malloc [rounds]`: one program on musl with each of its allocators, on this machine's glibc and, where it is
 * installed, with mimalloc in glibc's place; all in turns, medians. Times are CPU time of the process, so that other work on the
 * machine counts little; ratios are Scudo's to the others.
 */
const rounds = Number(process.argv[2] ?? 7);

interface Side {
  name: string;
  command: string;
  args: string[];
  env?: NodeJS.ProcessEnv;
}

/** What the machine's loader knows of mimalloc. */
async function mimalloc(): Promise<string | undefined> {
  const { stdout } = await run('ldconfig', ['-p'], { env: { ...process.env, PATH: `${process.env.PATH ?? ''}:/sbin:/usr/sbin` } });
  return /libmimalloc\.so\S* .*=> (\S+)/.exec(stdout)?.[1];
}

async function sides(scratch: string): Promise<Side[]> {
  const target = await hostTarget();
  const file = path.join(projectRoot(), 'bench', 'malloc.c');
  const options = ['-std=gnu11', '-D_GNU_SOURCE', '-O2', '-fno-builtin', '-pthread', '-Wall', '-Wextra', '-Werror', file, '-o'];
  const made: Side[] = [];
  for (const malloc of mallocs) {
    const sysroot = await ensureSysroot(target, { malloc });
    const program = path.join(scratch, malloc);
    await run(path.join(sysroot.path, 'toolchain', 'bin', 'cc'), [...options, program]);
    const [command, args] = (await runnerOf(sysroot)).command(program, true);
    made.push({ name: malloc, command, args });
  }
  if (!(await isGlibcOf(target))) return made;
  const command = path.join(scratch, 'glibc');
  await run(await hostTool('clang'), [...options, command]);
  const library = await mimalloc();
  if (library === undefined) console.error('without mimalloc: it is not installed; next: apt-get install libmimalloc2.0');
  return [...made, { name: 'glibc', command, args: [] }, ...(library === undefined ? [] : [{ name: 'mimalloc', command, args: [], env: { ...process.env, LD_PRELOAD: library } }])];
}

const scratch = await mkdtemp(path.join(tmpdir(), 'wildebeest-bench-'));
try {
  const all = await sides(scratch);
  const start = async ({ command, args, env }: Side, word: string[]): Promise<string> => (await run(command, [...args, ...word], env === undefined ? {} : { env })).stdout;
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
