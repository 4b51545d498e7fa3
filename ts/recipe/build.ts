import { lstat, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { objectKindOf } from '../elf/magic.js';
import { Failure, badInput } from '../run/failure.js';
import { ending, quote, run } from '../run/process.js';
import { report } from '../run/reporter.js';
import { ensureStep, exists, keyOf, stepPath, cacheRoot, filesBelow, type Json, type Step } from '../run/store.js';
import { flagsKey, type BuildFlags } from '../shim/build.js';
import { writeToolchain, type Sysroot } from '../sysroot/sysroot.js';
import { cmakeFlags, mesonFlags } from '../toolchain/flags.js';
import { upstreamOf } from '../sources/version.js';
import { baselineFacts, verifyPaths } from '../verify/verify.js';
import { buildCommands, checkCommand, place, type BuildSettings } from './buildSystems.js';
import { checkInputs, checkProblems, checkResults, type CheckCounts } from './checks.js';
import { controlDifferences, type Behaviour } from './control.js';
import { buildErrors, differsFromRecord } from './errors.js';
import { installedFolders, libcFile, libraryFolders, mergeInstalled, sandboxEnvironment, sandboxView, withOwnFlags, writePrograms } from './inside.js';
import { dependenciesOf } from './load.js';
import type { AgainResult, CheckOutcome, FailedBuild, NeededModule, RecipeResult, RunOutcome, WithResult } from './result.js';
import { reasonIn, sandboxed, type Mount, type SandboxOptions } from './sandbox.js';
import type { RecordedFailure, Recipe } from './schema.js';
import { changedFiles, ensureSourceTree, type SourceTree, type Sources } from './tree.js';

/** Changes when what a step does changes, beside the commands of a build, so that old outputs are not taken for new ones. */
const layout = 2;

/** What recipes are built with. */
export interface RecipeContext {
  /** The plain sysroot. */
  plain: Sysroot;
  /** The sysroot with libwildebeest installed. */
  shim: Sysroot;
  /** The same two with libc++, for recipes that want it. */
  cxx?: { plain: Sysroot; shim: Sysroot };
  /** The build machine's own sysroot, where the target's programs don't run by themselves. */
  machine?: Sysroot;
  /** The sysroot whose libc.so programs are run and checked with, where it is not the one they are built with; its ABI is the same. */
  libc?: Sysroot;
  /** Flags of modules in it; none named: the umbrella. */
  flags(modules: readonly string[]): Promise<BuildFlags>;
  /** Every global symbol that the archives of modules (none named: the umbrella), and of those which they require, may define. */
  shimSymbols(modules: readonly string[]): Promise<string[]>;
  sources: Sources;
  /** All recipes by name, dependencies included. */
  recipes: ReadonlyMap<string, Recipe>;
  /** Parallel jobs of one build; default: as many as there are processors. */
  jobs?: number;
  /** Keep the folder of a build that failed. */
  keep?: boolean;
}

/** What a recipe's build installed. */
export interface Installed {
  /** Folder that has `install/`. */
  folder: string;
  key: string;
}

/** A recipe as it is built: with its modules, or with the umbrella; to machine code at once, or at link time. */
type Variant = Recipe & { umbrella?: boolean; bitcode?: boolean };

interface BuildRecord {
  seconds: number;
  rewritten: { file: string; how: string }[];
}

type FailureRecord = Omit<FailedBuild, 'log' | 'cached'> & Pick<BuildRecord, 'rewritten'>;

const noFlags: BuildFlags = { cflags: [], libs: [], packages: [] };

const logOf = (step: Pick<Step, 'name' | 'inputs'>): string => path.join(cacheRoot(), 'logs', `${path.basename(stepPath(step))}.log`);

const readRecord = async <T>(folder: string): Promise<T> => JSON.parse(await readFile(path.join(folder, 'record.json'), 'utf8')) as T;

/** What a build depends on beside its sources and sysroot; a recipe's expectations may change without a new build, and the number of jobs. */
function buildInputs(recipe: Recipe, settings: BuildSettings): Json {
  const commands = buildCommands(recipe, { ...settings, jobs: 1 }).map(({ argv }) => argv);
  return { name: recipe.name, tree: recipe.build.tree, commands, environment: { ...settings.environment }, timeout: recipe.timeout };
}

/** Builds, runs and verifies recipes; dependencies that several share are built once. */
export class RecipeBuilder {
  readonly #context: RecipeContext;
  readonly #dependencies = new Map<string, Promise<Installed>>();

  constructor(context: RecipeContext) {
    this.#context = context;
  }

  /**
   * Evaluates recipes, two at a time: while one runs its configure, which is serial, the other compiles. Results come in the
   * order of the recipes; `done` is told of each as soon as it is there.
   */
  async evaluateAll(
    recipes: readonly Recipe[],
    options: { check: boolean; done?: (result: RecipeResult) => Promise<void> },
  ): Promise<RecipeResult[]> {
    const results: RecipeResult[] = [];
    let next = 0;
    const worker = async (): Promise<void> => {
      for (let index = next++; index < recipes.length; index = next++) {
        const recipe = recipes[index];
        if (recipe === undefined) break;
        const result = await this.evaluate(recipe, options);
        results[index] = result;
        await options.done?.(result);
      }
    };
    await Promise.all([worker(), worker()]);
    return results;
  }

  /** The sysroot that a recipe is built in, plain or with the shim, before its dependencies are added. */
  #base({ name, cxx }: Recipe, kind: 'plain' | 'shim'): Sysroot {
    const context = this.#context;
    if (!cxx) return context[kind];
    if (context.cxx === undefined) throw new Error(`recipe ${name}: wants libc++, and the builder has none`);
    return context.cxx[kind];
  }

  /** A result that nothing was found out for yet. */
  #blank(recipe: Recipe): RecipeResult {
    const { plain, libc } = this.#context;
    return {
      recipe: recipe.name,
      package: recipe.source.package,
      version: '',
      tarball: { name: '', sha256: '' },
      target: plain.target.name,
      musl: plain.muslVersion,
      ...(libc === undefined ? {} : { malloc: libc.malloc }),
      sysroot: plain.key,
      modules: recipe.modules,
      run: [],
      notes: [],
      problems: [],
      ok: false,
    };
  }

  /** The folder of a recipe's untouched sources, and how its build on plain musl fails, where it needs the shim. */
  async failing(recipe: Recipe): Promise<{ tree: string; without?: FailedBuild }> {
    const tree = await ensureSourceTree(recipe.source, this.#context.sources);
    const result = this.#blank(recipe);
    await this.#without(recipe, tree, result);
    return { tree: tree.path, ...(result.without === undefined ? {} : { without: result.without }) };
  }

  /**
   * Leaves out each module of a recipe in turn: it is needed when the package then does not build, or its programs do
   * not do what the recipe says. The recipe with all its modules must be good.
   */
  async minimal(recipe: Recipe): Promise<NeededModule[]> {
    if (recipe.refused?.fails !== undefined) throw badInput(`recipe ${recipe.name}: is refused: ${recipe.refused.reason}`, 'a package that fails with all its modules needs none');
    const whole = await this.evaluate(recipe, { check: false });
    if (!whole.ok) throw new Failure(`recipe ${recipe.name}: fails with all its modules: ${whole.problems[0] ?? ''}`, { next: `wildebeest recipe ${recipe.name} --target ${whole.target}` });
    const tree = await ensureSourceTree(recipe.source, this.#context.sources);
    const needed: NeededModule[] = [];
    for (const module of recipe.modules) {
      const reduced = { ...recipe, modules: recipe.modules.filter((name) => name !== module) };
      const built = await this.#buildStep(reduced, tree);
      const step: Step = {
        name: `recipe-${recipe.name}-minimal-${whole.target}`,
        inputs: { built: path.basename(stepPath(built)), run: recipe.run },
        make: async (output) => {
          const result = this.#blank(reduced);
          await noting(result, () => this.#with(reduced, tree, result, false));
          await writeFile(path.join(output, 'record.json'), JSON.stringify({ problems: result.problems }));
        },
      };
      const { problems } = await readRecord<{ problems: string[] }>(await ensureStep(step));
      needed.push({ recipe: recipe.name, module, needed: problems.length > 0, reason: problems[0] ?? 'builds and runs without it' });
    }
    return needed;
  }

  /** Does all that a recipe says; what is wrong is in the result's `problems`, and nothing but a defect of the driver throws. */
  async evaluate(recipe: Recipe, options: { check: boolean }): Promise<RecipeResult> {
    const result = this.#blank(recipe);
    await noting(result, async () => {
      const tree = await ensureSourceTree(recipe.source, this.#context.sources);
      result.version = upstreamOf(tree.version);
      result.tarball = tree.tarball;
      result.untouched = { files: Object.keys(tree.files).length, rewritten: [] };
      if (recipe.without !== undefined) await this.#without(recipe, tree, result);
      if (recipe.refused !== undefined) result.refused = { reason: recipe.refused.reason, missing: recipe.refused.missing };
      if (recipe.refused?.fails !== undefined) {
        await this.#refused(recipe, recipe.refused.fails, tree, result);
        return;
      }
      const did = await this.#with(recipe, tree, result, options.check);
      if (recipe.control) await this.#control(recipe, tree, result, did, options.check);
      if (recipe.thinLto) result.thinLto = (await this.#again({ ...recipe, bitcode: true }, 'with ThinLTO', tree, result, options.check)).again;
    });
    result.ok = result.problems.length === 0;
    return result;
  }

  /** Builds on plain musl, where it must fail as recorded. */
  async #without(recipe: Recipe, tree: SourceTree, result: RecipeResult): Promise<void> {
    if (recipe.without === undefined) return;
    const sysroot = await this.#sysroot(recipe, 'plain');
    const { rewritten, ...seen } = await this.#failure(recipe, tree, { part: 'without', on: 'on plain musl', sysroot, flags: noFlags });
    result.without = seen;
    this.#untouched(recipe, rewritten, result);
    result.problems.push(...failureProblems(seen, recipe.without.targets[sysroot.target.name] ?? recipe.without, 'without the shim', 'it needs no module any more'));
  }

  /** Builds with the modules what can't be built, where it must fail as recorded. */
  async #refused(recipe: Recipe, recorded: RecordedFailure, tree: SourceTree, result: RecipeResult): Promise<void> {
    const sysroot = await this.#sysroot(recipe);
    const flags = await this.#flags(recipe);
    const { rewritten, ...seen } = await this.#failure(recipe, tree, { part: 'refused', on: 'refused', sysroot, flags });
    if (result.refused !== undefined) result.refused.fails = seen;
    this.#untouched(recipe, rewritten, result);
    result.problems.push(...failureProblems(seen, recorded, 'refused', 'it need not be refused any more'));
  }

  /** A build that is expected to fail, and goes on after an error so that all of them are seen. */
  async #failure(
    recipe: Recipe,
    tree: SourceTree,
    { part, on, sysroot, flags }: { part: string; on: string; sysroot: Sysroot; flags: BuildFlags },
  ): Promise<FailedBuild & Pick<BuildRecord, 'rewritten'>> {
    // All errors of a file, not the first twenty.
    const allErrors = { ...flags, cflags: ['-ferror-limit=0', ...flags.cflags] };
    const settings = { ...this.#settings(sysroot, allErrors), keepGoing: true };
    const step = {
      name: `recipe-${recipe.name}-${part}-${sysroot.target.name}`,
      inputs: {
        ...{ layout, recipe: buildInputs(recipe, settings), source: tree.tarball.sha256, sysroot: sysroot.key },
        ...(flags === noFlags ? {} : { modules: recipe.modules, flags: { ...flags } }),
      },
      make: async (output: string, { log, scratch }: { log: string; scratch: string }): Promise<void> => {
        const record: FailureRecord = { failed: false, stage: 'build', objects: 0, errors: [], seconds: 0, rewritten: [] };
        const started = performance.now();
        const box = await this.#prepare(recipe, tree, sysroot, allErrors, scratch, log);
        for (const command of buildCommands(recipe, settings)) {
          // A failed build is what is wanted; only its install would be senseless.
          if (command.stage === 'install' && record.failed) break;
          const ended = await sandboxed(command.argv, { ...box.options, allowFailure: true });
          if (ended.exitCode === 0) continue;
          record.failed = true;
          record.stage = command.stage === 'configure' ? 'configure' : 'build';
          Object.assign(record, buildErrors(`${ended.stdout}\n${ended.stderr}`));
          if (record.errors.length === 0) {
            const what = `recipe ${recipe.name}: ${on} ${quote(command.argv).slice(0, 200)}: ${ending(ended)}`;
            throw new Failure(`${what}, without an error message: ${reasonIn(`${ended.stdout}\n${ended.stderr}`)}`, { log });
          }
          break;
        }
        record.seconds = (performance.now() - started) / 1000;
        record.rewritten = await this.#rewritten(recipe, tree, box.build);
        await writeFile(path.join(output, 'record.json'), JSON.stringify(record));
      },
    };
    const cached = await exists(stepPath(step));
    return { ...(await readRecord<FailureRecord>(await ensureStep(step))), log: logOf(step), cached };
  }

  /** Builds a control again with the umbrella, and compares what that does with what it did before. */
  async #control(recipe: Recipe, tree: SourceTree, result: RecipeResult, before: Behaviour, check: boolean): Promise<void> {
    const { after, again } = await this.#again({ ...recipe, umbrella: true }, 'with the umbrella', tree, result, check);
    result.umbrella = again;
    if (after !== undefined) result.problems.push(...controlDifferences(before, after, recipe.check?.expectedFailures));
  }

  /** Does all that a recipe says in another way once more; its problems are among the result's. */
  async #again(variant: Variant, how: string, tree: SourceTree, result: RecipeResult, check: boolean): Promise<{ after: Behaviour | undefined; again: AgainResult }> {
    const again: RecipeResult = { ...this.#blank(variant), ...(result.untouched === undefined ? {} : { untouched: result.untouched }) };
    const after = await noting(again, () => this.#with(variant, tree, again, check));
    const { with: built, run, check: tests, verify } = again;
    result.problems.push(...again.problems.map((problem) => `${how}: ${problem}`));
    return { after, again: { run, ...(built === undefined ? {} : { with: built }), ...(tests === undefined ? {} : { check: tests }), ...(verify === undefined ? {} : { verify }) } };
  }

  async #with(recipe: Variant, tree: SourceTree, result: RecipeResult, check: boolean): Promise<Behaviour> {
    const step = await this.#buildStep(recipe, tree);
    const cached = await exists(stepPath(step));
    const outcome: WithResult = { ok: false, seconds: 0, log: logOf(step), cached };
    result.with = outcome;
    const folder = await ensureStep(step);
    const record = await readRecord<BuildRecord>(folder);
    outcome.ok = true;
    outcome.seconds = record.seconds;
    this.#untouched(recipe, record.rewritten, result);
    if (recipe.bitcode === true && !(await hasBitcode(path.join(folder, 'build')))) result.problems.push('no object of the build is bitcode: its build system passes over CFLAGS');
    await this.#run(recipe, step, folder, result);
    await this.#verify(recipe, tree, step, folder, result);
    const tests = check ? await this.#check(recipe, tree, step, folder, result) : undefined;
    return { run: result.run, ...(tests === undefined ? {} : { tests }) };
  }

  /** The step that builds a recipe with its modules, or the umbrella, and installs it; its output has build/, install/ and record.json. */
  async #buildStep(recipe: Variant, tree: SourceTree): Promise<Step> {
    const sysroot = await this.#sysroot(recipe);
    const flags = await this.#flags(recipe);
    return {
      name: `recipe-${recipe.name}-${sysroot.target.name}`,
      inputs: { layout, recipe: buildInputs(recipe, this.#settings(sysroot, flags)), modules: recipe.modules, source: tree.tarball.sha256, sysroot: sysroot.key, flags: { ...flags } },
      make: async (output, { log, scratch }) => {
        const started = performance.now();
        const box = await this.#prepare(recipe, tree, sysroot, flags, scratch, log);
        try {
          for (const command of buildCommands(recipe, box.settings)) await sandboxed(command.argv, box.options);
        } catch (error) {
          if (this.#context.keep === true) await this.#keepFailed(recipe, box.build);
          throw error;
        }
        const record: BuildRecord = {
          seconds: (performance.now() - started) / 1000,
          rewritten: await this.#rewritten(recipe, tree, box.build),
        };
        if ((await filesBelow(box.install)).length === 0) throw new Failure(`recipe ${recipe.name}: installs no file`, { log });
        await run('mv', [box.build, box.install, output]);
        await writeFile(path.join(output, 'record.json'), JSON.stringify(record));
      },
    };
  }

  async #keepFailed(recipe: Recipe, build: string): Promise<void> {
    const kept = path.join(cacheRoot(), 'kept', recipe.name);
    await rm(kept, { recursive: true, force: true });
    await mkdir(path.dirname(kept), { recursive: true });
    await run('mv', [build, kept]);
    report.warn(`recipe ${recipe.name}: the failed build is kept in ${kept}`);
  }

  /** A dependency, built without modules of its own being asked for by others: its installed files. */
  #dependency(recipe: Recipe): Promise<Installed> {
    const known = this.#dependencies.get(recipe.name);
    if (known !== undefined) return known;
    const made = (async () => {
      const step = await this.#buildStep(recipe, await ensureSourceTree(recipe.source, this.#context.sources));
      return { folder: await ensureStep(step), key: path.basename(stepPath(step)) };
    })();
    this.#dependencies.set(recipe.name, made);
    return made;
  }

  /** What some recipes install, each after those that it depends on, built with their modules. */
  async installed(recipes: readonly Recipe[]): Promise<(Installed & { recipe: Recipe })[]> {
    const wanted = new Map(recipes.flatMap((recipe) => [...dependenciesOf(recipe, this.#context.recipes), recipe]).map((recipe) => [recipe.name, recipe]));
    const installed: (Installed & { recipe: Recipe })[] = [];
    for (const recipe of wanted.values()) installed.push({ recipe, ...(await this.#dependency(recipe)) });
    return installed;
  }

  /**
   * Builds a recipe that needs no module once more, whatever the cache has, with the umbrella or without anything of the shim.
   *
   * @returns the seconds of processor time of its build stage, without configure and install, which other builds on the machine
   * change little, and the bytes of the ELF files that it installs
   */
  async timed(recipe: Recipe, umbrella: boolean): Promise<{ seconds: number; bytes: number }> {
    const variant: Variant = { ...recipe, umbrella };
    const tree = await ensureSourceTree(recipe.source, this.#context.sources);
    const sysroot = await this.#sysroot(variant);
    const scratch = await mkdtemp(path.join(os.tmpdir(), 'wildebeest-timed-'));
    try {
      const box = await this.#prepare(variant, tree, sysroot, await this.#flags(variant), scratch, path.join(scratch, 'log'));
      let seconds = 0;
      for (const { stage, argv } of buildCommands(variant, box.settings)) {
        const { stderr } = await sandboxed(['sh', '-c', '"$@"; status=$?; times >&2; exit $status', 'sh', ...argv], box.options);
        if (stage === 'build') seconds += childrenSeconds(stderr);
      }
      return { seconds, bytes: await elfBytes(box.install) };
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  }

  /**
   * A sysroot with the files of a recipe's dependencies, as the sandbox sees it (at /sysroot). Its key is that of what a build
   * notices of it: of the shim, the modules that it is built with.
   */
  async #sysroot(recipe: Variant, kind: 'plain' | 'shim' = usesShim(recipe) ? 'shim' : 'plain'): Promise<Sysroot> {
    const installed: Installed[] = [];
    for (const dependency of dependenciesOf(recipe, this.#context.recipes)) installed.push(await this.#dependency(dependency));
    const stepOn = (base: Sysroot): Step => ({
      name: `recipe-sysroot-${base.target.name}`,
      inputs: { layout, base: base.key, dependencies: installed.map((one) => one.key) },
      make: async (output: string): Promise<void> => {
        await run('cp', ['-a', '--reflink=auto', `${base.path}/.`, output]);
        for (const { folder } of installed) await mergeInstalled(path.join(folder, 'install'), output);
        await writeToolchain(base, output, place.sysroot);
      },
    });
    const base = this.#base(recipe, kind);
    const plain = path.basename(stepPath(stepOn(this.#base(recipe, 'plain'))));
    const key = kind === 'plain' ? plain : keyOf({ plain, shim: await flagsKey(this.#context.shim, await this.#context.flags(modulesOf(recipe))) });
    return { ...base, path: await ensureStep(stepOn(base)), key };
  }

  /** Flags as the sandbox needs them: the sysroot is at /sysroot there. */
  async #flags(recipe: Variant): Promise<BuildFlags> {
    const { cflags, libs, packages } = usesShim(recipe) ? await this.#context.flags(modulesOf(recipe)) : noFlags;
    const inside = (words: string[]): string[] => words.map((word) => word.replaceAll(this.#context.shim.path, place.sysroot));
    return { cflags: [...inside(cflags), ...(recipe.bitcode === true ? ['-flto=thin'] : [])], libs: inside(libs), packages };
  }

  /** What the commands of a build in a sysroot need to know. */
  #settings(sysroot: Sysroot, flags: BuildFlags): BuildSettings {
    const { machine, jobs } = this.#context;
    return {
      target: sysroot.target.name,
      triple: sysroot.target.triple,
      machine: (machine ?? sysroot).target.triple,
      jobs: jobs ?? os.availableParallelism(),
      keepGoing: false,
      environment: sandboxEnvironment(sysroot, flags, machine),
    };
  }

  /** Lays out a build in `scratch`: its folders, flag files, and what its sandbox sees. */
  async #prepare(
    recipe: Recipe,
    tree: SourceTree,
    sysroot: Sysroot,
    flags: BuildFlags,
    scratch: string,
    log: string,
  ): Promise<{ build: string; install: string; settings: BuildSettings; options: SandboxOptions }> {
    const [build, install, flagFolder] = [path.join(scratch, 'build'), path.join(scratch, 'install'), path.join(scratch, 'flags')];
    await mkdir(install);
    await mkdir(flagFolder);
    if (recipe.build.tree === 'copy') await run('cp', ['-a', '--reflink=auto', tree.path, build]);
    else await mkdir(build);
    await writeFile(path.join(flagFolder, 'meson.cross'), mesonFlags(withOwnFlags(flags)));
    await writeFile(path.join(flagFolder, 'toolchain.cmake'), cmakeFlags({ ...sysroot, path: place.sysroot }, withOwnFlags(flags)));
    const settings = this.#settings(sysroot, flags);
    return {
      build,
      install,
      settings,
      options: {
        ...sandboxView(sysroot, this.#context.machine, [
          { source: tree.path, target: place.source },
          { source: flagFolder, target: place.flags },
          { source: build, target: place.build, writable: true },
          { source: install, target: place.install, writable: true },
        ]),
        cwd: place.build,
        env: settings.environment,
        log,
        timeout: recipe.timeout * 1000,
      },
    };
  }

  /** Shipped files that a build changed, in its copy of the tree or (never, it is read-only) in the tree itself. */
  async #rewritten(recipe: Recipe, tree: SourceTree, build: string): Promise<{ file: string; how: string }[]> {
    return changedFiles(recipe.build.tree === 'copy' ? build : tree.path, tree.files);
  }

  #untouched(recipe: Recipe, rewritten: readonly { file: string; how: string }[], result: RecipeResult): void {
    const { untouched } = result;
    if (untouched === undefined) return;
    for (const { file, how } of rewritten) {
      const allowed = recipe.build.rewrites.find((one) => one.file === file);
      if (allowed === undefined) result.problems.push(`source: ${file} was ${how} by the build and is not among the recipe's rewrites`);
      if (untouched.rewritten.some((one) => one.file === file)) continue;
      untouched.rewritten.push({ file, how, ...(allowed === undefined ? {} : { reason: allowed.reason }) });
    }
  }

  /** Puts the libc that programs are to run with in the place of the one that they were built with; `inputs` are those of a step that does. */
  #libc(): { mounts: Mount[]; inputs: Record<string, Json> } {
    const { libc } = this.#context;
    if (libc === undefined) return { mounts: [], inputs: {} };
    return { mounts: [{ source: path.join(libc.path, libcFile), target: `${place.sysroot}/${libcFile}` }], inputs: { libc: libc.key } };
  }

  /** Runs the installed programs, as the recipe says. */
  async #run(recipe: Variant, built: Step, folder: string, result: RecipeResult): Promise<void> {
    if (recipe.run.length === 0) return;
    const sysroot = await this.#sysroot(recipe);
    const libc = this.#libc();
    const step = {
      name: `recipe-${recipe.name}-run-${sysroot.target.name}`,
      inputs: { layout, version: 2, built: path.basename(stepPath(built)), commands: recipe.run.map(({ command, root }) => ({ command, root })), ...libc.inputs },
      make: async (output: string, { log, scratch }: { log: string; scratch: string }): Promise<void> => {
        const outcomes: Omit<RunOutcome, 'ok'>[] = [];
        const { machine } = this.#context;
        const install = path.join(folder, 'install');
        const programs = path.join(scratch, 'programs');
        // A program's RUNPATH names the folder of a package's own libraries as it will be, not where it is installed for now.
        const own = (await filesBelow(install)).filter((file) => /\.so(\.\d+)*$/.test(file)).map((file) => `${place.install}/${path.dirname(file)}`);
        const libraries = [...new Set(own)];
        if (machine !== undefined) await writePrograms(install, programs);
        const folders = machine === undefined ? installedFolders.map((below) => `${place.install}/${below}`) : [place.programs];
        const mounts = [{ source: install, target: place.install }, ...(machine === undefined ? [] : [{ source: programs, target: place.programs }]), ...libc.mounts];
        for (const { command, root } of recipe.run) {
          const ended = await sandboxed(command, {
            ...sandboxView(sysroot, machine, mounts, libraries),
            cwd: '/tmp',
            env: { ...sandboxEnvironment(sysroot, noFlags), PATH: [...folders, '/usr/bin', '/bin'].join(':') },
            root,
            log,
            timeout: 60_000,
            allowFailure: true,
          });
          outcomes.push({ command, exit: ended.exitCode ?? null, output: `${ended.stdout}${ended.stderr}` });
        }
        await writeFile(path.join(output, 'record.json'), JSON.stringify(outcomes));
      },
    };
    const outcomes = await readRecord<Omit<RunOutcome, 'ok'>[]>(await ensureStep(step));
    for (const [index, { command, output, exit }] of recipe.run.entries()) {
      const outcome = outcomes[index];
      if (outcome === undefined) throw new Failure(`recipe ${recipe.name}: run[${String(index)}]: the cache has no record of it`);
      const ok = outcome.exit === exit && new RegExp(output, 'm').test(outcome.output);
      result.run.push({ ...outcome, ok });
      if (ok) continue;
      const first = outcome.output.trim().split('\n')[0] ?? '';
      const how = outcome.exit === exit ? `prints ${JSON.stringify(first)}, not /${output}/` : `exit ${String(outcome.exit)}, expected ${String(exit)}: ${first}`;
      result.problems.push(`run: ${command.join(' ')}: ${how}; log: ${logOf(step)}`);
    }
  }

  /** Looks for anything of the shim in the installed files; those with the umbrella may show nothing that a control's others don't. */
  async #verify(recipe: Variant, tree: SourceTree, built: Step, folder: string, result: RecipeResult): Promise<void> {
    const sysroot = await this.#sysroot(recipe, 'plain');
    const symbols = usesShim(recipe) ? await this.#context.shimSymbols(modulesOf(recipe)) : [];
    const before = recipe.umbrella === true ? await ensureStep(await this.#buildStep({ ...recipe, umbrella: false }, tree)) : undefined;
    const step = {
      name: `recipe-${recipe.name}-verify-${sysroot.target.name}`,
      inputs: {
        ...{ layout, machine: true, libraryFolders, built: path.basename(stepPath(built)), symbols: keyOf([...symbols].sort()), plain: sysroot.key },
        ...(before === undefined ? {} : { before: path.basename(before) }),
      },
      make: async (output: string): Promise<void> => {
        const install = path.join(folder, 'install');
        const folders = [...libraryFolders.map((below) => path.join(sysroot.path, below)), install];
        const libraries = (await Promise.all(folders.map((below) => filesBelow(below)))).flat();
        const verified = await verifyPaths([install], {
          symbols,
          sysroots: [place.sysroot, place.machine, sysroot.path, cacheRoot()],
          target: sysroot.target,
          needed: libraries.map((file) => path.basename(file)),
          relativeTo: install,
          ...(before === undefined ? {} : { baseline: await baselineFacts(path.join(before, 'install')) }),
        });
        await writeFile(path.join(output, 'record.json'), JSON.stringify(verified));
      },
    };
    const { files, findings } = await readRecord<Awaited<ReturnType<typeof verifyPaths>>>(await ensureStep(step));
    const errors = findings.filter(({ severity }) => severity === 'error');
    result.verify = { ok: errors.length === 0, files: files.length, findings };
    for (const finding of errors) result.problems.push(`verify: ${finding.file}: ${finding.what}`);
  }

  /** Runs the package's own tests in a copy of its build folder. */
  async #check(recipe: Variant, tree: SourceTree, built: Step, folder: string, result: RecipeResult): Promise<CheckCounts | undefined> {
    const { check } = recipe;
    if (check === undefined) return undefined;
    // meson and ctest are told how to start the target's programs; a Makefile starts them itself.
    if (this.#context.machine !== undefined && (check.harness === 'automake' || check.harness === 'lines')) {
      result.notes.push(`check: not run: make starts the tests itself, and this machine's kernel does not run programs for ${result.target}`);
      return undefined;
    }
    const sysroot = await this.#sysroot(recipe);
    const flags = await this.#flags(recipe);
    const libc = this.#libc();
    const step = {
      name: `recipe-${recipe.name}-check-${sysroot.target.name}`,
      inputs: {
        layout,
        built: path.basename(stepPath(built)),
        check: checkInputs(check),
        timeout: recipe.timeout,
        ...libc.inputs,
      },
      make: async (output: string, { log, scratch }: { log: string; scratch: string }): Promise<void> => {
        const started = performance.now();
        const box = await this.#prepare({ ...recipe, build: { ...recipe.build, tree: 'separate' } }, tree, sysroot, flags, scratch, log);
        await run('cp', ['-a', '--reflink=auto', `${path.join(folder, 'build')}/.`, box.build]);
        const command = checkCommand(recipe, box.settings);
        if (command === undefined) throw new Failure(`recipe ${recipe.name}: no check`);
        const options = {
          ...box.options,
          env: { ...box.options.env, ...check.environment },
          etc: { ...box.options.etc, ...check.etc },
          mounts: [...box.options.mounts, ...libc.mounts, ...(check.sys ? [{ source: '/sys', target: '/sys' }] : [])],
          allowFailure: true,
        };
        const runs = [await sandboxed(command, options)];
        if (check.root !== undefined) runs.push(await sandboxed([...command, ...check.root], { ...options, root: true }));
        const counts = checkResults(check, runs.map(({ stdout, stderr }) => `${stdout}\n${stderr}\n`).join(''));
        const failed = runs.find(({ exitCode }) => exitCode !== 0);
        const exit = failed === undefined ? 0 : (failed.exitCode ?? null);
        const seconds = (performance.now() - started) / 1000;
        await writeFile(path.join(output, 'record.json'), JSON.stringify({ counts, exit, seconds }));
      },
    };
    const cached = await exists(stepPath(step));
    const { counts, exit, seconds } = await readRecord<{ counts: ReturnType<typeof checkResults>; exit: number | null; seconds: number }>(
      await ensureStep(step),
    );
    const problems = checkProblems(check, counts, exit ?? undefined);
    const outcome: CheckOutcome = {
      ok: problems.length === 0,
      passed: counts.passed.length,
      failed: counts.failed.length,
      skipped: counts.skipped.length,
      expected: counts.failed.filter((test) => check.expectedFailures.some((failure) => failure.test === test)),
      seconds,
      log: logOf(step),
      cached,
    };
    result.check = outcome;
    for (const problem of problems) result.problems.push(`${problem}; log: ${outcome.log}`);
    return counts;
  }
}

/** Whether an object below a folder is LLVM's bitcode. */
async function hasBitcode(folder: string): Promise<boolean> {
  for (const name of await filesBelow(folder)) {
    if (/\.l?o$/.test(name) && (await objectKindOf(path.join(folder, name))) === 'bitcode') return true;
  }
  return false;
}

/** The bytes of the ELF files below a folder. */
async function elfBytes(folder: string): Promise<number> {
  let bytes = 0;
  for (const name of await filesBelow(folder)) {
    const file = path.join(folder, name);
    const stats = await lstat(file);
    if (stats.isFile() && (await objectKindOf(file)) === 'elf') bytes += stats.size;
  }
  return bytes;
}

/** What `times` of sh says at the end of some output: the processor time, user and system, of all that it has run. */
function childrenSeconds(output: string): number {
  const [, ...figures] = /(\d+)m([\d.]+)s (\d+)m([\d.]+)s\s*$/.exec(output) ?? [];
  const [user = NaN, userSeconds = NaN, system = NaN, systemSeconds = NaN] = figures.map(Number);
  if (Number.isNaN(user)) throw new Error(`times: said ${JSON.stringify(output.slice(-80))}`);
  return 60 * (user + system) + userSeconds + systemSeconds;
}

/** Whether a build has anything of libwildebeest. */
const usesShim = ({ modules, umbrella }: Variant): boolean => umbrella === true || modules.length > 0;

/** The modules that flags and symbols are asked for: none named stands for the umbrella. */
const modulesOf = ({ modules, umbrella }: Variant): readonly string[] => (umbrella === true ? [] : modules);

/** What is wrong with a build that must fail as recorded: that it builds, or fails otherwise. */
function failureProblems(seen: FailedBuild, recorded: RecordedFailure, what: string, meaning: string): string[] {
  if (!seen.failed) return [`${what}: builds, so ${meaning}`];
  const differs = differsFromRecord(seen, recorded);
  return differs === undefined ? [] : [`${what}: ${differs}; log: ${seen.log}`];
}

/** Does some work; that it fails is one of the result's problems, and gives nothing. */
async function noting<T>(result: RecipeResult, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    result.problems.push(error.line());
    return undefined;
  }
}
