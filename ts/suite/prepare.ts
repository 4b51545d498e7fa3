import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { closure, globalSymbols, umbrellaFolder, wrapped, type LoadedModule } from '../manifest/load.js';
import type { ModuleTest } from '../manifest/schema.js';
import { Failure } from '../run/failure.js';
import { mapLimit } from '../run/pool.js';
import { slot, together } from './slots.js';
import { ending, run, type RunResult } from '../run/process.js';
import { projectRoot } from '../run/root.js';
import { ensureStep, filesBelow, stepPath, type Json, type Step } from '../run/store.js';
import { buildFlags, hashFiles, type Build } from '../shim/build.js';
import { hostTool } from '../sysroot/hostTools.js';
import { cxxProgram } from './cxx.js';
import { companions, cxxFlags, headerLevels, oomWraps, sourceFlags, testFlags, type Flavour } from './flavours.js';
import { findBfd } from './host.js';
import { distinctErrors, linkProbe, notFound, probeUnits, undefinedSymbols } from './probes.js';
import type { Point } from './tap.js';

/** What compiling and linking one program gave. */
export interface Program {
  /** The program's file in the step's folder. */
  id: string;
  stage: 'compile' | 'link' | 'built';
  errors: string[];
  stderr: string;
  /** Global symbols that the test itself defines, as an interposer does: those it may export. */
  own?: string[];
}

/** Objects of some sources, in their order, and what the compiler said; where its exit is not 0 they are not there. */
interface Objects {
  objects: string[];
  exitCode: number;
  stderr: string;
}

/** The programs of one flavour, or why there are none. */
export interface Prepared {
  folder: string;
  programs: Program[];
  skip?: string;
}

/** Milliseconds for one compiler or linker. */
const patience = 600_000;

/** The files of this folder that say how programs are made; what they hold is part of every step. */
const makers = ['cxx.js', 'flavours.js', 'host.js', 'prepare.js', 'probes.js'];

const once = new Map<string, Promise<unknown>>();

/** The value of `make` for a key, made once in this run of the driver. */
function memo<Value>(key: string, make: () => Promise<Value>): Promise<Value> {
  const known = (once.get(key) as Promise<Value> | undefined) ?? make();
  once.set(key, known);
  return known;
}

const compilerVersion = (): Promise<string> => memo('compiler', async () => (await run(await hostTool('clang'), ['--version'])).stdout);

/** A test's name: its file's, without extension. */
export const nameOf = (source: string): string => path.parse(source).name;

/** How clang says that it has no such flag for a target. */
const refused = /unsupported option|not supported|unsupported argument|unknown argument|can't be used/;

/** Compiles one module's tests: a step of the cache for each flavour, keyed on no more than it uses. */
export class Preparer {
  readonly #testing = path.join(projectRoot(), 'wildebeest', 'testing');
  readonly #private: ReadonlySet<string>;
  #files: Promise<string> | undefined;

  constructor(
    readonly module: LoadedModule,
    readonly modules: readonly LoadedModule[],
    readonly sysroot: Build,
  ) {
    this.#private = new Set(modules.filter((item) => item.private).map((item) => item.name));
  }

  /** The tests that a flavour applies to. */
  testsIn(flavour: Flavour): ModuleTest[] {
    return this.module.tests.filter((test) => {
      if (flavour.cxx !== undefined) return false;
      if (flavour.with === 'glibc') return test.oracle === true;
      if (flavour.with === 'umbrella') return !this.module.private && this.#all(test).every((module) => module.umbrella === true);
      return true;
    });
  }

  /** The module, what its test asks for besides, and what they require. */
  #all(test: ModuleTest): LoadedModule[] {
    return closure(this.modules, [this.module.name, ...test.modules]);
  }

  /** What every step of the module depends on: its files, those of the modules it uses, and the code that makes the step. */
  async #inputs(): Promise<Record<string, Json>> {
    this.#files ??= this.#hash();
    return { sysroot: this.sysroot.compilers, compiler: await compilerVersion(), files: await this.#files };
  }

  async #hash(): Promise<string> {
    const root = projectRoot();
    const used = new Set([this.module, ...this.module.tests.flatMap((test) => this.#all(test))].map((module) => module.name));
    const folders = [...used].map((name) => path.join('wildebeest', 'modules', name)).concat(path.join('wildebeest', 'testing'), path.join('wildebeest', 'shared'));
    const files = (await Promise.all(folders.map(async (folder) => (await filesBelow(path.join(root, folder))).map((file) => path.join(folder, file))))).flat();
    const own = path.join('wildebeest', 'modules', this.module.name);
    const relevant = files.filter((file) => !file.endsWith('.md') && (file.startsWith(`${own}/`) || !/_(test|fuzz)\.c$|\.json$/.test(file)));
    const code = path.relative(root, path.dirname(new URL(import.meta.url).pathname));
    return hashFiles(root, [
      ...relevant,
      path.join('wildebeest', 'CMakeLists.txt'),
      ...[...used].filter((name) => !this.#private.has(name)).map((name) => path.join('wildebeest', 'generated', `libwildebeest-${name}.pc.in`)),
      ...makers.map((file) => path.join(code, file)),
    ]);
  }

  /** Programs of one flavour, made once for each state of what they are made of. */
  async programs(flavour: Flavour): Promise<Prepared> {
    const bfd = flavour.bfd === true ? await memo(`bfd ${this.sysroot.path}`, () => findBfd(this.sysroot)) : undefined;
    if (flavour.bfd === true && bfd === undefined) return { folder: '', programs: [], skip: `no ld.bfd of this machine links for ${this.sysroot.target.name}` };
    if (flavour.cxx === 'libc++' && !this.sysroot.cxx) return { folder: '', programs: [], skip: 'the sysroot has no libc++' };
    if (flavour.cxx !== undefined && (this.module.private || this.module.headers.length + this.module.symbols.length === 0)) return { folder: '', programs: [] };
    const refusal = flavour.archives === true ? await memo(`${flavour.name} ${this.sysroot.path}`, () => this.#refusal(flavour)) : undefined;
    if (refusal !== undefined) return { folder: '', programs: [], skip: refusal };
    const tests = this.testsIn(flavour);
    if (tests.length === 0 && flavour.cxx === undefined) return { folder: '', programs: [] };
    const onHost = flavour.with === 'glibc' || flavour.with === 'glibc-module';
    const folder = await ensureStep({
      name: `suite-${onHost ? 'host' : this.sysroot.target.name}-${this.module.name}-${flavour.name.replaceAll(/\W+/g, '-')}`,
      inputs: {
        ...(await this.#inputs()),
        ...(onHost ? { sysroot: '' } : {}),
        flavour: JSON.stringify(flavour),
        bfd: bfd ?? '',
        // The umbrella's headers and archive are made of all modules.
        umbrella: flavour.with === 'umbrella' ? this.sysroot.key : '',
      },
      make: async (output, { scratch }) => {
        const work = await mkdtemp(path.join(scratch, 'programs-'));
        const programs =
          flavour.cxx === undefined
            ? await mapLimit(tests, together, (test) => this.#program(output, work, test, flavour, bfd))
            : [await this.#cxxProgram(output, work, flavour, flavour.cxx)];
        await writeFile(path.join(output, 'programs.json'), JSON.stringify(programs));
      },
    });
    return { folder, programs: JSON.parse(await readFile(path.join(folder, 'programs.json'), 'utf8')) as Program[] };
  }

  /** Checks that need no run: what the archive exports, which names are there, and whether the headers compile; with `host`, whether they refuse its glibc. */
  async checks(host: boolean): Promise<Point[]> {
    const folder = await ensureStep({
      name: `suite-${this.sysroot.target.name}-${this.module.name}-checks`,
      inputs: { ...(await this.#inputs()), host },
      make: async (output, { scratch }) => {
        const work = await mkdtemp(path.join(scratch, 'checks-'));
        const points = [...(await this.exports()), ...(await this.#probes(work)), ...(await this.#headers(work)), ...(host ? await this.#refuseGlibc(work) : [])];
        await writeFile(path.join(output, 'checks.json'), JSON.stringify(points));
      },
    });
    return JSON.parse(await readFile(path.join(folder, 'checks.json'), 'utf8')) as Point[];
  }

  /** The module's fuzzers, for this machine. */
  async fuzzers(): Promise<Prepared> {
    if (this.module.fuzzers.length === 0) return { folder: '', programs: [] };
    const folder = await ensureStep({
      name: `suite-host-${this.module.name}-fuzzers`,
      inputs: { ...(await this.#inputs()), sysroot: '' },
      make: async (output) => {
        const programs = await mapLimit(this.module.fuzzers, together, (fuzzer) => this.#fuzzer(output, fuzzer));
        await writeFile(path.join(output, 'programs.json'), JSON.stringify(programs));
      },
    });
    return { folder, programs: JSON.parse(await readFile(path.join(folder, 'programs.json'), 'utf8')) as Program[] };
  }

  /** Runs a compiler; what is no answer of the compiler (a signal, a full disk) is not a result and fails. */
  async #compile(command: string, args: readonly string[], cwd?: string): Promise<RunResult> {
    const result = await slot(() => run(command, args, { allowFailure: true, timeout: patience, ...(cwd === undefined ? {} : { cwd }) }));
    if (result.signal !== undefined || result.stderr.includes('No space left on device')) {
      throw new Failure(`${command} on ${this.module.name}: ${ending(result)}: ${result.stderr.split('\n')[0] ?? ''}`);
    }
    return result;
  }

  #tool(name: 'cc' | 'c++' | 'ar'): string {
    return path.join(this.sysroot.path, 'toolchain', 'bin', name);
  }

  /** Why the compiler does not know a flavour's flags for this target, or undefined. */
  async #refusal(flavour: Flavour): Promise<string | undefined> {
    const result = await this.#compile(this.#tool('cc'), [...flavour.flags, '-x', 'c', '-fsyntax-only', '/dev/null']);
    if (result.exitCode === 0) return undefined;
    const line = /error: (.*)/.exec(result.stderr)?.[1] ?? result.stderr.split('\n')[0] ?? '';
    if (!refused.test(line)) throw new Failure(`${flavour.name} on ${this.sysroot.target.name}: ${line}`);
    return `clang: ${line}`;
  }

  /** What pkg-config says for some modules; none: for the umbrella. */
  #pkgConfig(names: readonly string[]): ReturnType<typeof buildFlags> {
    return memo(`flags ${this.sysroot.path} ${names.join(' ')}`, () => buildFlags(this.sysroot, names));
  }

  /** Flags of a flavour: before and after the sources. */
  async #flagsOf(modules: readonly LoadedModule[], named: readonly string[], flavour: Flavour): Promise<{ cflags: string[]; libs: string[] }> {
    if (flavour.with === 'nothing' || flavour.with === 'glibc' || flavour.with === 'glibc-module') return { cflags: [], libs: [] };
    if (flavour.with === 'umbrella') return this.#pkgConfig([]);
    const open = named.filter((name) => !this.#private.has(name));
    const flags = open.length > 0 ? await this.#pkgConfig(open) : { cflags: [], libs: [] };
    const hidden = modules.filter((module) => module.private && module.sources.length > 0).map((module) => `-lwildebeest-${module.name}`);
    const folders = flavour.archives === true ? await mapLimit(modules, together, (module) => memo(`archive ${module.name} ${flavour.name} ${this.sysroot.path}`, () => this.#archive(module, flavour))) : [];
    return {
      cflags: flags.cflags,
      libs: [...folders.flatMap((folder) => (folder === undefined ? [] : [`-L${folder}`])), ...flags.libs, ...(this.module.private ? hidden : [])],
    };
  }

  /** A module's archive compiled with the flavour's flags: the folder that holds it, or undefined when it has none. */
  async #archive(module: LoadedModule, flavour: Flavour): Promise<string | undefined> {
    if (module.sources.length === 0) return undefined;
    const archive = `libwildebeest-${module.name}.a`;
    // What libc has itself was left out of the installed archive as well.
    const { stdout } = await run(this.#tool('ar'), ['t', path.join(this.sysroot.path, 'usr', 'lib', archive)]);
    const members = new Set(stdout.split('\n').map((member) => member.replace(/\.c\.o(bj)?$/, '.c')));
    const sources = module.sources.filter((source) => members.has(source));
    const required = closure(this.modules, [module.name]);
    const args = [
      ...sourceFlags,
      ...['-fPIC', '-fvisibility=hidden', '-ffunction-sections', '-fdata-sections', ...flavour.flags],
      ...required.filter((item) => item.headers.length > 0 || item.forcedInclude !== undefined).map((item) => `-I${path.join(item.folder, 'include')}`),
      ...required.flatMap((item) => (item.forcedInclude === undefined ? [] : [`--include=${item.forcedInclude}`])),
    ];
    return ensureStep({
      name: `archive-${this.sysroot.target.name}-${module.name}-${flavour.name.replaceAll(/\W+/g, '-')}`,
      inputs: {
        sysroot: this.sysroot.compilers,
        compiler: await compilerVersion(),
        sources,
        args: args.map((word) => word.replace(projectRoot(), '')),
        files: await this.#sourceHash(required),
      },
      make: async (output, { scratch, log }) => {
        const work = await mkdtemp(path.join(scratch, 'objects-'));
        const next = `mend the module, or leave it out of ${flavour.name}`;
        await slot(() => run(this.#tool('cc'), [...args, '-c', ...sources.map((source) => path.join(module.folder, source))], { cwd: work, log, next }));
        await run(this.#tool('ar'), ['rcs', path.join(output, archive), ...sources.map((source) => `${nameOf(source)}.o`)], { cwd: work, log });
      },
    });
  }

  /** SHA-256 of what compiling the sources of some modules may read of the checkout. */
  async #sourceHash(modules: readonly LoadedModule[]): Promise<string> {
    const root = projectRoot();
    const below = async (folder: string): Promise<string[]> => (await filesBelow(folder)).map((file) => path.relative(root, path.join(folder, file)));
    const files = (await Promise.all([...modules.map(({ folder }) => folder), path.join(root, 'wildebeest', 'shared')].map(below))).flat();
    return hashFiles(root, files.filter((file) => /\.[ch]$/.test(file) && !/_(test|fuzz)\.c$/.test(file)));
  }

  /** Sources of a test compiled with some flags, once for all flavours that differ in their links alone. */
  async #objects(id: string, flavour: Flavour, compiler: string, args: readonly string[], sources: readonly string[]): Promise<Objects> {
    const umbrella = flavour.with === 'umbrella' ? await memo(`headers ${this.sysroot.path}`, () => this.#umbrellaHeaders()) : '';
    const command = [compiler, ...args].map((word) => word.replaceAll(this.sysroot.path, '').replaceAll(projectRoot(), ''));
    const inputs = { ...(await this.#inputs()), command, sources: sources.map(nameOf), umbrella };
    return this.#compiled(`${this.sysroot.target.name}-${this.module.name}-${id}`, inputs, compiler, args, sources);
  }

  /** SHA-256 of the umbrella's headers, which are made of all modules. */
  async #umbrellaHeaders(): Promise<string> {
    const folder = path.join(this.sysroot.path, 'usr', 'include', 'libwildebeest', umbrellaFolder);
    return hashFiles(folder, await filesBelow(folder));
  }

  /** What one compiler makes of some sources: a step of the cache, whatever it says of them. */
  async #compiled(name: string, inputs: Json, compiler: string, args: readonly string[], sources: readonly string[]): Promise<Objects> {
    const step: Step = {
      name: `objects-${name}`,
      inputs,
      make: async (output) => {
        const { exitCode, stderr } = await this.#compile(compiler, [...args, '-c', ...sources], output);
        await writeFile(path.join(output, 'compiled.json'), JSON.stringify({ exitCode, stderr }));
      },
    };
    const folder = await memo(stepPath(step), () => ensureStep(step));
    const { exitCode, stderr } = JSON.parse(await readFile(path.join(folder, 'compiled.json'), 'utf8')) as { exitCode: number; stderr: string };
    return { objects: sources.map((source) => path.join(folder, `${nameOf(source)}.o`)), exitCode, stderr };
  }

  async #program(output: string, scratch: string, test: ModuleTest, flavour: Flavour, bfd: string | undefined): Promise<Program> {
    const id = nameOf(test.source);
    const work = await mkdtemp(path.join(scratch, 'build-'));
    const file = (name: string): string => path.join(this.module.folder, name);
    const onHost = flavour.with === 'glibc' || flavour.with === 'glibc-module';
    const cc = onHost ? await hostTool('clang') : this.#tool('cc');
    const all = this.#all(test);
    const { cflags, libs } = await this.#flagsOf(all, [this.module.name, ...test.modules], flavour);
    const injected = test.oom && flavour.oom === true;
    const extra = flavour.with === 'nothing' ? [] : test.with.map(file);
    if (injected) extra.push(path.join(this.#testing, 'oom.c'));
    const compile = [...testFlags(test, this.#testing), ...flavour.flags, ...(injected ? ['-DLWB_OOM'] : []), ...cflags];
    // Without the module every error is wanted, and a warning must not hide one.
    const alone = flavour.with === 'nothing' ? ['-Wno-error', '-ferror-limit=0'] : [];
    const compiled = await this.#objects(id, flavour, cc, [...compile, ...alone], [file(test.source), ...extra]);
    if (compiled.exitCode !== 0) return { id, stage: 'compile', errors: distinctErrors(compiled.stderr), stderr: compiled.stderr };
    const { objects } = compiled;
    const exe = path.join(output, id);
    const link = [
      ...flavour.flags.filter((flag) => !flag.startsWith('-D')),
      ...(flavour.link ?? []),
      ...(bfd === undefined ? [] : [`--ld-path=${bfd}`]),
      ...(injected ? oomWraps : []),
    ];
    let linked: RunResult;
    let own: string[] = [];
    if (flavour.with === 'glibc-module') {
      const { objects: built, stderr } = await this.#hostObjects(flavour.flags, all);
      if (stderr !== '') return { id, stage: 'compile', errors: distinctErrors(stderr), stderr };
      linked = await this.#compile(cc, [...link, ...objects, ...built, ...this.#hostRedirects(all), '-lm', '-lresolv', '-o', exe]);
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

  /** The generated C++ program. */
  async #cxxProgram(output: string, work: string, flavour: Flavour, library: 'libc++' | 'bare'): Promise<Program> {
    const id = 'cxx';
    const source = path.join(work, `${id}.cpp`);
    await writeFile(source, cxxProgram(this.module, library));
    const { cflags, libs } = await this.#flagsOf(closure(this.modules, [this.module.name]), [this.module.name], flavour);
    const bare = library === 'bare' ? ['-nostdinc++', '-nostdlib++', '-fno-exceptions', '-fno-rtti'] : [];
    const compiled = await this.#objects(id, flavour, this.#tool('c++'), [...cxxFlags, ...bare, ...flavour.flags, ...cflags], [source]);
    if (compiled.exitCode !== 0) return { id, stage: 'compile', errors: distinctErrors(compiled.stderr), stderr: compiled.stderr };
    const nolibrary = library === 'bare' ? ['-nostdlib++'] : [];
    const linked = await this.#compile(this.#tool('c++'), [...nolibrary, ...flavour.flags, ...(flavour.link ?? []), ...compiled.objects, ...libs, '-o', path.join(output, id)]);
    return { id, stage: linked.exitCode === 0 ? 'built' : 'link', errors: distinctErrors(linked.stderr), stderr: linked.stderr };
  }

  /** The sources of some modules compiled for the host, against glibc's headers: objects, and what the compiler says of those that it refuses. */
  async #hostObjects(flags: readonly string[], modules: readonly LoadedModule[]): Promise<{ objects: string[]; stderr: string }> {
    const args = [...sourceFlags, ...flags];
    const clang = await hostTool('clang');
    const all = await Promise.all(
      modules
        .filter(({ sources }) => sources.length > 0)
        .map(async ({ name, folder, sources }) => {
          const inputs = { version: 2, compiler: await compilerVersion(), sources, args, files: await this.#sourceHash(closure(this.modules, [name])) };
          return this.#compiled(`host-${name}`, inputs, clang, args, sources.map((source) => path.join(folder, source)));
        }),
    );
    return { objects: all.flatMap(({ objects }) => objects), stderr: all.map(({ exitCode, stderr }) => (exitCode === 0 ? '' : stderr)).join('') };
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

  /** The archive defines exactly what the manifest lists. */
  async exports(): Promise<Point[]> {
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
    const { cflags, libs } = await this.#pkgConfig([module.name]);
    const work = await mkdtemp(path.join(scratch, 'probe-'));
    const options = ['-D_GNU_SOURCE', '-std=gnu11', '-w', '-ferror-limit=0', '-fsyntax-only'];
    const absent = new Set<string>();
    const notes: string[] = [];
    for (const [index, unit] of probeUnits(module).entries()) {
      const source = path.join(work, `probe${String(index)}.c`);
      await writeFile(source, unit.text);
      const used = await this.#compile(this.#tool('cc'), [...options, ...cflags, source]);
      const lost = notFound(unit, used.stderr);
      notes.push(...lost.map((name) => `<${unit.header}> has no ${name} with the module`));
      if (lost.length === 0 && used.exitCode !== 0) notes.push(`<${unit.header}>: ${used.stderr.split('\n')[0] ?? ''}`);
      const alone = await this.#compile(this.#tool('cc'), [...options, source]);
      for (const name of notFound(unit, alone.stderr)) absent.add(`${unit.header} ${name}`);
    }
    for (const symbol of module.symbols) {
      if (symbol.kind === 'header' && symbol.until === undefined && symbol.unless === undefined && !absent.has(`${symbol.header} ${symbol.name}`)) {
        notes.push(`<${symbol.header}> has ${symbol.name} on musl alone too`);
      }
    }
    const points: Point[] = [{ ok: notes.length === 0, description: 'each header symbol is there with the module, and not without', notes }];
    const missing = module.symbols.flatMap((symbol) => (symbol.kind === 'missing' && symbol.until === undefined ? [symbol.name] : []));
    if (missing.length > 0) {
      const source = path.join(work, 'link.c');
      await writeFile(source, linkProbe(missing));
      const options = ['-std=c99', '-w', '-fno-builtin', source, '-o', path.join(work, 'link'), '-Wl,--error-limit=0'];
      const used = await this.#compile(this.#tool('cc'), [...options, ...libs]);
      const alone = undefinedSymbols((await this.#compile(this.#tool('cc'), options)).stderr);
      const linkNotes = [
        ...undefinedSymbols(used.stderr).map((name) => `${name} does not link with the module`),
        ...missing.filter((name) => !alone.includes(name)).map((name) => `${name} links on musl alone too`),
      ];
      if (used.exitCode !== 0 && linkNotes.length === 0) linkNotes.push(used.stderr.split('\n')[0] ?? 'does not link');
      points.push({ ok: linkNotes.length === 0, description: 'each missing symbol links without a header, and not without the module', notes: linkNotes });
    }
    return points;
  }

  /** Each overlay header compiles first, last and twice, at every level, with every warning an error. */
  async #headers(scratch: string): Promise<Point[]> {
    const { module } = this;
    if (module.headers.length === 0) return [];
    const { cflags } = await this.#pkgConfig([module.name]);
    const work = await mkdtemp(path.join(scratch, 'header-'));
    // Each is first in a unit of its own; one unit has them all last, each of them twice.
    const orders = [
      ...module.headers.map((header) => ({ what: `<${header}> first`, list: [header, ...companions, header] })),
      { what: 'headers last', list: [...companions, ...module.headers.flatMap((header) => [header, header])] },
    ];
    const jobs = orders.flatMap((order) => headerLevels.map((level) => ({ ...order, level })));
    const warnings = ['-Werror', '-Wall', '-Wextra', '-pedantic', '-fsyntax-only'];
    const failures = await mapLimit([...jobs.entries()], together, async ([index, { what, list, level }]) => {
      const source = path.join(work, `unit${String(index)}.c`);
      await writeFile(source, `${list.map((header) => `#include <${header}>\n`).join('')}typedef int lwb_unit_is_not_empty;\n`);
      const result = await this.#compile(this.#tool('cc'), ['-x', level.language, ...level.flags, ...warnings, ...cflags, source]);
      return result.exitCode === 0 ? [] : [`${what}, ${level.flags.join(' ')}: ${/error: .*/.exec(result.stderr)?.[0] ?? result.stderr.slice(0, 200)}`];
    });
    const notes = failures.flat();
    return [{ ok: notes.length === 0, description: `${String(module.headers.length)} headers compile in ${String(2 * headerLevels.length)} ways`, notes }];
  }

  /** Each overlay header stops a compile against this machine's glibc. */
  async #refuseGlibc(scratch: string): Promise<Point[]> {
    if (this.module.headers.length === 0) return [];
    const work = await mkdtemp(path.join(scratch, 'glibc-'));
    const notes = await mapLimit(this.module.headers, together, async (header) => {
      const source = path.join(work, `${header.replaceAll(/\W/g, '_')}.c`);
      await writeFile(source, `#include <stddef.h>\n#include <${header}>\n`);
      const result = await this.#compile(await hostTool('clang'), ['-fsyntax-only', `-I${path.join(this.module.folder, 'include')}`, source]);
      return result.stderr.includes('libwildebeest is for musl') ? [] : [`<${header}> compiles on glibc`];
    });
    return [{ ok: notes.flat().length === 0, description: 'each header refuses glibc', notes: notes.flat() }];
  }

  async #fuzzer(output: string, fuzzer: LoadedModule['fuzzers'][number]): Promise<Program> {
    const id = nameOf(fuzzer.source);
    const flags = ['-fsanitize=fuzzer-no-link,address,undefined', '-O1', '-fno-sanitize-recover=all', '-fno-omit-frame-pointer', '-g', '-Wno-error', '-w'];
    const all = closure(this.modules, [this.module.name]);
    const { objects, stderr } = await this.#hostObjects(flags, all);
    if (stderr !== '') return { id, stage: 'compile', errors: distinctErrors(stderr), stderr };
    const args = ['-std=gnu11', '-D_GNU_SOURCE', ...flags.slice(1), '-fsanitize=fuzzer,address,undefined', path.join(this.module.folder, fuzzer.source), ...objects];
    const built = await this.#compile(await hostTool('clang'), [...args, ...this.#hostRedirects(all), '-lm', '-o', path.join(output, id)]);
    return { id, stage: built.exitCode === 0 ? 'built' : 'link', errors: distinctErrors(built.stderr), stderr: built.stderr };
  }
}

/** Global symbols that objects or archives define; with `--dynamic` what a library exports. */
export async function definedSymbols(files: readonly string[], table = '--extern-only'): Promise<string[]> {
  const { stdout } = await run(await hostTool('llvm-nm'), [table, '--defined-only', '--format=posix', ...files]);
  return stdout.split('\n').flatMap((line) => (/^(\S+) [A-Zu] /.exec(line) ?? []).slice(1));
}
