import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { constants } from 'node:os';
import path from 'node:path';
import t from 'tap';
import { run } from '../ts/run/process.js';
import { projectRoot } from '../ts/run/root.js';
import { count, formatPoint } from '../ts/suite/tap.js';
import { testToolchains } from '../ts/suite/toolchain.js';
import { hostTool } from '../ts/sysroot/hostTools.js';
import { ensureSysroot } from '../ts/sysroot/sysroot.js';
import { hostTarget, loadTarget, targetNames, type Target } from '../ts/targets/target.js';

const folder = path.join(projectRoot(), 'libc-support', 'musl');
const sysroot = await ensureSysroot(await hostTarget(), { malloc: 'scudo' });

/** This machine's target; with WILDEBEEST_SCUDO=all, or names of targets, those, under qemu-user. */
async function targetsToTest(): Promise<Target[]> {
  const names = process.env.WILDEBEEST_SCUDO;
  if (names === undefined) return [await hostTarget()];
  return await Promise.all((names === 'all' ? await targetNames() : names.split(' ')).map(loadTarget));
}

for (const target of await targetsToTest()) {
  t.test(`programs run on it: C, malloc, its errors, its namespace, in every kind of link: ${target.name}`, async (t) => {
    const point = await testToolchains(await ensureSysroot(target, { malloc: 'scudo' }));
    const { passed, failed } = count([point]);
    if (!point.ok) t.comment(formatPoint(point, 1));
    t.ok(point.ok, `${String(passed)} points pass, ${String(failed)} fail`);
    t.ok(passed > 100, 'and there are many');
  });
}

t.test('C++ programs run on it, with libc++', async (t) => {
  const point = await testToolchains(await ensureSysroot(await hostTarget(), { malloc: 'scudo', cxx: true }));
  if (!point.ok) t.comment(formatPoint(point, 1));
  t.ok(point.ok, `${String(count([point]).passed)} points pass`);
});

t.test('a report goes to the file that the shell gave, and says no more than a line', async (t) => {
  const source = '#include <stdlib.h>\nint main(void) { void *volatile p = malloc(40); free(p); free(p); return 0; }\n';
  const work = t.testdir({ 'twice.c': source });
  await run(path.join(sysroot.path, 'toolchain', 'bin', 'cc'), ['-O2', '-fno-builtin', '-static', 'twice.c', '-o', 'twice'], { cwd: work });
  // The file is not opened to append: what a shell gives is written to all the same.
  const { exitCode } = await run('sh', ['-c', './twice 2>file; exit $?'], { cwd: work, allowFailure: true });
  t.equal(exitCode, 128 + constants.signals.SIGABRT);
  t.match(await readFile(path.join(work, 'file'), 'utf8'), /^Scudo ERROR: invalid chunk state when deallocating address 0x[0-9a-f]+\n/);
});

t.test("pages of 16 and 64 KiB: what such a kernel's programs are told is all that the allocator knows of them", async (t) => {
  const work = t.testdir({});
  const programs = path.join(projectRoot(), 'test', 'programs');
  const build = async (name: string): Promise<string> => {
    const words = ['-D_GNU_SOURCE', '-O2', '-fno-builtin', '-static', `-I${path.join(projectRoot(), 'wildebeest', 'testing')}`, path.join(programs, `${name}.c`)];
    await run(path.join(sysroot.path, 'toolchain', 'bin', 'cc'), [...words, '-o', name], { cwd: work });
    return path.join(work, name);
  };
  const launcher = await build('page_size');
  for (const name of ['malloc', 'malloc_errors', 'malloc_memory']) {
    const program = await build(name);
    for (const bytes of ['16384', '65536']) {
      const { exitCode, stdout } = await run(launcher, [bytes, program], { allowFailure: true });
      t.equal(exitCode, 0, `${name}, ${bytes} bytes`);
      t.match(stdout, /^ok [^]*^1\.\.\d+$/m);
      if (exitCode !== 0) t.comment(stdout);
    }
  }
});

t.test('scudo.o has the symbols of CONTRACT.md, and no other', async (t) => {
  const text = await readFile(path.join(folder, 'CONTRACT.md'), 'utf8');
  const listed = (title: string): string[] => {
    const section = text.split(/^## /m).find((part) => part.startsWith(title)) ?? '';
    return [...section.matchAll(/^\| (`.*?`) \|/gm)].flatMap(([, names = '']) => [...names.matchAll(/`(\w+)`/g)].map(([, name = '']) => name)).sort();
  };
  const work = t.testdir({});
  const archive = path.join(sysroot.path, 'usr', 'lib', 'libc.a');
  const { stdout: members } = await run(await hostTool('llvm-ar'), ['t', archive]);
  // Where libc.a is for static-pie programs too, its members are those of libc.so.
  const object = /^scudo\.l?o$/m.exec(members)?.[0] ?? 'scudo.o';
  await run(await hostTool('llvm-ar'), ['x', archive, object], { cwd: work });
  const symbols = async (...which: string[]): Promise<string[]> => {
    const { stdout } = await run(await hostTool('llvm-nm'), ['--format=posix', '--extern-only', ...which, path.join(work, object)]);
    return stdout.split('\n').flatMap((line) => (/^(\S+) [A-Zvw]/.exec(line) ?? []).slice(1)).filter((name) => !/^_ZZ?N14__malloc_scudo|^_ZZ?NK14__malloc_scudo/.test(name)).sort();
  };
  t.same(await symbols('--defined-only'), listed('Provides'));
  t.same(await symbols('--undefined-only'), listed('Reads'));
  const { stdout } = await run(await hostTool('llvm-nm'), ['--dynamic', '--defined-only', '--format=posix', path.join(sysroot.path, 'usr', 'lib', 'libc.so')]);
  t.notMatch(stdout, /scudo|__malloc_/, 'libc.so exports nothing of it');
});

t.test('assemble: what is wrong is one line, and nothing is changed', async (t) => {
  const assemble = async (...args: string[]): Promise<{ exitCode: number | undefined; stderr: string }> => {
    const { exitCode, stderr } = await run(path.join(folder, 'assemble'), args, { allowFailure: true });
    return { exitCode, stderr };
  };
  const work = t.testdir({ empty: {}, musl: { src: { malloc: { 'calloc.c': 'int x;\n' } } }, llvm: {} });
  const at = (name: string): string => path.join(work, name);
  t.match(await assemble(), { exitCode: 2, stderr: /^usage: assemble MUSL LLVM/ });
  t.match(await assemble(at('empty'), at('llvm')), { exitCode: 1, stderr: /^assemble: .*empty: no source of musl; next: / });
  t.match(await assemble(at('musl'), at('llvm')), { exitCode: 1, stderr: /^assemble: .*standalone: no combined\.h; next: / });
  const scudo = path.join(at('llvm'), 'compiler-rt', 'lib', 'scudo', 'standalone');
  await mkdir(scudo, { recursive: true });
  await writeFile(path.join(scudo, 'combined.h'), '');
  t.match(await assemble(at('musl'), at('llvm')), { exitCode: 1, stderr: /^assemble: 0001-.*\.patch does not apply to .*musl; next: take musl 1\.2\.5 or 1\.2\.6\n?$/ });
  t.same(await readdir(path.join(at('musl'), 'src', 'malloc')), ['calloc.c']);
  await cp(path.join(folder, 'scudo'), path.join(at('musl'), 'src', 'malloc', 'scudo'), { recursive: true });
  t.match(await assemble(at('musl'), at('llvm')), { exitCode: 1, stderr: /is there already; next: / });
});
