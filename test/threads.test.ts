import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import t, { type Test } from 'tap';
import { closure, loadModules, wrapped, type LoadedModule } from '../ts/manifest/load.js';
import { run, type RunResult } from '../ts/run/process.js';
import { projectRoot } from '../ts/run/root.js';
import { ensureStep } from '../ts/run/store.js';
import { sourceFlags, testFlags } from '../ts/suite/flavours.js';
import { isGlibcOf } from '../ts/suite/host.js';
import { hostTool } from '../ts/sysroot/hostTools.js';
import { hostTarget } from '../ts/targets/target.js';
import { filesHash, once, versionsOf } from './once.js';

// ThreadSanitizer's runtime is for glibc: as in the suite's sanitizer flavour, the modules' sources are compiled for this machine.
const root = projectRoot();
const sanitizer = ['-fsanitize=thread', '-O1', '-g', '-fno-omit-frame-pointer', '-fPIE', '-w'];
const skip = (await isGlibcOf(await hostTarget())) ? false : 'ThreadSanitizer needs a machine with glibc';
const modules = await loadModules();
const programs = path.join(root, 'test', 'programs');
const flockfile = path.join(programs, 'flockfile.c');
const testing = path.join(root, 'wildebeest', 'testing');
const inputs = {
  files: await filesHash('test/threads.test.ts', 'test/programs/threads.c', 'test/programs/flockfile.c', 'wildebeest/modules/*.[ch]', 'wildebeest/modules/*.json', 'wildebeest/testing', 'wildebeest/shared'),
  tools: await versionsOf('clang'),
};

const cFlags = ['-std=gnu11', '-D_GNU_SOURCE', '-fno-builtin'];

/** Words that lead calls to the functions of some modules on glibc, where their overlay headers have no place. */
function redirects(all: readonly LoadedModule[]): string[] {
  const labels = all.flatMap(({ symbols }) => symbols.flatMap((symbol) => (symbol.kind === 'differs' && symbol.delivery === 'label' ? [symbol] : [])));
  return [...all.flatMap(wrapped).map((name) => `-Wl,--wrap=${name}`), ...labels.flatMap(({ name, target }) => [`-Wl,--wrap=${name}`, `-Wl,--defsym=__wrap_${name}=${target}`])];
}

/** The objects of a module's sources under ThreadSanitizer. */
async function objectsOf({ name, folder, sources }: LoadedModule): Promise<string[]> {
  if (sources.length === 0) return [];
  const args = [...sourceFlags, ...sanitizer, '-Wno-error', '-c'];
  const files = await filesHash('wildebeest/modules/*.h', 'wildebeest/shared', `wildebeest/modules/${name}/*.c`);
  const step = await ensureStep({
    name: `tsan-${name}`,
    inputs: { args, files, tools: inputs.tools, sources },
    make: async (output, { log }) => {
      await run(await hostTool('clang'), [...args, ...sources.map((source) => path.join(folder, source))], { cwd: output, log });
    },
  });
  return sources.map((source) => path.join(step, source.replace(/c$/, 'o')));
}

/** Builds a test program with some modules, and what they require, under ThreadSanitizer. */
async function build(folder: string, source: string, names: readonly string[], flags: readonly string[]): Promise<string> {
  const all = closure(modules, names);
  const objects = [];
  for (const module of all) objects.push(...(await objectsOf(module)));
  const program = path.join(folder, path.parse(source).name);
  await run(await hostTool('clang'), [...flags, ...sanitizer, source, flockfile, ...objects, ...redirects(all), '-Wl,--wrap=flockfile', '-Wl,--wrap=funlockfile', '-lm', '-lresolv', '-o', program]);
  return program;
}

/** Runs a program; what ThreadSanitizer says of it. */
async function report(folder: string, program: string, ...args: string[]): Promise<{ result: RunResult; races: string }> {
  // The lock of glibc's own loader, by which its iconv loads converters, is nothing that the sanitizer knows.
  const suppressions = path.join(folder, 'suppressions');
  await writeFile(suppressions, 'called_from_lib:ld-linux\n');
  const environment = { ...process.env, TSAN_OPTIONS: `log_path=${path.join(folder, 'race')} suppressions=${suppressions}` };
  const result = await run(program, args, { cwd: folder, env: environment, allowFailure: true, timeout: 300_000 });
  const reports = (await readdir(folder)).filter((name) => name.startsWith('race.'));
  return { result, races: (await Promise.all(reports.map((name) => readFile(path.join(folder, name), 'utf8')))).join('') };
}

async function scratch(t: Test): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'wildebeest-threads-'));
  t.teardown(() => rm(folder, { recursive: true }));
  return folder;
}

/** The modules whose functions threads.c calls. */
const called = [
  ...['argp', 'error', 'execinfo', 'fnmatch', 'fts', 'ftw', 'glob', 'locale', 'malloc', 'obstack', 'printf', 'printf-m'],
  ...['stdio', 'stdlib', 'stdstreams', 'strerror_r', 'string', 'time', 'unistd', 'utmp'],
];

t.test('functions that are safe in threads do not race, under ThreadSanitizer', { skip }, async (t) => {
  t.setTimeout(600_000);
  await once(t, 'threads', inputs, async () => {
    const folder = await scratch(t);
    const flags = [...cFlags, `-I${testing}`];
    const program = await build(folder, path.join(programs, 'threads.c'), called, flags);
    t.match((await report(await scratch(t), program, 'race')).races, /WARNING: ThreadSanitizer: data race/, 'a race is seen');
    const { result, races } = await report(folder, program);
    t.equal(races, '');
    t.equal(result.exitCode, 0, 'each answer is right', { output: result.stdout + result.stderr });
  });
});

/** Tests of modules that start threads themselves. */
const threaded = { colonfiles: 'colonfiles_read_test', error: 'error_threads_test', grp: 'grp_files_test', locale: 'iconv_test', netdb: 'netdb_test', stdio: 'stdio_test', strerror_r: 'strerror_test' };

for (const [name, id] of Object.entries(threaded)) {
  t.test(`${id} passes under ThreadSanitizer`, { skip }, async (t) => {
    t.setTimeout(600_000);
    await once(t, `threads-${id}`, inputs, async () => {
      const folder = await scratch(t);
      const module = modules.find((item) => item.name === name);
      const test = module?.tests.find(({ source }) => source === `${id}.c`);
      if (module === undefined || test === undefined) throw new Error(`${name} has no ${id}.c`);
      const program = await build(folder, path.join(module.folder, test.source), [name, ...test.modules], testFlags(test, testing));
      const { result, races } = await report(folder, program);
      t.equal(races, '');
      t.equal(result.exitCode, 0, 'passes', { output: result.stdout + result.stderr });
    });
  });
}
