import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import t, { type Test } from 'tap';
import { loadModules, type LoadedModule } from '../ts/manifest/load.js';
import { limiter } from '../ts/run/pool.js';
import { run } from '../ts/run/process.js';
import { cxxProgram } from '../ts/suite/cxx.js';
import { execute, runsNatively } from '../ts/suite/execute.js';
import { flavours } from '../ts/suite/flavours.js';
import { judgeAlone } from '../ts/suite/module.js';
import { hostTool } from '../ts/sysroot/hostTools.js';
import { ensureSysroot } from '../ts/sysroot/sysroot.js';
import { hostTarget } from '../ts/targets/target.js';

async function scratch(t: Test): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'wildebeest-suite-'));
  t.teardown(() => rm(folder, { recursive: true }));
  return folder;
}

t.test('a test program that hangs, and whatever it started, is killed', async (t) => {
  const folder = await scratch(t);
  const alive = async (): Promise<boolean> => (await run('sh', ['-c', `cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' ' '`])).stdout.includes(`sleep 98765 # ${folder}`);
  const sleeper = `sh -c 'sleep 98765 # ${folder}
:'`;
  const hung = await execute('sh', ['-c', `echo 'ok 1 - before'; ${sleeper} & setsid ${sleeper} & wait`], 500);
  t.ok(hung.timedOut);
  t.equal(hung.stdout, 'ok 1 - before\n', 'what it printed is there');
  t.notOk(await alive(), 'nothing of it is left');
  const left = await execute('sh', ['-c', `echo 'ok 1 - all'; ${sleeper} & setsid ${sleeper} & exit 3`], 60_000);
  t.same({ ...left, stderr: '' }, { stdout: 'ok 1 - all\n', stderr: '', exitCode: 3, signal: undefined, timedOut: false, lingered: true }, 'one that leaves its output open behind');
  t.notOk(await alive(), 'nothing of that is left either');
  t.match(await execute('sh', ['-c', 'kill -SEGV $$'], 60_000), { signal: 'SIGSEGV', exitCode: undefined, timedOut: false });
});

t.test('whether this machine runs a program is found out by running it', async (t) => {
  const folder = await scratch(t);
  const build = async (name: string, text: string): Promise<string> => {
    const file = path.join(folder, name);
    await writeFile(`${file}.c`, text);
    await run(await hostTool('clang'), [`${file}.c`, '-o', file]);
    return file;
  };
  t.ok(await runsNatively(await build('good', '#include <unistd.h>\nint main(void) { char c; return read(0, &c, 1) == 0 ? 42 : 1; }\n')));
  t.notOk(await runsNatively(await build('other', 'int main(void) { return 1; }\n')), 'not what the trial program answers');
  const script = path.join(folder, 'script');
  await writeFile(script, '#!/bin/sh\ncat >/dev/null\nexit 42\n', { mode: 0o755 });
  t.notOk(await runsNatively(script), 'an interpreter runs it');
  const foreign = path.join(folder, 'foreign');
  await writeFile(foreign, Buffer.from('\x7fELF no machine has this format', 'latin1'), { mode: 0o755 });
  t.notOk(await runsNatively(foreign));
  t.notOk(await runsNatively(path.join(folder, 'nothing')));
});

t.test('the hardening flavours stop what they are for', async (t) => {
  const folder = await scratch(t);
  const sysroot = await ensureSysroot(await hostTarget());
  const flagsOf = (name: string): readonly string[] => flavours.find((item) => item.name === name)?.flags ?? [];
  const ends = async (name: string, text: string): Promise<string> => {
    const file = path.join(folder, 'program');
    await writeFile(`${file}.c`, text);
    await run(path.join(sysroot.path, 'toolchain', 'bin', 'cc'), ['-O2', '-static', ...flagsOf(name), `${file}.c`, '-o', file]);
    const { exitCode, signal } = await execute(file, [], 60_000);
    return signal ?? `exit ${String(exitCode)}`;
  };
  const cast = 'static int f(long a) { return (int)a; }\nint main(int argc, char **argv) { (void)argv; int (*volatile g)(int) = (int (*)(int))(void (*)(void))f; return g(argc) - 1; }\n';
  const sum = '#include <limits.h>\nint main(int argc, char **argv) { (void)argv; volatile int a = INT_MAX; return a + argc > 0; }\n';
  const quotient = 'int main(int argc, char **argv) { (void)argv; volatile int zero = argc - 1; return (argc / zero) & 0; }\n';
  t.equal(await ends('dynamic', cast), 'exit 0');
  t.match(await ends('CFI', cast), /^SIG(ILL|TRAP)$/, 'a call through a pointer of another type');
  t.match(await ends('overflow traps', sum), /^SIG(ILL|TRAP)$/, 'an overflow');
  t.match(await ends('overflow traps', quotient), /^SIG(ILL|TRAP)$/, 'a division by zero');
});

t.test('what a test does on musl alone is compared with the record', (t) => {
  const recorded = { stage: 'run' as const, failures: ['b', 'a'] };
  t.match(judgeAlone('x', recorded, { stage: 'run', failures: ['a', 'b'] }, true), { ok: true });
  t.match(judgeAlone('x', recorded, { stage: 'run', failures: ['a'] }, true), { ok: false, notes: ['recorded: run: ["a","b"]', 'seen: run: ["a"]'] });
  t.match(judgeAlone('x', recorded, { stage: 'run', failures: [], signal: 'SIGSEGV' }, true), { ok: false });
  t.match(judgeAlone('x', recorded, { stage: 'run', failures: [] }, true), { ok: false, notes: [/^passes on musl alone/] });
  t.match(judgeAlone('x', recorded, { stage: 'compile', errors: ['a'] }, true), { ok: false });
  t.match(judgeAlone('x', recorded, { stage: 'run', failures: ['a'] }, false), { ok: true }, 'another musl has mended a part');
  t.match(judgeAlone('x', recorded, { stage: 'run', failures: ['c'] }, false), { ok: false }, 'but has broken nothing');
  t.match(judgeAlone('x', recorded, { stage: 'run', failures: [] }, false), { ok: true, skip: 'passes alone on this musl, or is not tried under this emulator' });
  t.match(judgeAlone('x', { stage: 'compile', errors: ['e'] }, { stage: 'run', failures: ['a'] }, false), { ok: true });
  t.match(judgeAlone('x', recorded, { stage: 'link', errors: ['e'] }, false), { ok: false });
  t.end();
});

t.test('the C++ program takes every name of a module, and none that is not there', async (t) => {
  const folder = await scratch(t);
  const base = (await loadModules())[0];
  if (base === undefined) throw new Error('there is no module');
  const module: LoadedModule = {
    ...base,
    name: 'made',
    headers: ['made.h'],
    symbols: [
      { kind: 'missing', name: 'made_function', header: 'made.h' },
      { kind: 'differs', delivery: 'label', name: 'made_two', header: 'made.h', target: '__lwb_made_two', overloads: ['int(int)', 'long(long)'] },
      { kind: 'header', name: 'made_type', header: 'made.h', as: 'type' },
      { kind: 'header', name: 'struct made_tag', header: 'made.h', as: 'type' },
      { kind: 'header', name: 'made_member', of: 'struct made_tag', header: 'made.h', as: 'member' },
      { kind: 'header', name: 'MADE_MACRO', header: 'made.h', as: 'macro' },
      { kind: 'header', name: 'MADE_CONSTANT', header: 'made.h', as: 'constant' },
    ],
  };
  await writeFile(path.join(folder, 'cxx.cpp'), cxxProgram(module, 'bare'));
  const good = [
    'extern "C" int made_function(int);',
    'extern "C++" { int made_two(int) __asm__("two_int"); long made_two(long) __asm__("two_long"); }',
    'typedef int made_type(void);',
    'struct made_tag { int made_member; };',
    '#define MADE_MACRO',
    'enum { MADE_CONSTANT = 3 };',
  ];
  await writeFile(path.join(folder, 'library.c'), 'int made_function(int a) { return a; }\nint two_int(int a) { return a; }\nlong two_long(long a) { return a; }\n');
  await run(await hostTool('clang'), ['-c', 'library.c'], { cwd: folder });
  const build = async (lines: readonly string[]): Promise<string> => {
    await writeFile(path.join(folder, 'made.h'), `${lines.join('\n')}\n`);
    const built = await run(await hostTool('clang++'), ['-std=c++17', '-nostdlib++', '-I.', '-Wall', '-Wextra', '-Werror', 'cxx.cpp', 'library.o', '-o', 'program'], { cwd: folder, allowFailure: true });
    return built.exitCode === 0 ? '' : built.stderr;
  };
  t.equal(await build(good), '');
  const { stdout } = await run(path.join(folder, 'program'), []);
  t.equal(stdout, 'ok 1 - made_function\nok 2 - made_two, overload 1\nok 3 - made_two, overload 2\nok 4 - <made.h>\n1..4\n');
  for (let index = 0; index < good.length; index++) t.not(await build(good.toSpliced(index, 1)), '', `without ${good[index] ?? ''}`);
  t.match(await build(['int made_function(int);', ...good.slice(1)]), 'made_function(int)', 'without extern "C" it does not link');
});

t.test('the gate lets so many through', async (t) => {
  const gate = limiter(2);
  const seen: number[] = [];
  let inside = 0;
  await Promise.all(
    [1, 2, 3, 4, 5].map((item) =>
      gate(async () => {
        inside++;
        t.ok(inside <= 2);
        await new Promise((resolve) => setTimeout(resolve, 5));
        inside--;
        seen.push(item);
        if (item === 3) throw new Error('three');
      }).catch((error: unknown) => t.match(error, { message: 'three' })),
    ),
  );
  t.same(seen, [1, 2, 3, 4, 5]);
});
