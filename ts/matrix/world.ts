import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { closure, loadModules, type LoadedModule } from '../manifest/load.js';
import { loadBase } from '../image/base.js';
import { bootImage } from '../image/boot.js';
import { bootLog, ensureRoot } from '../image/image.js';
import { builderFor, knownRecipes } from '../recipe/context.js';
import { dependenciesOf, recipeNames } from '../recipe/load.js';
import { loadPatches, replacedPatches, type ReplacedPatch } from '../recipe/patches.js';
import type { RecipeResult } from '../recipe/result.js';
import type { Recipe } from '../recipe/schema.js';
import { storeResult } from '../recipe/store.js';
import { recipeSeconds, withCell } from '../report/recipes.js';
import { badInput } from '../run/failure.js';
import { run } from '../run/process.js';
import { projectRoot } from '../run/root.js';
import { filesBelow, type Json } from '../run/store.js';
import { ensureBuild, hashFiles, type Build } from '../shim/build.js';
import { pinnedSource } from '../sources/sources.js';
import { hostTool } from '../sysroot/hostTools.js';
import type { Malloc } from '../sysroot/musl.js';
import { ensureSysroot, type Sysroot } from '../sysroot/sysroot.js';
import { ModuleSuite } from '../suite/module.js';
import { count, formatPoint, group, type Point } from '../suite/tap.js';
import { testToolchains } from '../suite/toolchain.js';
import { testUmbrella } from '../suite/umbrella.js';
import { hostTarget, loadTarget, type Target } from '../targets/target.js';
import type { Project } from './record.js';
import type { Outcome } from './store.js';
import { unitKinds, type Unit, type UnitKind } from './unit.js';

/** What a matrix is made of. The driver's own is `driverWorld`; tests have another. */
export interface World {
  /** All units of the run, those of other shards too. */
  units: readonly Unit[];
  project(): Promise<Project>;
  /** All that a unit's result depends on. */
  inputs(unit: Unit): Promise<Json>;
  /** Does a unit. What is wrong with what it tests is in the outcome; a Failure says why nothing could be tested. */
  work(unit: Unit): Promise<Outcome>;
}

/** What a user narrows the matrix to; an empty list means all. */
export interface Selection {
  targets: readonly string[];
  kinds: readonly UnitKind[];
  modules: readonly string[];
  recipes: readonly string[];
  /** Run the packages' own tests. */
  check: boolean;
}

/** What recipes of a target are built with. */
interface Base {
  plain: Sysroot;
  shim: Build;
  /** What making them took now, in seconds. */
  seconds: number;
}

/** What the tests of a target need besides. */
interface Bed extends Base {
  /** The build with libc++. */
  cxx: Build;
}

/** `make` of a name, whose value is made once and kept, as is its failure. */
function onceFor<Value>(make: (name: string) => Promise<Value>): (name: string) => Promise<Value> {
  const made = new Map<string, Promise<Value>>();
  return (name) => {
    const value = made.get(name) ?? make(name);
    made.set(name, value);
    return value;
  };
}

/** The allocator that is tested besides musl's own. */
const malloc = 'scudo';

/** The programs that sysroots are tested with. */
const programs = path.join('test', 'programs');

/** Stands for the tests of all modules together. */
const umbrella = 'umbrella';

/** A module or a recipe by name narrows the kinds too: `--recipe kmod` asks for no suite. */
function kindsOf({ kinds, modules, recipes }: Selection): ReadonlySet<UnitKind> {
  if (kinds.length > 0) return new Set(kinds);
  if (modules.length === 0 && recipes.length === 0) return new Set<UnitKind>(unitKinds);
  return new Set<UnitKind>([...(modules.length > 0 ? ['suite' as const] : []), ...(recipes.length > 0 ? ['recipe' as const] : [])]);
}

/** SHA-256 of the checkout, for comparing results from several machines. */
export async function projectIdentity(): Promise<Project> {
  const root = projectRoot();
  const lock = path.join('ts', 'sources', 'lock.json');
  const apart = new Set([lock, path.join('ts', 'matrix', 'times.json')]);
  const folders = ['ts', 'wildebeest', 'libc-support', path.join('test', 'recipes')];
  const files = await Promise.all(folders.map(async (folder) => (await filesBelow(path.join(root, folder))).map((file) => path.join(folder, file))));
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string };
  return {
    version,
    sources: await hashFiles(root, [...files.flat().filter((file) => !apart.has(file)), 'CMakeLists.txt', 'package-lock.json']),
    lock: await hashFiles(root, [lock]),
  };
}

/** SHA-256 of some folders of the running driver. */
async function codeHash(folders: readonly string[]): Promise<string> {
  const code = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
  const files = await Promise.all(
    folders.map(async (folder) => (await filesBelow(path.join(code, folder))).filter((file) => file.endsWith('.js')).map((file) => path.join(folder, file))),
  );
  return hashFiles(code, files.flat());
}

/** A suite's result as TAP, whole. */
function tapText(point: Point): string {
  return `TAP version 14\n${formatPoint(point, 1)}\n1..1\n`;
}

/** The failing points, outermost descriptions first: `ftw > ftw_test static > nftw: …`. */
function failures(point: Point, above = ''): string[] {
  if (point.ok) return [];
  const name = above === '' ? point.description : `${above}: ${point.description}`;
  const below = (point.children ?? []).flatMap((child) => failures(child, name));
  if (below.length > 0 && (point.notes ?? []).length === 0) return below;
  return [...below, [name, ...(point.notes ?? []).slice(0, 1)].join(': ')];
}

function suiteOutcome(point: Point, modules: string[], base: Pick<Base, 'plain'>, seconds: number): Outcome {
  const counts = count([point]);
  const nothing = counts.passed === 0 && counts.failed === 0;
  return {
    state: point.ok ? (nothing ? 'skipped' : 'passed') : 'failed',
    seconds,
    summary: [`${String(counts.passed)} passed`, ...(counts.failed > 0 ? [`${String(counts.failed)} failed`] : []), ...(counts.skipped > 0 ? [`${String(counts.skipped)} skipped`] : [])].join(', '),
    modules,
    counts,
    versions: { musl: base.plain.muslVersion },
    sysroot: base.plain.key,
    notes: [],
    problems: failures(point),
    logs: [{ name: 'tap', text: tapText(point) }],
  };
}

/** A sysroot's result: its programs', and what it is made of. */
async function sysrootOutcome(point: Point, base: Base, seconds: number): Promise<Outcome> {
  const tested = suiteOutcome(point, [], base, seconds);
  const sources = await readFile(path.join(base.plain.path, 'toolchain', 'sources.json'), 'utf8');
  return { ...tested, summary: `musl ${base.plain.muslVersion}, libc++ and the shim; programs: ${tested.summary}`, logs: [...tested.logs, { name: 'sources', text: sources }] };
}

/** An image's result: what its services did when it was booted; where this user may not boot it, that it was put together. */
async function imageOutcome(target: Target, malloc: Malloc, recipes: readonly string[], { plain }: Base): Promise<Outcome> {
  const started = performance.now();
  const root = await ensureRoot(target, [], malloc);
  const common = { modules: [], versions: { musl: plain.muslVersion }, sysroot: plain.key, problems: [] };
  if (process.getuid?.() !== 0) {
    const seconds = (performance.now() - started) / 1000;
    return { ...common, state: 'skipped', seconds, summary: 'made, not booted', notes: ['only root may boot it: sudo wildebeest image --boot'], logs: [] };
  }
  const log = bootLog(target, malloc);
  const points = await bootImage(root, log);
  const point = group('boot', points);
  const { state, summary, counts, problems, logs } = suiteOutcome(point, [], { plain }, 0);
  return {
    ...common,
    ...{ state, counts, problems },
    seconds: (performance.now() - started) / 1000,
    summary: `${recipes.join(', ')}: ${summary}`,
    notes: [],
    logs: [...logs, { name: 'console', file: log }],
  };
}

/** A recipe's result as a unit's; a package that does not pass makes no patch unnecessary. */
export function recipeOutcome(result: RecipeResult, patches: readonly ReplacedPatch[] = []): Outcome {
  const { without, refused, umbrella, thinLto, check } = result;
  const parts: [string, { log: string } | undefined][] = [
    ['without', without],
    ['refused', refused?.fails],
    ['umbrella', umbrella?.with],
    ['umbrella-check', umbrella?.check],
    ['thinlto', thinLto?.with],
    ['thinlto-check', thinLto?.check],
    ['with', result.with],
    ['check', check],
  ];
  return {
    state: result.ok ? (result.refused === undefined ? 'passed' : 'skipped') : 'failed',
    seconds: recipeSeconds(result),
    summary: withCell(result),
    modules: result.modules,
    ...(result.ok && patches.length > 0 ? { patches: [...patches] } : {}),
    ...(refused === undefined ? {} : { refused: { reason: refused.reason, missing: refused.missing } }),
    ...(check === undefined ? {} : { counts: { passed: check.passed, failed: check.failed, skipped: check.skipped } }),
    versions: { musl: result.musl, ...(result.version === '' ? {} : { [result.package]: result.version }) },
    sysroot: result.sysroot,
    ...(result.tarball.sha256 === '' ? {} : { tarball: result.tarball }),
    notes: [...result.notes, ...(check?.expected ?? []).map((test) => `check: ${test} is expected to fail`)],
    problems: result.problems,
    logs: parts.flatMap(([name, part]) => (part === undefined ? [] : [{ name, file: part.log }])),
    recipe: result,
  };
}

/** What recipes are, and the archives of their sources. */
async function recipeInputs(recipes: readonly Recipe[]): Promise<{ recipes: Json; versions: Json }> {
  const versions = await Promise.all(recipes.map(async ({ source }) => (await pinnedSource(source)).files.map((file) => file.sha256)));
  return { recipes: recipes as unknown as Json, versions };
}

/** The matrix of this checkout. */
export async function driverWorld(selection: Selection): Promise<World> {
  const kinds = kindsOf(selection);
  const modules = await loadModules();
  if (selection.modules.length > 0) closure(modules, selection.modules.filter((name) => name !== umbrella));
  const recipes = kinds.has('recipe') ? await knownRecipes(selection.recipes.length > 0 ? selection.recipes : await recipeNames()) : new Map<string, Recipe>();
  const due = ({ modules, control, refused, check }: Recipe): boolean => modules.length > 0 || control || refused !== undefined || check !== undefined;
  const wanted = [...recipes.values()].filter((recipe) => (selection.recipes.length > 0 ? selection.recipes.includes(recipe.name) : due(recipe)));
  const names: Record<UnitKind, string[]> = {
    sysroot: ['base'],
    malloc: [malloc],
    suite: [...modules.map((module) => module.name), umbrella].filter((name) => selection.modules.length === 0 || selection.modules.includes(name)),
    recipe: wanted.map((recipe) => recipe.name),
    image: ['base', malloc],
  };
  const targets = await Promise.all([...new Set(selection.targets)].map(loadTarget));
  // An image is booted by this machine's kernel.
  const host = kinds.has('image') ? (await hostTarget()).name : undefined;
  const kindsFor = (target: string): UnitKind[] => [...kinds].filter((kind) => kind !== 'image' || target === host);
  const units = targets.flatMap(({ name: target }) => kindsFor(target).flatMap((kind) => names[kind].map((name): Unit => ({ kind, target, name }))));
  if (units.length === 0) throw badInput('matrix: nothing is left to do', 'narrow it less');

  const base = onceFor(async (name): Promise<Base> => {
    const target = await loadTarget(name);
    const started = performance.now();
    const plain = await ensureSysroot(target);
    const shim = await ensureBuild(target);
    return { plain, shim, seconds: (performance.now() - started) / 1000 };
  });
  const bed = onceFor(async (name): Promise<Bed> => {
    const plain = await base(name);
    const started = performance.now();
    const cxx = await ensureBuild(await loadTarget(name), { cxx: true });
    return { ...plain, cxx, seconds: plain.seconds + (performance.now() - started) / 1000 };
  });
  const other = onceFor(async (name): Promise<Pick<Base, 'plain' | 'seconds'>> => {
    const started = performance.now();
    const plain = await ensureSysroot(await loadTarget(name), { malloc });
    return { plain, seconds: (performance.now() - started) / 1000 };
  });
  const builder = onceFor((target) => builderFor(target, recipes));
  const moduleNamed = (name: string): LoadedModule => {
    const found = modules.find((module) => module.name === name);
    if (found === undefined) throw badInput(`unknown module '${name}'`);
    return found;
  };
  const recipeNamed = (name: string): Recipe => {
    const found = recipes.get(name);
    if (found === undefined) throw badInput(`no recipe '${name}'`);
    return found;
  };

  const pointOf = async (kind: 'sysroot' | 'suite', name: string, { shim, cxx }: Bed): Promise<Point> => {
    if (kind === 'sysroot') return testToolchains(shim, cxx);
    return name === umbrella ? testUmbrella(modules, shim) : new ModuleSuite(moduleNamed(name), modules, shim, { fuzzSeconds: 0, cxx }).test();
  };

  /** What tests depend on besides what they are run on: their sources below these folders, the compiler and the driver. */
  const testInputs = async (folders: readonly string[]): Promise<Record<string, Json>> => {
    const root = projectRoot();
    const all = [path.join('wildebeest', 'testing'), ...folders];
    const files = await Promise.all(all.map(async (folder) => (await filesBelow(path.join(root, folder))).map((file) => path.join(folder, file))));
    const { stdout: compiler } = await run(await hostTool('clang'), ['--version']);
    return { compiler, files: await hashFiles(root, files.flat()), code: await codeHash(['suite', 'toolchain', 'run', 'matrix']) };
  };

  return {
    units,
    project: projectIdentity,
    async inputs({ kind, target, name }) {
      switch (kind) {
        case 'malloc':
          return { plain: (await other(target)).plain.key, ...(await testInputs([programs])) };
        case 'sysroot':
        case 'suite': {
          const { plain, shim, cxx } = await bed(target);
          const sysroots = { plain: plain.key, shim: shim.key, cxx: cxx.key };
          const own = kind === 'sysroot' ? [programs] : name === umbrella ? [] : [path.join('wildebeest', 'modules', name)];
          return { ...sysroots, ...(await testInputs(own)) };
        }
        case 'recipe': {
          const { plain, shim } = await base(target);
          const recipe = recipeNamed(name);
          const all = [recipe, ...dependenciesOf(recipe, recipes)];
          return {
            ...{ plain: plain.key, shim: shim.key, check: selection.check, patches: (await loadPatches(recipe)) as unknown as Json, ...(await recipeInputs(all)) },
            code: await codeHash(['recipe', 'verify', 'toolchain', 'run', 'matrix']),
          };
        }
        case 'image': {
          const { plain, shim } = await base(target);
          const parts = await loadBase();
          return {
            ...(name === 'base' ? {} : { libc: (await other(target)).plain.key }),
            ...{ plain: plain.key, shim: shim.key, base: parts as unknown as Json, booted: process.getuid?.() === 0 },
            ...(await recipeInputs([...(await knownRecipes(parts.recipes)).values()])),
            code: await codeHash(['image', 'recipe', 'toolchain', 'run', 'matrix']),
          };
        }
      }
    },
    async work({ kind, target, name }) {
      switch (kind) {
        case 'malloc': {
          const made = await other(target);
          const started = performance.now();
          const point = await testToolchains(made.plain);
          return suiteOutcome(point, [], made, made.seconds + (performance.now() - started) / 1000);
        }
        case 'sysroot':
        case 'suite': {
          const made = await bed(target);
          const started = performance.now();
          const point = await pointOf(kind, name, made);
          const seconds = (performance.now() - started) / 1000;
          return kind === 'suite' ? suiteOutcome(point, name === umbrella ? [] : [name], made, seconds) : await sysrootOutcome(point, made, made.seconds + seconds);
        }
        case 'recipe': {
          const recipe = recipeNamed(name);
          const result = await (await builder(target)).evaluate(recipe, { check: selection.check });
          await storeResult(result);
          return recipeOutcome(result, replacedPatches(await loadPatches(recipe)));
        }
        case 'image':
          return await imageOutcome(await loadTarget(target), name === 'base' ? 'mallocng' : malloc, (await loadBase()).recipes, await base(target));
      }
    },
  };
}
