import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { table } from '../ts/report/table.js';
import { projectRoot } from '../ts/run/root.js';
import { findProgram } from '../ts/sysroot/hostTools.js';
import { ensureSysroot } from '../ts/sysroot/sysroot.js';
import { loadTarget } from '../ts/targets/target.js';
import { ensureGetent, whyNoNamespaces } from '../test/getentProgram.js';

/**
 * `npm run bench -- getent`: getent over files of a million lines in the page cache, static on musl, against glibc's own and
 * against one that leaves everything to musl, in turn in one run. Needs root: /etc is one of its own.
 */
const lines = 1_000_000;
const rounds = 7;
const self = fileURLToPath(import.meta.url);

interface Measure {
  what: string;
  args: string[];
  /** At most this part of glibc's time. */
  goal: number;
  /** How many times in a round: short ones are many. */
  repeat?: number;
  /** Whether what leaves everything to libc can do it. */
  libc?: boolean;
}

const user = (n: number): string => `user${String(n)}`;
const measures: Measure[] = [
  { what: 'start-up: the first line', args: ['passwd', user(0)], goal: 1, repeat: 40, libc: true },
  { what: 'last name of passwd', args: ['passwd', user(lines - 1)], goal: 0.4, libc: true },
  { what: 'last id of passwd', args: ['passwd', String(lines - 1)], goal: 0.4 },
  { what: 'ten names of passwd', args: ['passwd', ...Array.from({ length: 10 }, (_, i) => user(((i + 1) * lines) / 10 - 1))], goal: 0.06, libc: true },
  { what: 'all of passwd', args: ['passwd'], goal: 0.35, libc: true },
  { what: 'last name of group', args: ['group', `group${String(lines - 1)}`], goal: 0.4, libc: true },
  { what: 'all of group', args: ['group'], goal: 0.35, libc: true },
  { what: 'initgroups', args: ['initgroups', user(lines - 1)], goal: 0.4 },
];

/** Writes a file of a million lines. */
async function fill(file: string, line: (n: number) => string): Promise<void> {
  await pipeline(
    function* () {
      for (let n = 0; n < lines; n += 1000) yield Array.from({ length: 1000 }, (_, i) => line(n + i)).join('');
    },
    createWriteStream(file),
  );
}

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** The hash of what a command writes, so that nothing is compared that does not do the same. */
async function digest(program: string, args: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  const running = execa(program, args, { buffer: false, env: { LC_ALL: 'C' } });
  for await (const chunk of running.iterable({ binary: true })) hash.update(chunk);
  await running;
  return hash.digest('hex');
}

/** Inside the namespaces: fills /etc, measures, prints; false when the programs differ in what they write. */
async function compare(run: string, programs: Record<string, string>): Promise<boolean> {
  await execa('sh', ['-c', 'mount --make-rprivate / && mount -t tmpfs tmpfs /etc']);
  await fill('/etc/passwd', (n) => `${user(n)}:x:${String(n)}:${String(n)}:User number ${String(n)}:/home/${user(n)}:/bin/sh\n`);
  await fill('/etc/group', (n) => `group${String(n)}:x:${String(n)}:${user(n)},${user((n * 7) % lines)}\n`);
  await writeFile('/etc/nsswitch.conf', 'passwd: files\ngroup: files\ninitgroups: files\n');

  const [ours = '', theirs = ''] = Object.values(programs);
  let same = true;
  const rows: string[][] = [];
  let peak = 0;
  for (const { what, args, goal, repeat = 1, libc = false } of measures) {
    const taking = Object.entries(programs).filter((_, i) => i < 2 || libc);
    const times = new Map<string, number[]>(taking.map(([name]) => [name, []]));
    const memory = new Map<string, number>();
    if ((await digest(ours, args)) !== (await digest(theirs, args))) {
      same = false;
      console.log(`${what}: getent ${args.slice(0, 3).join(' ')} does not write what glibc's does`);
    }
    for (let round = 0; round < rounds; round++) {
      for (const [name, program] of taking) {
        const { stdout } = await execa(run, [String(repeat), program, ...args], { env: { LC_ALL: 'C' } });
        const numbers = stdout.trim().split(' ').map(Number);
        memory.set(name, Math.max(memory.get(name) ?? 0, numbers.pop() ?? 0));
        times.get(name)?.push(...numbers);
      }
    }
    const ms = taking.map(([name]) => median(times.get(name) ?? []));
    const ratio = (ms[0] ?? 0) / (ms[1] ?? 1);
    const used = taking.map(([name]) => memory.get(name) ?? 0);
    peak = Math.max(peak, used[0] ?? 0);
    const shown = (numbers: readonly number[], digits: number): string[] => [0, 1, 2].map((i) => numbers[i]?.toFixed(digits) ?? '');
    rows.push([what, ...shown(ms, 2), ratio.toFixed(3), String(goal), ratio <= goal ? 'met' : 'missed', ...shown(used, 0)]);
  }
  const names = Object.keys(programs);
  console.log(`${String(lines)} lines each; ${String(rounds)} rounds, medians in ms; peak memory in KiB\n`);
  process.stdout.write(table(['', ...names, 'of glibc', 'goal', '', ...names.map((name) => `KiB ${name}`)], rows));
  console.log(`\npeak memory of ours: ${String(peak)} KiB, ${peak < 1024 ? 'below' : 'NOT below'} 1 MiB`);
  return same;
}

/** Builds what is compared, and starts this file again inside namespaces of its own. */
async function start(): Promise<void> {
  const why = await whyNoNamespaces();
  const glibc = await findProgram('getent');
  if (why !== undefined || glibc === undefined) throw new Error(why ?? 'getent: not found; next: run this on a system with glibc');
  const target = await loadTarget('x86_64');
  const cc = path.join((await ensureSysroot(target)).path, 'toolchain', 'bin', 'cc');
  const scratch = await mkdtemp(path.join(tmpdir(), 'wildebeest-bench-'));
  try {
    for (const name of ['run', 'libc']) {
      await execa(cc, ['-std=gnu11', '-O2', '-static', path.join(projectRoot(), 'bench', 'getent', `${name}.c`), '-o', path.join(scratch, name)]);
    }
    const words = [path.join(scratch, 'run'), await ensureGetent(target), glibc, path.join(scratch, 'libc')];
    const { exitCode } = await execa('unshare', ['-m', process.execPath, self, '--inside', ...words], { stdio: 'inherit', reject: false });
    process.exitCode = exitCode ?? 1;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

const [mode, run = '', ours = '', glibc = '', libc = ''] = process.argv.slice(2);
if (mode !== '--inside') await start();
else if (!(await compare(run, { ours, glibc, 'musl’s libc': libc }))) process.exitCode = 1;
