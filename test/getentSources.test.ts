import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import t from 'tap';
import { run } from '../ts/run/process.js';
import { projectRoot } from '../ts/run/root.js';
import { ensureStep, filesBelow } from '../ts/run/store.js';
import { hashFiles } from '../ts/shim/build.js';
import { parseTap } from '../ts/suite/tap.js';
import { hostTool } from '../ts/sysroot/hostTools.js';
import { ensureSysroot } from '../ts/sysroot/sysroot.js';
import { loadTarget } from '../ts/targets/target.js';
import { once } from './once.js';

const folders = ['libc-support/getent', 'wildebeest/modules/dns', 'wildebeest/modules/idna', 'wildebeest/testing'];
const sanitizers = ['-fsanitize=address,undefined', '-fno-sanitize-recover=all', '-g', '-O1'];

// Most of the time is spent waiting for answers that do not come: a program that passed is not run again (its path names what it is made of).

/** The sources of getent that ask over sockets, with the modules that they use, and the test or fuzzer `main`. */
async function build(name: string, cc: string, flags: readonly string[], main: string): Promise<string> {
  const root = projectRoot();
  const files = (await Promise.all(folders.map(async (folder) => (await filesBelow(path.join(root, folder))).map((file) => path.join(folder, file))))).flat();
  const sources = files.filter((file) => /^libc-support\/getent\/(answer|source_(?!libidn2)\w+)\.c$|^wildebeest\/modules\/\w+\/(?!\w+_(test|fuzz)\.c)\w+\.c$/.test(file));
  const folder = await ensureStep({
    name,
    inputs: { cc, flags: [...flags], main, files: await hashFiles(root, files.filter((file) => file.endsWith('.h')).concat(sources, main)) },
    make: async (output) => {
      const args = ['-std=gnu11', '-D_GNU_SOURCE', '-Wall', '-Wextra', '-Wshadow', '-Werror', ...flags, `-I${path.join(root, 'wildebeest', 'testing')}`];
      await run(cc, [...args, ...[...sources, main].map((file) => path.join(root, file)), '-o', path.join(output, 'test')]);
    },
  });
  return path.join(folder, 'test');
}

/** Runs a TAP program in a folder of its own; each point that failed, with what it says. */
async function failures(program: string): Promise<string[]> {
  const cwd = await mkdtemp(path.join(os.tmpdir(), 'lwb-sources-'));
  try {
    const result = await run(program, [], { allowFailure: true, cwd, timeout: 120_000 });
    const { points, problem } = parseTap(result.stdout);
    const failed = points.filter((point) => !point.ok).map((point) => [point.description, ...(point.notes ?? [])].join(': '));
    if (problem !== undefined) failed.push(problem);
    if (result.exitCode !== 0) failed.push(`exit ${String(result.exitCode)}: ${result.stderr.slice(-1000)}`);
    return failed;
  } finally {
    await rm(cwd, { recursive: true });
  }
}

t.test('what getent asks over sockets: on musl, static', async (t) => {
  const sysroot = await ensureSysroot(await loadTarget('x86_64'));
  const cc = path.join(sysroot.path, 'toolchain', 'bin', 'cc');
  const program = await build('getent-sources-musl', cc, ['-O2', '-static'], 'libc-support/getent/sources_test.c');
  await once(t, 'getent-sources-musl', program, async () => {
    t.strictSame(await failures(program), []);
  });
});

t.test('what getent asks over sockets: with ASan and UBSan', async (t) => {
  const cc = await hostTool('clang');
  const program = await build('getent-sources-sanitized', cc, sanitizers, 'libc-support/getent/sources_test.c');
  await once(t, 'getent-sources-sanitized', program, async () => {
    t.strictSame(await failures(program), []);
  });
});

t.test('answers of the cache daemon, avahi and name servers, fuzzed', async (t) => {
  const cc = await hostTool('clang');
  const fuzzer = await build('getent-sources-fuzz', cc, [...sanitizers, '-fsanitize=fuzzer'], 'libc-support/getent/sources_fuzz.c');
  await once(t, 'getent-sources-fuzz', fuzzer, async () => {
    const cwd = await mkdtemp(path.join(os.tmpdir(), 'lwb-sources-'));
    t.teardown(() => rm(cwd, { recursive: true }));
    const result = await run(fuzzer, ['-seed=1', '-runs=5000', '-max_total_time=20', '-max_len=1024', '-timeout=20'], { allowFailure: true, cwd, timeout: 120_000 });
    t.equal(result.exitCode, 0, 'no crash', { output: result.stderr.slice(-2000) });
  });
});
