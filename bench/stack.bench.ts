import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { table } from '../ts/report/table.js';
import { run } from '../ts/run/process.js';
import { projectRoot } from '../ts/run/root.js';
import { runnerOf } from '../ts/suite/execute.js';
import { ensureSysroot } from '../ts/sysroot/sysroot.js';
import { hostTarget } from '../ts/targets/target.js';
import { median } from './sideBySide.js';

/**
 * `npm run bench -- stack [rounds]`: what threads cost with musl's stacks of 128 KiB, with the 8 MiB that a program asks for
 * (the module stack-size), and with those that musl itself was configured for.
 */
const rounds = Number(process.argv[2] ?? 9);
const size = 8 << 20;

const target = await hostTarget();
const scratch = await mkdtemp(path.join(tmpdir(), 'wildebeest-bench-'));
try {
  const plain = await ensureSysroot(target);
  const configured = await ensureSysroot(target, { stackSize: size });
  const sides = [
    { name: 'musl', sysroot: plain, flags: [] },
    { name: 'module', sysroot: plain, flags: [`-Wl,-z,stack-size=${String(size)}`] },
    { name: '--stack-size', sysroot: configured, flags: [] },
  ];
  const programs: [string, string[]][] = [];
  for (const { name, sysroot, flags } of sides) {
    const program = path.join(scratch, name);
    const source = path.join(projectRoot(), 'bench', 'stack.c');
    await run(path.join(sysroot.path, 'toolchain', 'bin', 'cc'), ['-std=gnu11', '-D_GNU_SOURCE', '-O2', '-Wall', '-Wextra', '-Werror', ...flags, source, '-o', program]);
    programs.push((await runnerOf(sysroot)).command(program, true));
  }
  const seen = programs.map(() => new Map<string, number[]>());
  for (let round = 0; round < rounds; round++) {
    for (const [index, program] of programs.entries()) {
      const { stdout } = await run(...program);
      for (const [, what = '', value] of stdout.matchAll(/^(.+) ([\d.]+)$/gm)) seen[index]?.set(what, [...(seen[index].get(what) ?? []), Number(value)]);
    }
  }
  const rows = [...(seen[0]?.keys() ?? [])].map((what) => [what, ...seen.map((side) => median(side.get(what) ?? []).toFixed(0))]);
  console.log(`${target.name}; ${String(rounds)} rounds in turns, medians; of a thread\n`);
  process.stdout.write(table(['cost', ...sides.map(({ name }) => name)], rows));
} finally {
  await rm(scratch, { recursive: true, force: true });
}
