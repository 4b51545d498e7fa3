import path from 'node:path';
import t from 'tap';
import { run } from '../ts/run/process.js';
import { projectRoot } from '../ts/run/root.js';
import { execute, runnerOf } from '../ts/suite/execute.js';
import { parseTap } from '../ts/suite/tap.js';
import { ensureSysroot } from '../ts/sysroot/sysroot.js';
import { hostTarget } from '../ts/targets/target.js';

const wanted = 8 << 20;

t.test('a musl that is configured with a stack size gives it to threads that ask for none', async (t) => {
  const plain = await ensureSysroot(await hostTarget());
  const sysroot = await ensureSysroot(await hostTarget(), { stackSize: wanted });
  t.match(sysroot, { stackSize: wanted });
  t.not(sysroot.path, plain.path);
  const work = t.testdir({});
  const source = path.join(projectRoot(), 'wildebeest', 'modules', 'stack-size', 'stack_size_test.c');
  const failures = async ({ path: root }: { path: string }, link: string[]): Promise<string[]> => {
    const program = path.join(work, 'program');
    const words = ['-std=c11', '-D_GNU_SOURCE', '-O2', `-I${path.join(projectRoot(), 'wildebeest', 'testing')}`, ...link, source, '-o', program];
    await run(path.join(root, 'toolchain', 'bin', 'cc'), words);
    const result = await execute(...(await runnerOf(sysroot)).command(program, !link.includes('-static')), 60_000);
    const { points } = parseTap(result.stdout);
    t.ok(points.length > 1, 'it runs');
    return [...points.filter(({ ok }) => !ok).map(({ description }) => description), ...(result.signal === undefined ? [] : [result.signal])];
  };
  for (const link of [['-static'], ['-fPIE', '-pie']]) {
    t.same(await failures(sysroot, link), []);
    // The loader of a dynamic program is the one of the runner's sysroot.
    if (link.includes('-static')) t.match(await failures(plain, link), [/8 MiB unless told/, /the thread has it/, 'SIGSEGV'], 'and musl alone does not');
  }
});

t.test('what is no stack size is said in a line', async (t) => {
  for (const words of ['64', '1e9', 'much', '8388609']) {
    const { exitCode, stderr } = await run('node', [path.join(projectRoot(), 'dist', 'ts', 'bin.js'), 'sysroot', 'x86_64', '--stack-size', words], { allowFailure: true });
    t.equal(exitCode, 2);
    t.match(stderr, /no stack size: '.*'; next: give bytes, from 65536 to 8388608/);
  }
});
