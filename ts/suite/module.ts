import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { globalSymbols, type LoadedModule } from '../manifest/load.js';
import type { ModuleTest } from '../manifest/schema.js';
import { mapLimit } from '../run/pool.js';
import { ending, run } from '../run/process.js';
import type { Build } from '../shim/build.js';
import { hostTool } from '../sysroot/hostTools.js';
import { muslVersions } from '../sysroot/sources.js';
import { execute, runnerOf } from './execute.js';
import { flavours, hostFlavours, withoutModule, type Flavour } from './flavours.js';
import { isGlibcOf } from './host.js';
import { definedSymbols, nameOf, Preparer, type Prepared, type Program } from './prepare.js';
import { slot, together } from './slots.js';
import { group, parseTap, type Point } from './tap.js';

export interface SuiteOptions {
  /** Seconds for each fuzzer; 0: the seeds and a fixed number of runs. */
  fuzzSeconds: number;
  /** The archive and the flavours that are marked so, nothing else. */
  quick?: boolean;
  /** The same target's build with libc++; without it the flavours that need libc++ are skipped. */
  cxx?: Build;
}

/** The time-out of one test program, milliseconds; qemu-user is some ten times slower. */
const timeouts = { native: 120_000, emulated: 600_000 };

/** How many lines of a program's output explain its failure. */
const shown = 20;

const lastLines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '').slice(-shown);

/** One module's tests on one target. */
export class ModuleSuite {
  readonly #preparer: Preparer;
  readonly #cxxPreparer: Preparer;

  constructor(
    readonly module: LoadedModule,
    readonly modules: readonly LoadedModule[],
    readonly sysroot: Build,
    readonly options: SuiteOptions,
  ) {
    this.#preparer = new Preparer(module, modules, sysroot);
    this.#cxxPreparer = options.cxx === undefined ? this.#preparer : new Preparer(module, modules, options.cxx);
  }

  /** What makes a flavour's programs: those of C stay in the sysroot without libc++, where they need nothing of it. */
  #preparerOf(flavour: Flavour): Preparer {
    return flavour.cxx === 'libc++' ? this.#cxxPreparer : this.#preparer;
  }

  /** Compiles everything (once for each state of its inputs), then runs it. */
  async test(): Promise<Point> {
    const host = this.options.quick !== true && (await isGlibcOf(this.sysroot.target));
    const all = this.options.quick === true ? flavours.filter((flavour) => flavour.quick === true) : [withoutModule, ...flavours, ...(host ? hostFlavours : [])];
    const checks = this.options.quick === true ? await this.#preparer.exports() : await this.#preparer.checks(host);
    const points = await mapLimit(all, together, (flavour) => this.#flavour(flavour));
    const fuzzed = host ? await this.#fuzz() : [];
    return group(this.module.name, [...checks, ...points.flat(), ...fuzzed]);
  }

  async #flavour(flavour: Flavour): Promise<Point[]> {
    const prepared = await this.#preparerOf(flavour).programs(flavour);
    if (prepared.skip !== undefined) return [{ ok: true, description: flavour.name, skip: prepared.skip }];
    return mapLimit(prepared.programs, together, (program) => this.#run(prepared, program, flavour));
  }

  async #run(prepared: Prepared, program: Program, flavour: Flavour): Promise<Point> {
    const description = `${program.id} ${flavour.name}`;
    const test = this.module.tests.find((item) => nameOf(item.source) === program.id);
    if (flavour.with === 'nothing') {
      if (test === undefined) throw new Error(`${description}: is no test of the module`);
      return this.#runAlone(prepared.folder, program, test, description);
    }
    if (program.stage !== 'built') return { ok: false, description, notes: [`does not ${program.stage}`, ...program.stderr.split('\n').slice(0, shown)] };
    const { result, limit } = await this.#execute(path.join(prepared.folder, program.id), flavour);
    const parsed = parseTap(result.stdout);
    if (parsed.skipAll !== undefined && result.exitCode === 0) return { ok: true, description, skip: parsed.skipAll };
    const notes: string[] = [];
    if (result.signal !== undefined || result.timedOut) notes.push(`ended by ${ending(result, limit)}`, ...lastLines(result.stdout).slice(-3));
    else if (parsed.problem !== undefined) notes.push(parsed.problem);
    else if (result.exitCode !== 0 && parsed.points.every((point) => point.ok)) notes.push(`every point passed, but exit ${String(result.exitCode)}`);
    if (notes.length > 0) notes.push(...lastLines(result.stderr));
    const leak = flavour.shared === true ? await this.#leaks(`${path.join(prepared.folder, program.id)}.so`, program.own ?? []) : undefined;
    return group(description, leak === undefined ? parsed.points : [...parsed.points, leak], notes);
  }

  async #execute(program: string, flavour: Flavour): Promise<{ result: Awaited<ReturnType<typeof execute>>; limit: number }> {
    const sample: Record<string, string> = flavour.whole === true ? {} : { WILDEBEEST_SAMPLE: '5' };
    if (flavour.with === 'glibc' || flavour.with === 'glibc-module') return { result: await slot(() => execute(program, [], timeouts.native, sample)), limit: timeouts.native };
    const runner = await runnerOf(this.#preparerOf(flavour).sysroot);
    const limit = runner.native ? timeouts.native : timeouts.emulated;
    const environment = { ...runner.environment, ...sample };
    return { result: await slot(() => execute(...runner.command(program, flavour.dynamic), limit, environment)), limit };
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

  /**
   * The record is of the default musl, run by a kernel. A later one may have mended a part of it, and then fails in fewer points
   * or, where the module's whole subject has arrived, in none; under an emulator a test skips what that can't do (seccomp).
   */
  async #runAlone(folder: string, program: Program, test: ModuleTest, description: string): Promise<Point> {
    let seen: ModuleTest['without'];
    if (program.stage !== 'built') seen = { stage: program.stage, errors: program.errors };
    else {
      const { result } = await this.#execute(path.join(folder, program.id), withoutModule);
      const failures = parseTap(result.stdout).points.filter((point) => !point.ok).map((point) => point.description).sort();
      const signal = result.timedOut ? 'SIGKILL' : result.signal;
      seen = { stage: 'run', failures, ...(signal === undefined ? {} : { signal }) };
    }
    const exact = this.sysroot.muslVersion === muslVersions[0] && (seen.stage !== 'run' || (await runnerOf(this.sysroot)).native);
    return judgeAlone(description, test.without, seen, exact);
  }

  async #fuzz(): Promise<Point[]> {
    const { folder, programs } = await this.#preparer.fuzzers();
    return mapLimit(this.module.fuzzers, together, async (fuzzer) => {
      const id = nameOf(fuzzer.source);
      const description = `${id}: libFuzzer with ASan and UBSan`;
      const program = programs.find((item) => item.id === id);
      if (program?.stage !== 'built') return { ok: false, description, notes: ['does not build', ...(program?.stderr.split('\n').slice(0, shown) ?? [])] };
      const work = await mkdtemp(path.join(os.tmpdir(), 'wildebeest-fuzz-'));
      try {
        const seeds = fuzzer.seeds.map((seed) => path.join(this.module.folder, seed));
        for (const [index, seed] of seeds.entries()) await writeFile(path.join(work, `seed${String(index)}`), await readFile(seed));
        const { fuzzSeconds } = this.options;
        const limit = fuzzSeconds > 0 ? [`-max_total_time=${String(fuzzSeconds)}`] : ['-runs=20000', '-max_total_time=20'];
        const args = ['-seed=1', '-max_len=4096', '-timeout=20', '-rss_limit_mb=2048', `-artifact_prefix=${work}/`, ...limit, work];
        const result = await slot(() => run(path.join(folder, id), args, { allowFailure: true, cwd: work, timeout: (fuzzSeconds + 120) * 1000 }));
        const telling = result.stderr.split('\n').filter((line) => /ERROR|SUMMARY|runtime error|Base64/.test(line));
        return { ok: result.exitCode === 0, description, notes: result.exitCode === 0 ? [] : [ending(result), ...telling] };
      } finally {
        await rm(work, { recursive: true, force: true });
      }
    });
  }
}

/** What fails, sorted: messages, or test points and the signal. */
function list(without: ModuleTest['without']): string[] {
  if (without.stage !== 'run') return without.errors.toSorted();
  return [...without.failures, ...(without.signal === undefined ? [] : [without.signal])].toSorted();
}

/** Whether a test did on musl alone what its manifest records; `exact` where the record was made. */
export function judgeAlone(test: string, recorded: ModuleTest['without'], seen: ModuleTest['without'], exact: boolean): Point {
  const wanted = list(recorded);
  const got = list(seen);
  const description = `${test}: fails as recorded`;
  const stages = ['compile', 'link', 'run'];
  const later = stages.indexOf(seen.stage) - stages.indexOf(recorded.stage);
  if (got.length === 0 && !exact) return { ok: true, description, skip: 'passes alone on this musl, or is not tried under this emulator' };
  if (got.length === 0) return { ok: false, description, notes: ['passes on musl alone, so it does not show that the module is needed'] };
  const same = later === 0 && JSON.stringify(got) === JSON.stringify(wanted);
  const mended = later > 0 || (later === 0 && got.every((item) => wanted.includes(item)));
  if (same || (!exact && mended)) return { ok: true, description };
  const text = (without: ModuleTest['without'], items: string[]): string => `${without.stage}: ${JSON.stringify(items)}`;
  return { ok: false, description, notes: [`recorded: ${text(recorded, wanted)}`, `seen: ${text(seen, got)}`] };
}
