import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { closure, globalSymbols, wrapped, type LoadedModule } from '../manifest/load.js';
import type { ModuleTest } from '../manifest/schema.js';
import { Failure } from '../run/failure.js';
import { cores, mapLimit } from '../run/pool.js';
import { ending, run, type RunResult } from '../run/process.js';
import { projectRoot } from '../run/root.js';
import { ensureStep, filesBelow } from '../run/store.js';
import { buildFlags, hashFiles } from '../shim/build.js';
import { hostTool } from '../sysroot/hostTools.js';
import type { Sysroot } from '../sysroot/sysroot.js';
import { companions, flavours, headerLevels, hostFlavours, oomWraps, sourceFlags, testFlags, withoutModule, type Flavour } from './flavours.js';
import { distinctErrors, linkProbe, notFound, probeUnits, undefinedSymbols } from './probes.js';
import { group, parseTap, type Point } from './tap.js';

/** What compiling and linking one test in one flavour gave. */
interface Build {
  id: string;
  stage: 'compile' | 'link' | 'built';
  errors: string[];
  stderr: string;
  /** Global symbols that the test itself defines, as an interposer does: those it may export. */
  own?: string[];
}

interface Prepared {
  checks: Point[];
  builds: Build[];
}

export interface SuiteOptions {
  /** Seconds for each fuzzer; 0: the seeds and a fixed number of runs. */
  fuzzSeconds: number;
}

/** The time-out of one test program, milliseconds; foreign ones run emulated. */
const timeout = { native: 120_000, emulated: 600_000 };

/** Whether this machine runs the target's programs itself. */
export function isNative(sysroot: Sysroot): boolean {
  return os.machine() === sysroot.target.machine;
}

/** The command that runs a program of the target. */
export async function runner(sysroot: Sysroot, program: string, dynamic: boolean): Promise<[string, string[]]> {
  if (!isNative(sysroot)) return [await hostTool(sysroot.target.qemu ?? ''), ['-L', sysroot.path, program]];
  return dynamic ? [path.join(sysroot.path, 'lib', sysroot.target.loader), [program]] : [program, []];
}

const exeName = (test: ModuleTest, flavour: Flavour): string => `${path.parse(test.source).name}.${flavour.name.replaceAll(' ', '-')}`;

/** One module's tests on one target. */
export class ModuleSuite {
  readonly #testing = path.join(projectRoot(), 'wildebeest', 'testing');
  readonly #private: ReadonlySet<string>;

  constructor(
    readonly module: LoadedModule,
    readonly modules: readonly LoadedModule[],
    readonly sysroot: Sysroot,
    readonly options: SuiteOptions,
  ) {
    this.#private = new Set(modules.filter((item) => item.private).map((item) => item.name));
  }

  /** Compiles everything (once for each state of its inputs), then runs it. */
  async test(): Promise<Point> {
    const folder = await this.#prepare();
    const prepared = JSON.parse(await readFile(path.join(folder, 'prepared.json'), 'utf8')) as Prepared;
    const jobs = this.module.tests.flatMap((test) => this.#flavoursOf(test).map((flavour) => ({ test, flavour })));
    const points = await mapLimit(jobs, cores, ({ test, flavour }) => this.#runOne(folder, prepared, test, flavour));
    const fuzzed = isNative(this.sysroot) ? await mapLimit(this.module.fuzzers, cores, (fuzzer) => this.#fuzz(folder, prepared, fuzzer)) : [];
    return group(this.module.name, [...prepared.checks, ...points, ...fuzzed]);
  }

  #flavoursOf(test: ModuleTest): Flavour[] {
    const host = isNative(this.sysroot) ? hostFlavours : [];
    return [withoutModule, ...flavours, ...host].filter((flavour) => {
      if (flavour.with === 'glibc') return test.oracle === true;
      if (flavour.with === 'umbrella') return !this.module.private && this.#all(test).every((module) => module.umbrella === true);
      return true;
    });
  }

  /** The module, what its test asks for besides, and what they require. */
  #all(test: ModuleTest): LoadedModule[] {
    return closure(this.modules, [this.module.name, ...test.modules]);
  }

  async #prepare(): Promise<string> {
    const root = projectRoot();
    const used = new Set(this.module.tests.flatMap((test) => this.#all(test).map((module) => module.name)).concat(this.module.name));
    // The umbrella's headers are made of all modules.
    const folders = this.module.umbrella === true ? ['wildebeest'] : [...used].map((name) => path.join('wildebeest', 'modules', name)).concat(path.join('wildebeest', 'testing'));
    const files = (await Promise.all(folders.map(async (folder) => (await filesBelow(path.join(root, folder))).map((file) => path.join(folder, file))))).flat();
    const own = path.join('wildebeest', 'modules', this.module.name);
    const relevant = files.filter((file) => file.startsWith(`${own}/`) || !/_(test|fuzz)\.c$|\.md$|\.json$/.test(file));
    const code = path.dirname(new URL(import.meta.url).pathname);
    const { stdout: compiler } = await run(await hostTool('clang'), ['--version']);
    return ensureStep({
      name: `suite-${this.sysroot.target.name}-${this.module.name}`,
      inputs: {
        sysroot: this.sysroot.key,
        compiler,
        files: await hashFiles(root, relevant),
        suite: await hashFiles(code, (await filesBelow(code)).filter((file) => file.endsWith('.js'))),
      },
      make: async (output, { scratch }) => {
        const prepared: Prepared = { checks: [], builds: [] };
        prepared.checks.push(...(await this.#exports()), ...(await this.#probes(scratch)), ...(await this.#headers(scratch)));
        const jobs = this.module.tests.flatMap((test) => this.#flavoursOf(test).map((flavour) => ({ test, flavour })));
        prepared.builds = await mapLimit(jobs, cores, ({ test, flavour }) => this.#build(output, scratch, test, flavour));
        if (isNative(this.sysroot)) prepared.builds.push(...(await mapLimit(this.module.fuzzers, cores, (fuzzer) => this.#buildFuzzer(output, scratch, fuzzer))));
        await writeFile(path.join(output, 'prepared.json'), JSON.stringify(prepared));
      },
    });
  }

  /** Runs a compiler; what is no answer of the compiler (a signal, a full disk) is not a result and fails. */
  async #compile(command: string, args: readonly string[], cwd?: string): Promise<RunResult> {
    const result = await run(command, args, { allowFailure: true, timeout: timeout.emulated, ...(cwd === undefined ? {} : { cwd }) });
    if (result.signal !== undefined || result.stderr.includes('No space left on device')) {
      throw new Failure(`${command} on ${this.module.name}: ${ending(result)}: ${result.stderr.split('\n')[0] ?? ''}`);
    }
    return result;
  }

  get #cc(): string {
    return path.join(this.sysroot.path, 'toolchain', 'bin', 'cc');
  }

  /** Flags of a flavour: before and after the sources. */
  async #flagsOf(test: ModuleTest, flavour: Flavour): Promise<{ cflags: string[]; libs: string[] }> {
    if (flavour.with === 'nothing' || flavour.with === 'glibc' || flavour.with === 'glibc-module') return { cflags: [], libs: [] };
    if (flavour.with === 'umbrella') return buildFlags(this.sysroot, []);
    const all = this.#all(test);
    const named = [this.module.name, ...test.modules].filter((name) => !this.#private.has(name));
    const flags = named.length > 0 ? await buildFlags(this.sysroot, named) : { cflags: [], libs: [] };
    const hidden = all.filter((module) => module.private && module.sources.length > 0).map((module) => `-lwildebeest-${module.name}`);
    return { cflags: flags.cflags, libs: [...flags.libs, ...(this.module.private ? hidden : [])] };
  }

  async #build(output: string, scratch: string, test: ModuleTest, flavour: Flavour): Promise<Build> {
    const id = exeName(test, flavour);
    const work = await mkdtemp(path.join(scratch, 'build-'));
    const file = (name: string): string => path.join(this.module.folder, name);
    const onHost = flavour.with === 'glibc' || flavour.with === 'glibc-module';
    const cc = onHost ? await hostTool('clang') : this.#cc;
    const { cflags, libs } = await this.#flagsOf(test, flavour);
    const injected = test.oom && flavour.oom === true;
    const extra = flavour.with === 'nothing' ? [] : test.with.map(file);
    if (injected) extra.push(path.join(this.#testing, 'oom.c'));
    const compile = [...testFlags(test, this.#testing), ...flavour.flags, ...(injected ? ['-DLWB_OOM'] : []), ...cflags];
    // Without the module every error is wanted, and a warning must not hide one.
    const alone = flavour.with === 'nothing' ? ['-Wno-error', '-ferror-limit=0'] : [];
    const compiled = await this.#compile(cc, [...compile, ...alone, '-c', file(test.source), ...extra], work);
    if (compiled.exitCode !== 0) return { id, stage: 'compile', errors: distinctErrors(compiled.stderr), stderr: compiled.stderr };
    const objects = [test.source, ...extra].map((source) => path.join(work, `${path.parse(source).name}.o`));
    const exe = path.join(output, id);
    const link = [...flavour.flags.filter((flag) => !flag.startsWith('-D')), ...(flavour.link ?? []), ...(injected ? oomWraps : [])];
    let linked: RunResult;
    let own: string[] = [];
    if (flavour.with === 'glibc-module') {
      const built = await this.#hostObjects(work, flavour.flags, this.#all(test));
      if (!Array.isArray(built)) return { id, stage: 'compile', errors: distinctErrors(built.stderr), stderr: built.stderr };
      linked = await this.#compile(cc, [...link, ...objects, ...built, ...this.#hostRedirects(this.#all(test)), '-lm', '-lresolv', '-o', exe]);
    } else if (flavour.shared) {
      const library = `${exe}.so`;
      const main = path.join(work, 'call.c');
      await writeFile(main, 'int lwb_test_main(int, char **);\nint main(int argc, char **argv)\n{\n        return lwb_test_main(argc, argv);\n}\n');
      own = await definedSymbols(objects);
      linked = await this.#compile(cc, [...link, '-shared', `-Wl,-soname,${path.basename(library)}`, ...objects, ...libs, '-lm', '-o', library]);
      if (linked.exitCode === 0) linked = await this.#compile(cc, [main, library, '-Wl,-rpath,$ORIGIN', '-o', exe]);
    } else {
      linked = await this.#compile(cc, [...link, ...objects, ...libs, '-lm', '-lresolv', '-o', exe]);
    }
    await rm(work, { recursive: true });
    return linked.exitCode === 0
      ? { id, stage: 'built', errors: [], stderr: compiled.stderr, own }
      : { id, stage: 'link', errors: distinctErrors(linked.stderr), stderr: linked.stderr };
  }

  /** The sources of some modules compiled for the host, against glibc's headers. */
  async #hostObjects(work: string, flags: readonly string[], modules: readonly LoadedModule[]): Promise<string[] | RunResult> {
    const objects: string[] = [];
    for (const module of modules.filter((item) => item.sources.length > 0)) {
      const folder = path.join(work, module.name);
      await mkdir(folder);
      const result = await this.#compile(await hostTool('clang'), [...sourceFlags, ...flags, '-c', ...module.sources.map((source) => path.join(module.folder, source))], folder);
      if (result.exitCode !== 0) return result;
      objects.push(...module.sources.map((source) => path.join(folder, `${path.parse(source).name}.o`)));
    }
    return objects;
  }

  /** On the host, where overlay headers have no place, the linker alone leads calls to our functions. */
  #hostRedirects(modules: readonly LoadedModule[]): string[] {
    const labels = modules.flatMap((module) =>
      module.symbols.flatMap((symbol) =>
        symbol.kind === 'differs' && symbol.delivery === 'label' ? [`-Wl,--wrap=${symbol.name}`, `-Wl,--defsym=__wrap_${symbol.name}=${symbol.target}`] : [],
      ),
    );
    return [...modules.flatMap(wrapped).map((name) => `-Wl,--wrap=${name}`), ...labels];
  }

  async #execute(program: string, dynamic: boolean, onHost: boolean): Promise<RunResult> {
    const cwd = await mkdtemp(path.join(os.tmpdir(), 'wildebeest-test-'));
    try {
      const [command, args] = onHost ? [program, []] : await runner(this.sysroot, program, dynamic);
      return await run(command, args, {
        allowFailure: true,
        cwd,
        timeout: isNative(this.sysroot) ? timeout.native : timeout.emulated,
        env: {
          PATH: process.env.PATH,
          LC_ALL: 'C',
          TMPDIR: cwd,
          HOME: cwd,
          ASAN_OPTIONS: 'detect_stack_use_after_return=1:allocator_may_return_null=1',
          UBSAN_OPTIONS: 'print_stacktrace=1',
        },
      }).catch((error: unknown) => {
        // A time-out is a result of the test, not of the driver.
        if (error instanceof Failure && error.message.includes('time-out')) {
          return { stdout: '', stderr: error.message, exitCode: undefined, signal: 'SIGKILL', timedOut: true };
        }
        throw error;
      });
    } finally {
      await rm(cwd, { recursive: true, force: true });
    }
  }

  async #runOne(folder: string, prepared: Prepared, test: ModuleTest, flavour: Flavour): Promise<Point> {
    const name = path.parse(test.source).name;
    const description = `${name} ${flavour.name}`;
    const id = exeName(test, flavour);
    const build = prepared.builds.find((item) => item.id === id);
    if (build === undefined) throw new Failure(`${description}: was not prepared`);
    if (flavour.with === 'nothing') return this.#runAlone(folder, build, test, description);
    if (build.stage !== 'built') return { ok: false, description, notes: [`does not ${build.stage}`, ...build.stderr.split('\n').slice(0, 20)] };
    const onHost = flavour.with === 'glibc' || flavour.with === 'glibc-module';
    const result = await this.#execute(path.join(folder, id), flavour.dynamic, onHost);
    const parsed = parseTap(result.stdout);
    if (parsed.skipAll !== undefined && result.exitCode === 0) return { ok: true, description, skip: parsed.skipAll };
    const notes: string[] = [];
    if (result.signal !== undefined || result.timedOut) notes.push(`ended by ${ending(result, timeout.native)}`);
    else if (parsed.problem !== undefined) notes.push(parsed.problem);
    else if (result.exitCode !== 0 && parsed.points.every((point) => point.ok)) notes.push(`every point passed, but exit ${String(result.exitCode)}`);
    if (notes.length > 0) notes.push(...result.stderr.split('\n').slice(0, 20));
    const leak = flavour.shared === true ? await this.#leaks(`${path.join(folder, id)}.so`, build.own ?? []) : undefined;
    return group(description, leak === undefined ? parsed.points : [...parsed.points, leak], notes);
  }

  /** The shared library exports nothing of the shim and needs libc alone. */
  async #leaks(library: string, own: readonly string[]): Promise<Point> {
    const names = new Set(this.modules.flatMap((module) => globalSymbols(module)).filter((name) => !own.includes(name)));
    const exported = (await definedSymbols([library], '--dynamic')).filter((name) => names.has(name) || /^__(lwb|wrap)_/.test(name));
    const { stdout: dynamic } = await run(await hostTool('llvm-readelf'), ['--dynamic', library]);
    const needed = [...dynamic.matchAll(/\(NEEDED\).*\[(.*)\]/g)].map((match) => match[1] ?? '').filter((name) => name !== 'libc.so');
    const notes = [...exported.map((name) => `exports ${name}`), ...needed.map((name) => `needs ${name}`)];
    return { ok: notes.length === 0, description: 'exports nothing of the shim and needs libc alone', notes };
  }

  async #runAlone(folder: string, build: Build, test: ModuleTest, description: string): Promise<Point> {
    let seen: ModuleTest['without'];
    if (build.stage !== 'built') seen = { stage: build.stage, errors: build.errors };
    else {
      const result = await this.#execute(path.join(folder, build.id), false, false);
      const failures = parseTap(result.stdout).points.filter((point) => !point.ok).map((point) => point.description).sort();
      const signal = result.timedOut ? 'SIGKILL' : result.signal;
      seen = { stage: 'run', failures, ...(signal === undefined ? {} : { signal }) };
    }
    const point: Point = { ok: true, description: `${description}: fails as recorded` };
    const wanted = JSON.stringify(sorted(test.without));
    if (JSON.stringify(sorted(seen)) !== wanted) {
      point.ok = false;
      point.notes = [`recorded: ${wanted}`, `seen: ${JSON.stringify(sorted(seen))}`];
    } else if (seen.stage === 'run' && seen.failures.length === 0 && seen.signal === undefined) {
      point.ok = false;
      point.notes = ['passes on musl alone, so it does not show that the module is needed'];
    }
    return point;
  }

  /** The archive defines exactly what the manifest lists. */
  async #exports(): Promise<Point[]> {
    if (this.module.sources.length === 0) return [];
    const archive = path.join(this.sysroot.path, 'usr', 'lib', `libwildebeest-${this.module.name}.a`);
    const defined = new Set(await definedSymbols([archive]));
    const optional = new Set(this.module.symbols.flatMap((symbol) => (symbol.kind === 'missing' && symbol.until !== undefined ? [symbol.name] : [])));
    const listed = new Set(globalSymbols(this.module));
    const notes = [
      ...[...defined].filter((name) => !listed.has(name)).map((name) => `defines ${name}, which module.json does not list`),
      ...[...listed].filter((name) => !defined.has(name) && !optional.has(name)).map((name) => `does not define ${name}`),
    ];
    return [{ ok: notes.length === 0, description: 'archive defines what the manifest lists', notes }];
  }

  /** Each listed name is there with the module, and is not without it. */
  async #probes(scratch: string): Promise<Point[]> {
    const { module } = this;
    if (module.private) return [];
    const { cflags, libs } = await buildFlags(this.sysroot, [module.name]);
    const work = await mkdtemp(path.join(scratch, 'probe-'));
    const options = ['-D_GNU_SOURCE', '-std=gnu11', '-w', '-ferror-limit=0', '-fsyntax-only'];
    const absent = new Set<string>();
    const notes: string[] = [];
    for (const [index, unit] of probeUnits(module).entries()) {
      const source = path.join(work, `probe${String(index)}.c`);
      await writeFile(source, unit.text);
      const used = await this.#compile(this.#cc, [...options, ...cflags, source]);
      const lost = notFound(unit, used.stderr);
      notes.push(...lost.map((name) => `<${unit.header}> has no ${name} with the module`));
      if (lost.length === 0 && used.exitCode !== 0) notes.push(`<${unit.header}>: ${used.stderr.split('\n')[0] ?? ''}`);
      const alone = await this.#compile(this.#cc, [...options, source]);
      for (const name of notFound(unit, alone.stderr)) absent.add(`${unit.header} ${name}`);
    }
    for (const symbol of module.symbols) {
      if (symbol.kind === 'header' && symbol.until === undefined && !absent.has(`${symbol.header} ${symbol.name}`)) {
        notes.push(`<${symbol.header}> has ${symbol.name} on musl alone too`);
      }
    }
    const points: Point[] = [{ ok: notes.length === 0, description: 'each header symbol is there with the module, and not without', notes }];
    const missing = module.symbols.flatMap((symbol) => (symbol.kind === 'missing' && symbol.until === undefined ? [symbol.name] : []));
    if (missing.length > 0) {
      const source = path.join(work, 'link.c');
      await writeFile(source, linkProbe(missing));
      const options = ['-std=c99', '-w', '-fno-builtin', source, '-o', path.join(work, 'link'), '-Wl,--error-limit=0'];
      const used = await this.#compile(this.#cc, [...options, ...libs]);
      const alone = undefinedSymbols((await this.#compile(this.#cc, options)).stderr);
      const linkNotes = [
        ...undefinedSymbols(used.stderr).map((name) => `${name} does not link with the module`),
        ...missing.filter((name) => !alone.includes(name)).map((name) => `${name} links on musl alone too`),
      ];
      if (used.exitCode !== 0 && linkNotes.length === 0) linkNotes.push(used.stderr.split('\n')[0] ?? 'does not link');
      points.push({ ok: linkNotes.length === 0, description: 'each missing symbol links without a header, and not without the module', notes: linkNotes });
    }
    return points;
  }

  /** Each overlay header compiles first, last and twice, at every level, with every warning an error; and refuses glibc. */
  async #headers(scratch: string): Promise<Point[]> {
    const { module } = this;
    if (module.headers.length === 0) return [];
    const { cflags } = await buildFlags(this.sysroot, [module.name]);
    const work = await mkdtemp(path.join(scratch, 'header-'));
    const includes = (headers: readonly string[]): string => headers.map((header) => `#include <${header}>\n`).join('');
    const jobs = module.headers.flatMap((header) =>
      headerLevels.flatMap((level) =>
        (['first', 'last'] as const).map((order) => ({
          header,
          level,
          order,
          text: `${includes(order === 'first' ? [header, ...companions, header] : [...companions, header, header])}typedef int lwb_unit_is_not_empty;\n`,
        })),
      ),
    );
    const warnings = ['-Werror', '-Wall', '-Wextra', '-pedantic', '-fsyntax-only'];
    const failures = await mapLimit([...jobs.entries()], cores, async ([index, { header, level, order, text }]) => {
      const source = path.join(work, `unit${String(index)}.c`);
      await writeFile(source, text);
      const result = await this.#compile(this.#cc, ['-x', level.language, ...level.flags, ...warnings, ...cflags, source]);
      return result.exitCode === 0 ? [] : [`<${header}> ${order}, ${level.flags.join(' ')}: ${/error: .*/.exec(result.stderr)?.[0] ?? result.stderr.slice(0, 200)}`];
    });
    const notes = failures.flat();
    const points: Point[] = [{ ok: notes.length === 0, description: `${String(module.headers.length)} headers compile in ${String(jobs.length)} ways`, notes }];
    if (isNative(this.sysroot)) {
      const refused = await mapLimit(module.headers, cores, async (header) => {
        const source = path.join(work, `${header.replaceAll(/\W/g, '_')}.c`);
        await writeFile(source, includes(['stddef.h', header]));
        const result = await this.#compile(await hostTool('clang'), ['-fsyntax-only', `-I${path.join(module.folder, 'include')}`, source]);
        return result.stderr.includes('libwildebeest is for musl') ? [] : [`<${header}> compiles on glibc`];
      });
      points.push({ ok: refused.flat().length === 0, description: 'each header refuses glibc', notes: refused.flat() });
    }
    return points;
  }

  async #buildFuzzer(output: string, scratch: string, fuzzer: LoadedModule['fuzzers'][number]): Promise<Build> {
    const id = path.parse(fuzzer.source).name;
    const work = await mkdtemp(path.join(scratch, 'fuzz-'));
    const flags = ['-fsanitize=fuzzer-no-link,address,undefined', '-fno-sanitize-recover=all', '-fno-omit-frame-pointer', '-g', '-Wno-error', '-w'];
    const all = closure(this.modules, [this.module.name]);
    const objects = await this.#hostObjects(work, flags, all);
    if (!Array.isArray(objects)) return { id, stage: 'compile', errors: distinctErrors(objects.stderr), stderr: objects.stderr };
    const args = ['-std=gnu11', '-D_GNU_SOURCE', '-O1', ...flags.slice(1), '-fsanitize=fuzzer,address,undefined', path.join(this.module.folder, fuzzer.source), ...objects];
    const built = await this.#compile(await hostTool('clang'), [...args, ...this.#hostRedirects(all), '-lm', '-o', path.join(output, id)]);
    return { id, stage: built.exitCode === 0 ? 'built' : 'link', errors: distinctErrors(built.stderr), stderr: built.stderr };
  }

  async #fuzz(folder: string, prepared: Prepared, fuzzer: LoadedModule['fuzzers'][number]): Promise<Point> {
    const id = path.parse(fuzzer.source).name;
    const description = `${id}: libFuzzer with ASan and UBSan`;
    const build = prepared.builds.find((item) => item.id === id);
    if (build?.stage !== 'built') return { ok: false, description, notes: ['does not build', ...(build?.stderr.split('\n').slice(0, 20) ?? [])] };
    const work = await mkdtemp(path.join(os.tmpdir(), 'wildebeest-fuzz-'));
    try {
      const seeds = fuzzer.seeds.map((seed) => path.join(this.module.folder, seed));
      for (const [index, seed] of seeds.entries()) await writeFile(path.join(work, `seed${String(index)}`), await readFile(seed));
      const { fuzzSeconds } = this.options;
      const limit = fuzzSeconds > 0 ? [`-max_total_time=${String(fuzzSeconds)}`] : ['-runs=20000', '-max_total_time=20'];
      const args = ['-seed=1', '-max_len=4096', '-timeout=20', '-rss_limit_mb=2048', `-artifact_prefix=${work}/`, ...limit, work];
      const result = await run(path.join(folder, id), args, { allowFailure: true, cwd: work, timeout: (fuzzSeconds + 120) * 1000 });
      const telling = result.stderr.split('\n').filter((line) => /ERROR|SUMMARY|runtime error|Base64/.test(line));
      return { ok: result.exitCode === 0, description, notes: result.exitCode === 0 ? [] : [ending(result), ...telling] };
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }
}

/** Global symbols that objects or archives define; with `--dynamic` what a library exports. */
export async function definedSymbols(files: readonly string[], table = '--extern-only'): Promise<string[]> {
  const { stdout } = await run(await hostTool('llvm-nm'), [table, '--defined-only', '--format=posix', ...files]);
  return stdout.split('\n').flatMap((line) => (/^(\S+) [A-Zu] /.exec(line) ?? []).slice(1));
}

function sorted(without: ModuleTest['without']): unknown {
  return without.stage === 'run'
    ? { stage: without.stage, failures: [...without.failures].sort(), signal: without.signal ?? null }
    : { stage: without.stage, errors: [...without.errors].sort() };
}
