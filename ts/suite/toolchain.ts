import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ending, run } from '../run/process.js';
import { projectRoot } from '../run/root.js';
import { ensureStep } from '../run/store.js';
import { hashFiles } from '../shim/build.js';
import type { Sysroot } from '../sysroot/sysroot.js';
import { execute } from './execute.js';
import { group, parseTap, type Point } from './tap.js';

/** One program in one kind of link. */
interface Program {
  /** `C++, static-pie`; also the name of its file. */
  name: string;
  source: string;
  /** It loads a shared object, which is the same source with LIBRARY, and has the program's name and `.so`. */
  library?: boolean;
  compiler: 'cc' | 'c++';
  flags: readonly string[];
  /** What it is run with. */
  environment?: Record<string, string>;
}

const links: readonly [name: string, flags: readonly string[]][] = [
  ['static', ['-static']],
  ['static-pie', ['-fPIE', '-static-pie']],
  ['dynamic', ['-fPIE', '-pie']],
];

/** The C that the programs are written in. */
const language = ['-std=c11', '-D_GNU_SOURCE'];

/** A C program in each kind of link. */
const inEach = (name: string, source: string, environment: Record<string, string> = {}): Program[] =>
  links.map(([link, flags]) => ({ name: `${name}, ${link}`, source, compiler: 'cc', flags: [...language, ...flags], environment }));

/** What is true of Scudo alone: mallocng reports nothing, and calls a munmap of the program's own. */
const scudo: readonly Program[] = [
  ...inEach('errors of malloc', 'malloc_errors.c'),
  ...inEach('errors of malloc with a quarantine', 'malloc_errors.c', { SCUDO_OPTIONS: 'quarantine_size_kb=64' }),
  ...inEach('reports of malloc', 'malloc_report.c'),
  ...inEach('memory of malloc', 'malloc_memory.c'),
  { name: 'the namespace of malloc', source: 'namespace.c', compiler: 'cc', flags: ['-std=c99', '-static'] },
];

/** The programs of test/programs that a sysroot has to build and run. */
function programsOf(sysroot: Sysroot): Program[] {
  const cxx = links.map(([link, flags]): Program => ({ name: `C++, ${link}`, source: 'cxx.cc', compiler: 'c++', flags: ['-std=c++20', ...flags] }));
  return [
    ...inEach('C', 'c.c'),
    ...inEach('malloc', 'malloc.c'),
    ...inEach("a program's own malloc", 'malloc_replaced.c'),
    { name: 'malloc and dlopen, dynamic', source: 'malloc_dlopen.c', library: true, compiler: 'cc', flags: [...language, '-fPIE', '-pie'] },
    ...(sysroot.malloc === 'scudo' ? scudo : []),
    ...(sysroot.cxx ? cxx : []),
  ];
}

/** Compiler output of the programs that do not build, by name. */
type Refused = Record<string, string[]>;

/** Whether programs that a target's own compilers build run there: with the C sysroot, and where there is one that with libc++. */
export async function testToolchains(sysroot: Sysroot, cxx?: Sysroot): Promise<Point> {
  return group('toolchain', [await testToolchain(sysroot), ...(cxx === undefined ? [] : [await testToolchain(cxx)])]);
}

/**
 * Whether programs that a sysroot's own compilers build run there: C, and C++ where it has libc++, in every kind of link.
 * They are built once for each sysroot and run, with the sysroot's `run`, each time.
 */
async function testToolchain(sysroot: Sysroot): Promise<Point> {
  const folder = path.join(projectRoot(), 'test', 'programs');
  const testing = path.join(projectRoot(), 'wildebeest', 'testing');
  const tool = (name: string): string => path.join(sysroot.path, 'toolchain', 'bin', name);
  const programs = programsOf(sysroot);
  const built = await ensureStep({
    name: `toolchain-${sysroot.target.name}`,
    inputs: {
      version: 2,
      sysroot: sysroot.key,
      programs: programs.map(({ name, flags }) => [name, flags]),
      sources: await hashFiles(folder, [...new Set(programs.map(({ source }) => source))]),
      tap: await hashFiles(testing, ['tap.h']),
    },
    make: async (output, { log }) => {
      const refused: Refused = {};
      const build = async ({ name, source, compiler }: Program, flags: readonly string[], file: string): Promise<void> => {
        const words = [...flags, '-O2', '-fno-builtin', '-Wall', '-Wextra', '-Werror', `-I${testing}`, path.join(folder, source), '-o', path.join(output, file), '-lm'];
        const result = await run(tool(compiler), words, { allowFailure: true, log });
        if (result.exitCode !== 0) refused[name] = result.stderr.split('\n').slice(0, 20);
      };
      for (const program of programs) {
        await build(program, program.flags, program.name);
        if (program.library === true) await build(program, [...language, '-DLIBRARY', '-fPIC', '-shared'], `${program.name}.so`);
      }
      await writeFile(path.join(output, 'refused.json'), JSON.stringify(refused));
    },
  });
  const refused = JSON.parse(await readFile(path.join(built, 'refused.json'), 'utf8')) as Refused;
  const points: Point[] = [];
  for (const { name, environment } of programs) {
    const notes = refused[name];
    points.push(notes === undefined ? await runProgram(tool('run'), path.join(built, name), name, environment) : { ok: false, description: name, notes });
  }
  const what = ['the sysroot', ...(sysroot.malloc === 'mallocng' ? [] : [`with ${sysroot.malloc}`]), ...(sysroot.cxx ? ['with libc++'] : [])];
  return group(what.join(' '), points);
}

/** Runs one of them with `runner` and reads its TAP. */
async function runProgram(runner: string, program: string, name: string, environment?: Record<string, string>): Promise<Point> {
  const timeout = 120_000;
  const result = await execute(runner, [program, 'one', 'two words'], timeout, environment);
  const { points, problem } = parseTap(result.stdout);
  const notes = problem === undefined ? [] : [problem];
  if (result.timedOut || result.exitCode !== 0) notes.push(ending(result, timeout), result.stderr.slice(-500));
  return group(name, points, notes);
}
