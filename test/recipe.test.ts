import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import t, { type Test } from 'tap';
import { RecipeBuilder } from '../ts/recipe/build.js';
import { buildCommands, checkCommand, expand, type BuildSettings } from '../ts/recipe/buildSystems.js';
import { knownRecipes, symbolsOf } from '../ts/recipe/context.js';
import { checkProblems, checkResults } from '../ts/recipe/checks.js';
import { controlDifferences } from '../ts/recipe/control.js';
import { buildErrors, differsFromRecord, normaliseError } from '../ts/recipe/errors.js';
import { sandboxEnvironment } from '../ts/recipe/inside.js';
import { dependenciesOf, loadRecipes, parseRecipe, recipeNames } from '../ts/recipe/load.js';
import { parseNeeds, recipeNeeds } from '../ts/recipe/needs.js';
import { knownPatches, parsePatches, replacedPatches, type Patch } from '../ts/recipe/patches.js';
import { detectBuildSystem, proposeRecipe, recipeText, type Found } from '../ts/recipe/propose.js';
import type { RecipeResult } from '../ts/recipe/result.js';
import { recipeSchema, type Recipe } from '../ts/recipe/schema.js';
import { changedFiles, ensureSourceTree, treeFiles, upstreamTarball, type Sources } from '../ts/recipe/tree.js';
import { packageSummary, patchTable } from '../ts/report/patches.js';
import { problemLines, recipeTable, withCell, withoutCell } from '../ts/report/recipes.js';
import { loadModules } from '../ts/manifest/load.js';
import { recipeOutcome } from '../ts/matrix/world.js';
import { Failure } from '../ts/run/failure.js';
import { run, type RunResult } from '../ts/run/process.js';
import { report } from '../ts/run/reporter.js';
import { projectRoot } from '../ts/run/root.js';
import { buildFlags, ensureBuild } from '../ts/shim/build.js';
import { sha256Of } from '../ts/sources/blobs.js';
import { ensureSysroot } from '../ts/sysroot/sysroot.js';
import { loadTarget } from '../ts/targets/target.js';

const fixtures = path.join(projectRoot(), 'test', 'fixtures', 'recipe');
const text = (name: string): Promise<string> => readFile(path.join(fixtures, name), 'utf8');

type Json = Record<string, unknown>;

async function greet(changes: Json = {}): Promise<Recipe> {
  return recipeSchema.parse({ ...(JSON.parse(await text('greet.json')) as Json), ...changes });
}

function lineOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) return error.line();
    throw error;
  }
  throw new Error('did not fail');
}

async function failureOf(work: Promise<unknown>): Promise<Failure> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('did not fail');
}

t.test('each rule of the schema has a recipe that breaks it', async (t) => {
  const cases = JSON.parse(await text('bad.json')) as { set?: Json; unset?: string[]; error: string }[];
  const good = JSON.parse(await text('greet.json')) as Json;
  const file = 'recipes/greet/recipe.json';
  t.equal(parseRecipe(JSON.stringify(good), file).name, 'greet', 'the good one is good');
  for (const { set, unset, error } of cases) {
    const broken: Json = { ...good, ...set };
    for (const field of unset ?? []) Reflect.deleteProperty(broken, field);
    t.equal(lineOf(() => parseRecipe(JSON.stringify(broken), file)), `${file}: ${error}`);
  }
  t.match(lineOf(() => parseRecipe('{', file)), /^recipes\/greet\/recipe\.json: not JSON: /);
  t.ok(cases.length > 35);
});

t.test('recipes are loaded with what they depend on, dependencies first', async (t) => {
  const recipe = (name: string, dependencies: string[], modules: string[] = []): string =>
    JSON.stringify({
      name,
      source: { package: name, suite: 'sid', series: '1' },
      build: { system: 'make' },
      dependencies,
      ...(modules.length > 0 ? { modules, run: [{ command: ['x'], output: 'x' }], without: { objects: 1, errors: ['x'] } } : {}),
    });
  const folder = t.testdir({
    top: { 'recipe.json': recipe('top', ['left', 'right'], ['basename']) },
    left: { 'recipe.json': recipe('left', ['base']) },
    right: { 'recipe.json': recipe('right', ['base']) },
    base: { 'recipe.json': recipe('base', []) },
    round: { 'recipe.json': recipe('round', ['about']) },
    about: { 'recipe.json': recipe('about', ['round']) },
    lost: { 'recipe.json': recipe('lost', ['base', 'nowhere']) },
    wrong: { 'recipe.json': recipe('wrong', [], ['basename', 'nothing']) },
    elsewhere: { 'recipe.json': recipe('elsewhere', [], ['basename']).replace('"errors":["x"]', '"errors":["x"],"targets":{"pdp11":{"objects":1,"errors":["y"]}}') },
    beyond: { 'recipe.json': recipe('beyond', []).replace('"make"', '"cmake","optionsFor":{"pdp11":["-DX=1"]}') },
    upon: { 'recipe.json': recipe('upon', ['never']) },
    never: { 'recipe.json': JSON.stringify({ ...(JSON.parse(recipe('never', [])) as Json), refused: { reason: 'it is wrong', missing: ['x'], fails: { objects: 0, errors: ['x'] } } }) },
  });
  const known = { modules: ['basename'], folder };
  const loaded = await loadRecipes(['top'], known);
  t.same(loaded.map((one) => one.name), ['base', 'left', 'right', 'top']);
  const all = new Map(loaded.map((one) => [one.name, one]));
  t.same(dependenciesOf(all.get('top') ?? (await greet()), all).map((one) => one.name), ['base', 'left', 'right']);
  const line = async (name: string): Promise<string> => (await failureOf(loadRecipes([name], known))).line().replaceAll(`${folder}/`, '');
  const names = 'about, base, beyond, elsewhere, left, lost, never, right, round, top, upon, wrong';
  t.equal(await line('none'), `recipe: no recipe 'none'; next: one of: ${names}`);
  t.equal(await line('lost'), `lost/recipe.json: dependencies[1]: no recipe 'nowhere'; next: one of: ${names}`);
  t.equal(await line('round'), 'about/recipe.json: dependencies[0]: circle: round -> about -> round');
  t.equal(await line('wrong'), "wrong/recipe.json: modules[1]: no module 'nothing'; next: see `wildebeest modules`");
  t.match(await line('elsewhere'), /^elsewhere\/recipe\.json: without\.targets: no target 'pdp11'; next: one of: \w+, /);
  t.match(await line('beyond'), /^beyond\/recipe\.json: build\.optionsFor: no target 'pdp11'; next: one of: \w+, /);
  t.equal(await line('upon'), "upon/recipe.json: dependencies[0]: 'never' is refused: it is wrong");
  t.same((await loadRecipes(['never'], known)).map((one) => one.name), ['never']);
  t.equal((await failureOf(loadRecipes(['none'], known))).code, 2, "a user's mistake");
});

t.test('the recipes of this checkout are good', async (t) => {
  const modules = (await loadModules()).filter((module) => !module.private).map((module) => module.name);
  const recipes = await loadRecipes(await recipeNames(), { modules });
  const shimmed = recipes.filter((recipe) => recipe.modules.length > 0).map((recipe) => recipe.name);
  for (const name of ['audit', 'kmod', 'mdadm']) t.ok(shimmed.includes(name), name);
  const environment = sandboxEnvironment(await ensureSysroot(await loadTarget('x86_64')), { cflags: [], libs: [], packages: [] });
  const settings: BuildSettings = { target: 'x86_64', triple: 'x', machine: 'x', jobs: 1, keepGoing: false, environment };
  for (const recipe of recipes) t.ok(buildCommands(recipe, settings).length > 0, `${recipe.name}: its placeholders are known`);
});

t.test('what shows each module to be needed', async (t) => {
  const recipe = await greet({ modules: ['basename', 'fts'], run: [{ command: ['greet', 'me'], output: 'me' }], check: undefined });
  const error = { shown: 'error', what: "'fts.h' file not found" };
  const parse = (needs: Json, of = recipe): string[] => [...parseNeeds(JSON.stringify({ how: 'by hand', needs }), 'greet/needs.json', of)].map(([module, { shown }]) => `${module} ${shown}`);
  t.same(parse({ fts: error, basename: { shown: 'run', what: 'greet me' } }), ['fts error', 'basename run']);
  const wrong = (needs: Json): string => lineOf(() => parse(needs));
  t.equal(wrong({ fts: error, basename: error, argp: error }), 'greet/needs.json: needs.argp: the recipe is not built with it');
  t.equal(wrong({ fts: error, basename: { shown: 'run', what: 'greet you' } }), "greet/needs.json: needs.basename.what: the recipe does not run 'greet you'");
  t.equal(wrong({ fts: error, basename: { shown: 'test', what: 'one' } }), 'greet/needs.json: needs.basename.shown: the recipe runs no tests');
  t.match(wrong({ fts: error, basename: { shown: 'hearsay', what: 'one' } }), /^greet\/needs\.json: needs\.basename\.shown: Invalid option: /);
  for (const known of (await knownRecipes(await recipeNames())).values()) await t.resolves(recipeNeeds(known), known.name);
});

t.test('what distributions patch, and which patches the modules replace', async (t) => {
  const recipe = await greet();
  const musl = { name: 'musl.patch', in: ['alpine', 'void'], verdict: 'replaced', modules: ['basename'] };
  const feature = { name: 'new.patch', in: ['gentoo'], verdict: 'other', reason: 'it adds an option' };
  const lost = { name: 'old.patch', in: ['gentoo'], verdict: 'unknown', reason: 'its name does not tell' };
  const parse = (patches: Json[], of = recipe): Patch[] => parsePatches(JSON.stringify({ counted: '2026-11', patches }), 'greet/patches.json', of);
  const known = parse([musl, feature, lost]);
  t.same(replacedPatches(known), [
    { distribution: 'alpine', name: 'musl.patch', modules: ['basename'] },
    { distribution: 'void', name: 'musl.patch', modules: ['basename'] },
  ], 'one for each distribution; the others do not count');
  const wrong = (patches: Json[], of?: Recipe): string => lineOf(() => parse(patches, of));
  t.equal(wrong([]), 'greet/patches.json: patches: must hold a patch');
  t.equal(wrong([{ ...musl, in: [] }]), 'greet/patches.json: patches[0].in: must name a distribution');
  t.equal(wrong([{ ...musl, in: ['void', 'alpine'] }]), 'greet/patches.json: patches[0].in: must be sorted and distinct');
  t.match(wrong([{ ...musl, in: ['debian'] }]), /^greet\/patches\.json: patches\[0\]\.in\[0\]: Invalid option: /);
  t.equal(wrong([feature, musl]), 'greet/patches.json: patches: must be sorted by name and distinct');
  t.equal(wrong([{ ...musl, modules: [] }]), 'greet/patches.json: patches[0].modules: must name a module');
  t.equal(wrong([{ ...musl, modules: ['fts'] }]), "greet/patches.json: patches[0].modules: the recipe is not built with 'fts'");
  t.equal(wrong([{ ...lost, reason: undefined }]), 'greet/patches.json: patches[0].reason: Invalid input: expected string, received undefined');
  t.equal(wrong([{ ...musl, name: 'musl' }]), 'greet/patches.json: patches[0].name: must be the name of a .patch file');
  const refused = await greet({ refused: { reason: 'it lies', missing: ['x'] } });
  t.equal(wrong([musl], refused), 'greet/patches.json: patches[0].verdict: the recipe is refused, so nothing of it is replaced');
  t.same(parse([lost], refused).length, 1);

  const plain = await greet({ name: 'alone', modules: [], without: undefined });
  const controls = [{ ...plain, name: 'unmoved', control: true }, { ...plain, name: 'calm', control: true }];
  const summary = packageSummary([recipe, ...controls, plain, { ...refused, name: 'liar' }], new Map([['greet', known]]));
  t.match(summary, /^Upstream packages .* \(1\): `greet`;\n1 other, .*\*\*2 patches of 2 distributions, for 1 package\*\*/);
  t.match(summary, /\nControls, .* \(2\): `calm`, `unmoved`\.\n`liar` is refused: it lies\.$/);
  const foreign = packageSummary([recipe], new Map(), { s390x: { greet: 2, kind: 1 }, armv7: { greet: 3, kind: 1 }, i686: { alone: 1 } });
  t.match(foreign, /\nCross-compiled, .* for armv7, s390x \(2\): `greet`, `kind`\.\nCross-compiled, .* for i686 \(1\): `alone`\.$/);
  t.match(patchTable(new Map([['greet', known]])).split('\n')[2], /^greet +musl\.patch +Alpine, Void +replaced +basename$/);
  t.same(await knownPatches([recipe]), new Map(), 'none are known of a package without the file');
});

t.test('the patches of this checkout: one command counts them, and the README has the figure', async (t) => {
  const bin = path.join(projectRoot(), 'dist', 'ts', 'bin.js');
  const { stdout } = await run(process.execPath, [bin, 'recipe', 'patches', '--json']);
  const { patches, replaced } = JSON.parse(stdout) as { patches: Record<string, Patch[]>; replaced: number };
  t.equal(replaced, Object.values(patches).flatMap(replacedPatches).length);
  t.ok(replaced >= 15);
  t.match(await readFile(path.join(projectRoot(), 'README.md'), 'utf8'), `**${String(replaced)} patches of `);
  const shown = await run(process.execPath, [bin, 'recipe', 'patches']);
  t.match(shown.stdout, new RegExp(`^replaced: ${String(replaced)} patches of \\d distributions, for \\d+ packages$`, 'm'));
  t.match(await run(process.execPath, [bin, 'recipe', 'patches', 'nothing'], { allowFailure: true }), { exitCode: 2, stderr: /no recipe 'nothing'/ });
});

t.test('a first recipe is made of the tree, the control data and what scan says', async (t) => {
  const system = (files: string[], tools: string[] = []): string | undefined => detectBuildSystem(files, tools)?.system;
  t.equal(system(['configure', 'meson.build'], ['meson']), 'meson', 'as Debian builds it');
  t.equal(system(['configure', 'CMakeLists.txt']), 'autotools');
  t.equal(system(['CMakeLists.txt', 'Makefile']), 'cmake');
  t.equal(system(['GNUmakefile']), 'make');
  t.equal(system(['README']), undefined);
  t.same(detectBuildSystem(['configure.ac', 'Makefile.am'], []), { system: 'autotools', tree: 'copy', prepare: [['autoreconf', '--install']] });
  const found: Found = {
    name: 'greet',
    source: { package: 'greet-utils', suite: 'bookworm', series: '1.2' },
    version: '1.2.3',
    files: ['configure'],
    control: { version: '1.2.3-1', binaries: ['greet'], buildDepends: ['debhelper', 'zlib1g-dev', 'liblzma-dev', 'libx-dev', 'greet'] },
    providers: new Map([['zlib1g-dev', 'zlib'], ['zlib1g', 'zlib'], ['liblzma-dev', 'xz'], ['greet', 'greet']]),
    modules: ['fts', 'argp'],
  };
  const { text: written, missing } = proposeRecipe(found);
  t.same(missing, ['libx-dev']);
  t.match(parseRecipe(written, 'recipes/greet/recipe.json'), {
    source: { package: 'greet-utils', series: '1.2' },
    build: { system: 'autotools', tree: 'separate' },
    dependencies: ['xz', 'zlib'],
    modules: ['argp', 'fts'],
    run: [{ command: ['greet', '--version'], output: '1\\.2\\.3' }],
    without: { errors: ['not recorded yet'] },
  });
  t.same(JSON.parse(proposeRecipe({ ...found, modules: [], providers: new Map() }).text), { name: 'greet', source: found.source, build: { system: 'autotools' } });
  t.match(lineOf(() => proposeRecipe({ ...found, files: ['b', 'a'] })), /^greet-utils: no configure, .* at the top of its tree \(a, b\); next: /);
  for (const name of await recipeNames()) {
    const recipe = JSON.parse(await readFile(path.join(projectRoot(), 'test', 'recipes', name, 'recipe.json'), 'utf8')) as unknown;
    t.same(JSON.parse(recipeText(recipe)), recipe, name);
  }
  t.equal(recipeText({ a: [1, 'x'], b: {}, c: ['y'.repeat(140)] }), `{\n  "a": [1, "x"],\n  "b": {},\n  "c": [\n    "${'y'.repeat(140)}"\n  ]\n}`);
});

t.test('errors are read out of a log, normalised and distinct', async (t) => {
  t.same(buildErrors(await text('logs/make.txt')), {
    objects: 4,
    errors: [
      "'error.h' file not found",
      "call to undeclared function 'basename'; ISO C99 and later do not support implicit function declarations [-Wimplicit-function-declaration]",
      "incompatible integer to pointer conversion assigning to 'const char *' from 'int' [-Wint-conversion]",
      'undefined symbol: parse_printf_format',
      "unknown type name 'off64_t'",
    ],
  });
  t.same(buildErrors(await text('logs/ninja.txt')), {
    objects: 2,
    errors: [
      '"needs if_alg.h"',
      "call to undeclared function 'basename'; ISO C99 and later do not support implicit function declarations [-Wimplicit-function-declaration]",
    ],
  });
  t.same(buildErrors('checking for x... no\nconfigure: error: x.h is missing\n'), { objects: 0, errors: ['x.h is missing'] });
  t.same(buildErrors('  CC error.o\nerrors: 0\nPASS: error: none of these\n').objects, 0);
  t.equal(normaliseError('use of \u2018x\u2019 in   /build/a/b.c; did you mean \'y\'? [-Wx]'), "use of 'x' in b.c [-Wx]");
});

t.test('a failure that differs from the recorded one is one line', (t) => {
  const recorded = { stage: 'build', objects: 2, errors: ['a', 'b'] };
  t.equal(differsFromRecord({ ...recorded }, recorded), undefined);
  t.equal(differsFromRecord({ ...recorded, stage: 'configure' }, recorded), 'fails in configure, recorded is build');
  t.equal(differsFromRecord({ ...recorded, objects: 3 }, recorded), '3 objects fail, recorded are 2');
  t.equal(differsFromRecord({ ...recorded, errors: ['a', 'c'] }, recorded), 'not recorded: "c"; recorded but not seen: "b"');
  t.end();
});

t.test('commands of each build system', async (t) => {
  const settings: BuildSettings = { target: 'x86_64', triple: 'x86_64-linux-musl', machine: 'x86_64-linux-musl', jobs: 3, keepGoing: false, environment: { CC: 'cc', CFLAGS: '-O2 -I/i', LIBS: '-lx' } };
  const commands = async (build: Json, more: Partial<BuildSettings> = {}): Promise<string[]> =>
    buildCommands(await greet({ build }), { ...settings, ...more }).map(({ stage, argv }) => `${stage}: ${argv.join(' ')}`);
  t.same(await commands({ system: 'make', tree: 'copy', prepare: [['${SOURCE}/setup', '--cc=${CC}']], arguments: ['FLAGS=${CFLAGS}'], targets: ['tool'] }), [
    'configure: /build/setup --cc=cc',
    'build: make -j3 FLAGS=-O2 -I/i tool',
    'install: make FLAGS=-O2 -I/i DESTDIR=/install install',
  ]);
  t.same(await commands({ system: 'autotools', options: ['--with-x'] }, { keepGoing: true }), [
    'configure: /source/configure --build=x86_64-linux-musl --host=x86_64-linux-musl --prefix=/usr --sysconfdir=/etc --localstatedir=/var --with-x',
    'build: make -j3 -k --output-sync',
    'install: make DESTDIR=/install install',
  ]);
  t.match(
    (await commands({ system: 'autotools', options: ['--with-x'] }, { machine: 'aarch64-linux-musl' }))[0],
    / --build=aarch64-linux-musl --host=x86_64-linux-musl .* ac_cv_func_malloc_0_nonnull=yes ac_cv_func_realloc_0_nonnull=yes --with-x$/,
    'what configure would guess wrong where it runs no program',
  );
  const optionsFor = { x86_64: ['--only-here'], riscv64: ['--only-there'] };
  t.match((await commands({ system: 'autotools', options: ['--with-x'], optionsFor }))[0], / --with-x --only-here$/, 'options for one target');
  t.match((await commands({ system: 'autotools', options: ['--with-x'], optionsFor }, { target: 's390x' }))[0], / --with-x$/);
  const [setup, ...ninja] = await commands({ system: 'meson', directory: 'build/meson', options: ['-Dx=y'] }, { keepGoing: true });
  t.match(setup, /^configure: meson setup --cross-file \/sysroot\/toolchain\/meson\.cross --cross-file \/flags\/meson\.cross --prefix=\/usr .* -Dx=y \. \/source\/build\/meson$/);
  t.same(ninja, ['build: ninja -j3 -v -k 0', 'install: env DESTDIR=/install ninja install']);
  t.same((await commands({ system: 'meson', targets: ['libx.so.1'], tags: ['libx', 'devel'] })).slice(1), ['build: ninja -j3 -v libx.so.1', 'install: env DESTDIR=/install meson install --no-rebuild --tags libx,devel']);
  const [cmake] = await commands({ system: 'cmake', tree: 'copy', options: ['-DX=1'] });
  t.match(cmake, /^configure: cmake -G Ninja -S \/build\/\. -B \. -DCMAKE_TOOLCHAIN_FILE=\/flags\/toolchain\.cmake .* -DX=1$/);
  t.equal(lineOf(() => expand('-x ${NOPE}', { CC: 'cc', A: 'b' }, 'recipe greet: build.arguments')), 'recipe greet: build.arguments: unknown placeholder ${NOPE}; next: one of: A, CC');
  t.equal(expand('$(CC) ${CC}', { CC: '$& $1' }, ''), '$(CC) $& $1', 'values are taken as they are');
  const check = async (harness: string): Promise<string | undefined> =>
    checkCommand(await greet({ check: { harness, tests: 1, arguments: ['V=${CC}'] } }), settings)?.join(' ');
  t.equal(await check('automake'), 'make -k -j3 CFLAGS=-O2 -I/i LIBS=-lx V=cc check');
  t.equal(await check('meson'), 'meson test --no-rebuild --print-errorlogs --num-processes 3 V=cc');
  t.equal(await check('ctest'), 'ctest --output-on-failure --no-tests=error -j 3 V=cc');
  t.equal(checkCommand(await greet({ check: undefined }), settings), undefined);
});

t.test("packages' own tests are counted", async (t) => {
  t.same(checkResults({ harness: 'automake' }, await text('logs/automake.txt')), {
    passed: ['suite/hash', 'suite/known bad', 'suite/list'],
    failed: ['suite/broken', 'suite/colour', 'suite/index', 'suite/known bad no more'],
    skipped: ['suite/needs root'],
  });
  t.same(checkResults({ harness: 'meson' }, await text('logs/meson.txt')), {
    passed: ['greet / plain', 'greet / slash', 'greet:more / late failure'],
    failed: ['greet / bad'],
    skipped: ['greet / skipped'],
  });
  t.same(checkResults({ harness: 'ctest' }, await text('logs/ctest.txt')), {
    passed: ['plain', 'slash'],
    failed: ['absent', 'bad', 'crash', 'slow'],
    skipped: ['skipped'],
  });
  const lines = { passed: '^(\\w+): .*: ok$', failed: '^(\\w+): .*: failed', skipped: '^(\\w+): .*: skipped' };
  const own = 'd_load: dump: ok\nd_load: dump again: failed\nf_bad: a: b: ok\nm_acl: xattr: skipped (no ACL)\n2 tests succeeded\tok: ok\n';
  t.same(checkResults({ harness: 'lines', lines }, own), { passed: ['f_bad'], failed: ['d_load'], skipped: ['m_acl'] });
  const check = { harness: 'automake', targets: ['check'], arguments: [], tests: 3, expectedFailures: [{ test: 'c', reason: 'x', sometimes: false }] } as const;
  const mutable = { ...check, targets: [], arguments: [], environment: {}, sys: false, expectedFailures: [...check.expectedFailures] };
  const problems = (counts: Partial<ReturnType<typeof checkResults>>, exit: number): string[] =>
    checkProblems(mutable, { passed: [], failed: [], skipped: [], ...counts }, exit);
  t.same(problems({ passed: ['a', 'b'], failed: ['c'] }, 2), [], 'an expected failure is none');
  t.same(problems({ passed: ['a'], failed: ['b', 'c'] }, 2), ['check: b fails']);
  t.same(problems({ passed: ['a', 'b', 'c'] }, 0), ['check: c is expected to fail but passes']);
  t.same(problems({ passed: ['a', 'b'], skipped: ['c'] }, 0), ['check: c is expected to fail but is skipped']);
  const sometimes = { ...mutable, expectedFailures: [{ test: 'c', reason: 'x', sometimes: true }] };
  t.same(checkProblems(sometimes, { passed: ['a', 'b', 'c'], failed: [], skipped: [] }, 0), [], 'it depends on the machine');
  t.same(checkProblems(sometimes, { passed: ['a', 'b', 'd'], failed: [], skipped: [] }, 0), ['check: c is expected to fail but was not run']);
  t.same(problems({ passed: ['a'], failed: ['c'] }, 2), ['check: 2 tests were run, the recipe has 3']);
  t.same(problems({ passed: ['a', 'b', 'd'] }, 2), [
    'check: c is expected to fail but was not run',
    'check: no test fails but the command ends with exit 2',
  ]);
});

t.test('a control that does otherwise with the umbrella is told of, test by test', (t) => {
  const run = [{ command: ['greet', 'a'], ok: true, exit: 0, output: 'a\n' }];
  const tests = { passed: ['a', 'b'], failed: ['c'], skipped: ['d'] };
  t.same(controlDifferences({ run, tests }, { run: structuredClone(run), tests: structuredClone(tests) }), []);
  t.same(controlDifferences({ run }, { run: [{ command: ['greet', 'a'], ok: true, exit: 0, output: 'b\n' }] }), [
    'control: greet a: exit 0, "b\\n" with the umbrella, and exit 0, "a\\n" without',
  ]);
  t.same(controlDifferences({ run }, { run: [{ command: ['greet', 'a'], ok: true, exit: 1, output: 'a\n' }] }), [
    'control: greet a: exit 1, "a\\n" with the umbrella, and exit 0, "a\\n" without',
  ]);
  t.same(controlDifferences({ run: [] }, { run }), ['control: greet a: exit 0, "a\\n" with the umbrella, and nothing without']);
  const other = { passed: ['a', 'c', 'e'], failed: [], skipped: ['b'] };
  const all = [
    'control: test b is skipped with the umbrella, and passes without',
    'control: test c passes with the umbrella, and fails without',
    'control: test d was not run with the umbrella, and is skipped without',
    'control: test e passes with the umbrella, and was not run without',
  ];
  t.same(controlDifferences({ run, tests }, { run, tests: other }), all);
  const expected = [{ test: 'c', reason: 'x', sometimes: false }, { test: 'b', reason: 'x', sometimes: true }];
  t.same(controlDifferences({ run, tests }, { run, tests: other }, expected), all.slice(1), 'what depends on the machine may differ, what is only expected to fail may not');
  t.same(controlDifferences({ run, tests }, { run }), [], 'without tests there is nothing to compare');
  t.end();
});

t.test('a changed, removed or replaced file of the tarball shows; a new one does not matter', async (t) => {
  const tree = t.testdir({ a: 'one', b: 'two', sub: { c: 'three', d: 'four' }, link: t.fixture('symlink', 'a') });
  const shipped = await treeFiles(tree);
  t.same(Object.keys(shipped).sort(), ['a', 'b', 'link', 'sub/c', 'sub/d']);
  t.same(await changedFiles(tree, shipped), []);
  await writeFile(path.join(tree, 'new'), 'x');
  await writeFile(path.join(tree, 'a'), 'One');
  await rm(path.join(tree, 'b'));
  await rm(path.join(tree, 'sub'), { recursive: true });
  await writeFile(path.join(tree, 'sub'), 'a file now');
  await rm(path.join(tree, 'link'));
  await writeFile(path.join(tree, 'link'), 'one');
  t.same(await changedFiles(tree, shipped), [
    { file: 'a', how: 'changed' },
    { file: 'b', how: 'removed' },
    { file: 'link', how: 'changed' },
    { file: 'sub/c', how: 'removed' },
    { file: 'sub/d', how: 'removed' },
  ]);
});

t.test("a user's mistakes on the command line end with 2 and one line", async (t) => {
  const bin = path.join(projectRoot(), 'dist', 'ts', 'bin.js');
  const wildebeest = (...args: string[]): Promise<RunResult> => run(process.execPath, [bin, ...args], { allowFailure: true });
  t.match(await wildebeest('recipe', 'nothing', '--target', 'x86_64'), { exitCode: 2, stderr: /^wildebeest: recipe: no recipe 'nothing'; next: one of: .*\bkmod, .*\n$/ });
  t.match(await wildebeest('recipe', 'kmod', '--target', 'vax'), { exitCode: 2, stderr: /^wildebeest: unknown target 'vax'; next: one of: .*\n$/ });
  t.match(await wildebeest('recipe', 'kmod'), { exitCode: 2, stderr: /required option '--target <target>' not specified/ });
  t.match(await wildebeest('matrix', '--recipe', 'nothing'), { exitCode: 2, stderr: /no recipe 'nothing'/ });
  for (const command of ['recipe', 'matrix', 'verify']) {
    t.match(await wildebeest(command, '--help'), { exitCode: 0, stdout: /Examples:\n {2}wildebeest / }, `${command} --help has an example`);
  }
});

/** A source of the fixture package's own, as a tarball below a folder that only its owner may enter. */
async function packageSource(t: Test, change?: (tree: string) => Promise<void>): Promise<Sources & { fetches: number }> {
  const folder = t.testdir({ tree: {} });
  const tree = path.join(folder, 'tree', 'greet-1.0');
  await cp(path.join(fixtures, 'package'), tree, { recursive: true });
  await change?.(tree);
  const name = 'greet_1.0.orig.tar.gz';
  const file = path.join(folder, name);
  await run('tar', ['-czf', file, '-C', path.join(folder, 'tree'), 'greet-1.0']);
  const pinned = { version: '2:1.0-3', files: [{ name, sha256: await sha256Of(file), size: 1 }] };
  const sources = {
    fetches: 0,
    pinned: () => Promise.resolve(pinned),
    fetch: () => {
      sources.fetches += 1;
      return Promise.resolve({ ...pinned, files: pinned.files.map((one) => ({ ...one, path: file })) });
    },
  };
  return sources;
}

t.test('a source tree is unpacked once', async (t) => {
  process.env.WILDEBEEST_CACHE = t.testdir({});
  t.teardown(() => Reflect.deleteProperty(process.env, 'WILDEBEEST_CACHE'));
  const sources = await packageSource(t);
  const spec = { package: 'greet', suite: 'sid', series: '1.0' };
  const first = await ensureSourceTree(spec, sources);
  t.match(first, { version: '2:1.0-3', cached: false, tarball: { name: 'greet_1.0.orig.tar.gz' } });
  t.ok(Object.keys(first.files).includes('greet.c'));
  const second = await ensureSourceTree(spec, sources);
  t.equal(second.path, first.path);
  t.equal(second.cached, true);
  t.equal(sources.fetches, 1, 'the second time nothing is fetched');
  t.equal(lineOf(() => upstreamTarball({ version: '1', files: [{ name: 'x.dsc', sha256: '', size: 1 }] }, 'x')), 'x: the source has no .orig tarball (x.dsc)');
});

const systems: Record<string, Json> = {
  make: { system: 'make', tree: 'copy', arguments: ['CFLAGS=${CFLAGS}', 'LIBS=${LIBS}'] },
  autotools: { system: 'autotools' },
  meson: { system: 'meson' },
  cmake: { system: 'cmake' },
};

t.test('a package is built with and without the shim', async (t) => {
  const target = await loadTarget('x86_64');
  const plain = await ensureSysroot(target);
  const shim = await ensureBuild(target);
  const other = await loadTarget('aarch64');
  const elsewhere = { plain: await ensureSysroot(other), shim: await ensureBuild(other) };
  const scudo = await ensureSysroot(target, { malloc: 'scudo' });
  const own = process.env.WILDEBEEST_CACHE;
  process.env.WILDEBEEST_CACHE = t.testdir({});
  report.quiet = true;
  t.teardown(() => {
    report.quiet = false;
    if (own === undefined) Reflect.deleteProperty(process.env, 'WILDEBEEST_CACHE');
    else process.env.WILDEBEEST_CACHE = own;
  });
  const context = { plain, shim, flags: (modules: readonly string[]) => buildFlags(shim, modules), shimSymbols: symbolsOf, jobs: 2 };

  const evaluate = async (t: Test, changes: Json, change?: (tree: string) => Promise<void>): Promise<RecipeResult> => {
    const recipe = await greet(changes);
    const builder = new RecipeBuilder({ ...context, sources: await packageSource(t, change), recipes: new Map([['greet', recipe]]) });
    return builder.evaluate(recipe, { check: true });
  };

  const harnessOf = (name: string): string => (name === 'meson' ? 'meson' : name === 'cmake' ? 'ctest' : 'automake');
  for (const [name, build] of Object.entries(systems)) {
    await t.test(name, async (t) => {
      const harness = harnessOf(name);
      const result = await evaluate(t, { build, check: { harness, tests: 2 } });
      t.same(result.problems, []);
      t.match(result, {
        ok: true,
        version: '1.0',
        without: { failed: true, stage: 'build', objects: 1, cached: false },
        with: { ok: true, cached: false },
        run: [{ ok: true, exit: 0, output: "greet: 'b'\n" }, { ok: true, output: "greet: ''\n" }],
        check: { ok: true, passed: 2, failed: 0, skipped: 0 },
        verify: { ok: true, files: 1, findings: [] },
        untouched: { rewritten: [] },
      });
      t.ok((result.untouched?.files ?? 0) > 5);
      t.match(await readFile(result.with?.log ?? '', 'utf8'), /greet/, 'the log is there');
      t.equal(withoutCell(result), 'fails: 1 object, 1 error');
      t.equal(withCell(result), 'builds, runs, checks 2/2');
    });
  }

  await t.test('for a target whose programs this machine does not run by itself', async (t) => {
    const foreign = { plain: elsewhere.plain, shim: elsewhere.shim, flags: (modules: readonly string[]) => buildFlags(elsewhere.shim, modules), machine: plain };
    for (const [name, build] of Object.entries(systems)) {
      const recipe = await greet({ build, check: { harness: harnessOf(name), tests: 2 } });
      const builder = new RecipeBuilder({ ...context, ...foreign, sources: await packageSource(t), recipes: new Map([['greet', recipe]]) });
      const result = await builder.evaluate(recipe, { check: true });
      t.same(result.problems, [], name);
      t.match(result, { ok: true, target: elsewhere.plain.target.name, without: { failed: true }, run: [{ ok: true }, { ok: true }], verify: { files: 1 } });
      if (harnessOf(name) === 'automake') t.match(result, { check: undefined, notes: [/^check: not run: make starts the tests itself/] });
      else t.match(result, { check: { passed: 2 }, notes: [] });
    }
    const native = await greet({ check: undefined, build: { ...systems.make, arguments: ['CC=${CC_FOR_BUILD}', 'CFLAGS=${CFLAGS}', 'LIBS='] }, modules: [], without: undefined, run: [] });
    const wrong = new RecipeBuilder({ ...context, ...foreign, sources: await packageSource(t, (tree) => writeFile(path.join(tree, 'greet.c'), 'int main(void) { return 0; }\n')), recipes: new Map() });
    t.match((await wrong.evaluate(native, { check: false })).problems, [/^verify: usr\/bin\/greet: is not for \w+: its e_machine is \d+, \w+ endian$/], "this machine's program in the result");
  });

  await t.test('which of its modules a package needs', async (t) => {
    const recipe = await greet({ modules: ['basename', 'types'], check: undefined });
    const builder = new RecipeBuilder({ ...context, sources: await packageSource(t), recipes: new Map([['greet', recipe]]) });
    t.match(await builder.minimal(recipe), [
      { recipe: 'greet', module: 'basename', needed: true, reason: /call to undeclared function 'basename'/ },
      { recipe: 'greet', module: 'types', needed: false, reason: 'builds and runs without it' },
    ]);
    const wrong = await greet({ modules: ['basename'], run: [{ command: ['greet', 'a/b'], output: '^never$' }], check: undefined });
    await t.rejects(builder.minimal(wrong), { message: /^recipe greet: fails with all its modules: run: greet a\/b: prints/ });
  });

  await t.test('a control is built again with the umbrella, and must do the same', async (t) => {
    const control = { modules: [], without: undefined, control: true };
    const program = (name: string): string => `#include <stdio.h>\n#include <string.h>\nint main(int argc, char **argv) { return printf("greet: '%s'\\n", ${name}) < 0 || argc > 2; }\n`;
    const good = await evaluate(t, control, (tree) => writeFile(path.join(tree, 'greet.c'), program("strrchr(argv[1], '/') + 1")));
    t.same(good.problems, []);
    t.match(good, { ok: true, modules: [], without: undefined, check: { passed: 2 }, umbrella: { with: { ok: true }, run: [{ ok: true }, { ok: true }], check: { ok: true, passed: 2 }, verify: { ok: true, files: 1 } } });
    t.not(good.with?.log, good.umbrella?.with?.log, 'two builds');
    t.equal(withoutCell(good), 'not needed');
    t.equal(withCell(good), 'builds, runs, checks 2/2; the same with all modules');

    const misled = `#if __has_include(<error.h>)\n#define NAME argv[1]\n#else\n#define NAME strrchr(argv[1], '/') + 1\n#endif\n${program('NAME')}`;
    const bad = await evaluate(t, control, (tree) => writeFile(path.join(tree, 'greet.c'), misled));
    const seen = bad.problems.map((problem) => problem.replace(/; log: .*/, ''));
    t.same(seen, [
      `with the umbrella: run: greet a/b: prints "greet: 'a/b'", not /^greet: 'b'$/`,
      `with the umbrella: run: greet a/: prints "greet: 'a/'", not /^greet: ''$/`,
      'with the umbrella: check: plain fails',
      'with the umbrella: check: slash fails',
      `control: greet a/b: exit 0, "greet: 'a/b'\\n" with the umbrella, and exit 0, "greet: 'b'\\n" without`,
      `control: greet a/: exit 0, "greet: 'a/'\\n" with the umbrella, and exit 0, "greet: ''\\n" without`,
      'control: test plain fails with the umbrella, and passes without',
      'control: test slash fails with the umbrella, and passes without',
    ]);
    t.equal(withCell(bad), 'builds, runs, checks 2/2; builds, does not run, checks 0/2 with all modules');

    const broken = await evaluate(t, control, (tree) => writeFile(path.join(tree, 'greet.c'), `#if __has_include(<error.h>)\n#error misled\n#endif\n${program("strrchr(argv[1], '/') + 1")}`));
    t.match(broken.problems, [/^with the umbrella: make -j2 .*: exit 2: .*error: misled; log: /]);
    t.equal(withCell(broken), 'builds, runs, checks 2/2; fails with all modules');

    const needy = await evaluate(t, { control: true, check: undefined });
    t.same(needy.problems, [], 'a control may need a module itself');
    t.match(needy, { without: { failed: true }, umbrella: { with: { ok: true } } });
    t.equal((await evaluate(t, { ...control, control: false, check: undefined, run: [] }, (tree) => writeFile(path.join(tree, 'greet.c'), program('"b"')))).umbrella, undefined);
  });

  await t.test('with ThinLTO a package does the same, and is seen to be built so', async (t) => {
    const good = await evaluate(t, { thinLto: true });
    t.same(good.problems, []);
    t.match(good, { ok: true, thinLto: { with: { ok: true }, run: [{ ok: true }, { ok: true }], check: { ok: true }, verify: { ok: true, files: 1 } } });
    t.not(good.with?.log, good.thinLto?.with?.log, 'two builds');
    t.match(withCell(good), /; the same with ThinLTO$/);
    const deaf = await evaluate(t, { thinLto: true, build: { system: 'make', tree: 'copy', arguments: ['CFLAGS=${CFLAGS} -fno-lto', 'LIBS=${LIBS}'] } });
    t.same(deaf.problems, ['with ThinLTO: no object of the build is bitcode: its build system passes over CFLAGS']);
  });

  await t.test('it runs and is checked on a libc of another malloc', async (t) => {
    // Scudo aborts when a block is freed twice; mallocng crashes.
    const twice = [
      '#include <signal.h>\n#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>\n#include <unistd.h>\nstatic const char *name;',
      `static void end(int with) { dprintf(1, "greet: '%s'\\n", with == SIGABRT ? name : "crash"); _exit(0); }`,
      "int main(int argc, char **argv) { name = argc > 1 ? strrchr(argv[1], '/') + 1 : 0; signal(SIGABRT, end); signal(SIGSEGV, end);",
      'void *volatile block = malloc(8); free(block); free(block); return 1; }\n',
    ].join('\n');
    const recipe = await greet({ modules: [], without: undefined });
    const common = { ...context, sources: await packageSource(t, (tree) => writeFile(path.join(tree, 'greet.c'), twice)), recipes: new Map() };
    const own = await new RecipeBuilder(common).evaluate(recipe, { check: true });
    t.match(own, { ok: false, malloc: undefined, run: [{ output: "greet: 'crash'\n" }, { ok: false }], check: { passed: 0, failed: 2 } });
    const other = await new RecipeBuilder({ ...common, libc: scudo }).evaluate(recipe, { check: true });
    t.same(other.problems, []);
    t.match(other, { ok: true, malloc: 'scudo', with: { cached: true }, run: [{ ok: true }, { ok: true }], check: { passed: 2 } });
  });

  await t.test('a second run does nothing', async (t) => {
    const recipe = await greet();
    const sources = await packageSource(t);
    const builder = new RecipeBuilder({ ...context, sources, recipes: new Map([['greet', recipe]]) });
    await builder.evaluate(recipe, { check: true });
    const [again] = await builder.evaluateAll([recipe], { check: true });
    t.match(again, { ok: true, without: { cached: true }, with: { cached: true }, check: { cached: true } });
    const alone = new RecipeBuilder({ ...context, jobs: 1, sources, recipes: new Map() });
    t.match(await alone.evaluate(recipe, { check: false }), { with: { cached: true } }, 'nor with another number of jobs');
    const stricter = await greet({ run: [{ command: ['greet', 'a/b'], output: '^never$' }], without: { objects: 7, errors: ['x'] } });
    const result = await builder.evaluate(stricter, { check: false });
    t.match(result.without, { cached: true }, 'expectations change without a new build');
    t.match(result.problems[0], /^without the shim: 1 objects fail, recorded are 7; not recorded: "call to .*; recorded but not seen: "x"; log: /);
    t.match(result.problems[1], /^run: greet a\/b: prints "greet: 'b'", not \/\^never\$\/; log: /);
    t.equal(result.ok, false);
    const table = recipeTable([result]).split('\n');
    t.match(table[2], /^greet +1\.0 +x86_64 +fails: 1 object, 1 error +builds, does not run +basename +\d+\.\d s \(cached\) +\//);
    t.match(problemLines([result])[0], /^greet \(x86_64\): without the shim: /);
  });

  await t.test('a package that builds without the shim is a failure of its recipe', async (t) => {
    const result = await evaluate(t, { run: [{ command: ['greet', 'a/b'], output: 'b' }], check: undefined }, (tree) =>
      writeFile(path.join(tree, 'greet.c'), '#include <stdio.h>\nint main(void) { return puts("b") < 0; }\n'),
    );
    t.same(result.problems, ['without the shim: builds, so it needs no module any more']);
    t.equal(withoutCell(result), 'builds');
  });

  await t.test('a build that touches a shipped file is one too, unless the recipe says why', async (t) => {
    const touching = { ...systems.make, prepare: [['sh', '-c', 'echo anew > rewritten.txt']] };
    t.same((await evaluate(t, { build: touching })).problems, [
      'source: rewritten.txt was changed by the build and is not among the recipe\'s rewrites',
      'source: rewritten.txt was changed by the build and is not among the recipe\'s rewrites',
    ]);
    const told = { ...touching, rewrites: [{ file: 'rewritten.txt', reason: 'made anew' }] };
    const result = await evaluate(t, { build: told });
    t.same(result.problems, []);
    t.same(result.untouched?.rewritten, [{ file: 'rewritten.txt', how: 'changed', reason: 'made anew' }]);
  });

  await t.test('a tree that is built apart from is read-only', async (t) => {
    const result = await evaluate(t, { build: { ...systems.autotools, prepare: [['sh', '-c', 'echo x > /source/greet.c']] } });
    t.match(result.problems, [/Read-only file system/]);
  });

  await t.test('a build that fails, hangs or installs nothing says so in a line', async (t) => {
    const broken = await evaluate(t, { modules: ['printf'] });
    t.match(broken.problems, [/^make -j2 .*: exit 2: .*error: call to undeclared function 'basename'.*; log: /]);
    t.equal(withCell(broken), 'fails');
    const slow = await evaluate(t, { build: { ...systems.make, prepare: [['sleep', '600']] }, timeout: 1 });
    t.match(slow.problems, [/^sleep 600: time-out after 1 s; log: /]);
    const empty = await evaluate(t, { modules: [], without: undefined, run: [], check: undefined, build: { ...systems.make, targets: ['greet.o'], prepare: [['sed', '-i', 's/basename/strlen/; s/%s/%zu/', 'greet.c']], rewrites: [{ file: 'greet.c', reason: 'test' }], install: { targets: ['greet.o'] } } });
    t.match(empty.problems, [/^recipe greet: installs no file; log: /]);
  });

  await t.test('a package that is refused, as it fails or as it is wrong', async (t) => {
    const fails = { objects: 1, errors: (await greet()).without?.errors ?? [] };
    const refusal = { reason: 'no basename', missing: ['basename'] };
    const failing = { modules: ['printf'], run: [], check: undefined, without: undefined };
    const result = await evaluate(t, { ...failing, refused: { ...refusal, fails } });
    t.same(result.problems, []);
    t.match(result, { ok: true, refused: { ...refusal, fails: { failed: true, objects: 1, cached: false } }, with: undefined });
    t.equal(withCell(result), 'refused: fails: 1 object, 1 error');
    t.match(recipeOutcome(result, [{ distribution: 'void', name: 'x.patch', modules: ['printf'] }]), { state: 'skipped', refused: refusal, logs: [{ name: 'refused' }] });
    t.match((await evaluate(t, { ...failing, refused: { ...refusal, fails: { objects: 1, errors: ['x'] } } })).problems, [/^refused: not recorded: "call to .*; recorded but not seen: "x"; log: /]);
    t.same((await evaluate(t, { ...failing, modules: ['basename'], refused: { ...refusal, fails } })).problems, ['refused: builds, so it need not be refused any more']);
    const wrong = await evaluate(t, { check: undefined, refused: { reason: 'it prints quotes', missing: ['no quotes'] } });
    t.match(wrong, { ok: true, refused: { fails: undefined }, run: [{ ok: true }, { ok: true }] });
    t.equal(withCell(wrong), 'refused: builds, runs');
    t.equal(recipeOutcome(wrong).state, 'skipped');
    const right = await evaluate(t, {}, (tree) => writeFile(path.join(tree, 'unused'), ''));
    t.match(recipeOutcome(right, [{ distribution: 'void', name: 'x.patch', modules: ['basename'] }]), { state: 'passed', patches: [{ name: 'x.patch' }] });
    t.equal(recipeOutcome({ ...right, ok: false }, [{ distribution: 'void', name: 'x.patch', modules: ['basename'] }]).patches, undefined);
  });

  await t.test('a test that fails, and one that is expected to', async (t) => {
    const spoil = async (tree: string): Promise<void> => {
      const makefile = path.join(tree, 'Makefile');
      await writeFile(makefile, (await readFile(makefile, 'utf8')).replace("greet: ''\"", "greet: 'x'\""));
    };
    const result = await evaluate(t, {}, spoil);
    t.match(result.problems, [/^check: slash fails; log: /]);
    t.match(withCell(result), 'checks 1/2');
    const expected = await evaluate(t, { check: { harness: 'automake', tests: 2, expectedFailures: [{ test: 'slash', reason: 'x' }] } }, spoil);
    t.same(expected.problems, []);
    t.equal(withCell(expected), 'builds, runs, checks 1/2 (1 expected to fail)');
  });

  await t.test('a dependency is installed into the sysroot; a shared library that leaks is found', async (t) => {
    const library = await greet({
      name: 'saylib',
      modules: [],
      without: undefined,
      run: [],
      check: undefined,
      build: {
        system: 'make',
        prepare: [['sh', '-ec', 'mkdir -p /install/usr/lib /install/usr/include; echo "int say(void);" > /install/usr/include/say.h; echo "int say(void) { return 42; }" > say.c; $CC -shared -fPIC -o /install/usr/lib/libsay.so say.c']],
        arguments: ['-f', '/dev/null'],
        targets: ['say.c'],
        install: { targets: ['say.c'] },
      },
    });
    const sayer = [
      '#define _GNU_SOURCE',
      '#include <stdio.h>',
      '#include <string.h>',
      '#include <say.h>',
      'int main(void) { return printf("%d %s\\n", say(), basename("a/x")) < 0; }',
      '',
    ];
    const makefile = [
      'all: sayer.o',
      'sayer.o: sayer.c',
      '\t$(CC) $(CFLAGS) -c -o $@ $<',
      'install: sayer.o',
      '\tmkdir -p $(DESTDIR)/usr/bin',
      '\t$(CC) -rdynamic -o $(DESTDIR)/usr/bin/sayer sayer.o -lsay $(LIBS)',
      '',
    ];
    const user = await greet({
      dependencies: ['saylib'],
      check: undefined,
      run: [{ command: ['sayer'], output: '^42 x$' }],
      build: { system: 'make', arguments: ['-f', '${SOURCE}/sayer.mk', 'VPATH=${SOURCE}'] },
    });
    const recipes = new Map([['saylib', library], ['greet', user]]);
    const sources = await packageSource(t, async (tree) => {
      await writeFile(path.join(tree, 'sayer.c'), sayer.join('\n'));
      await writeFile(path.join(tree, 'sayer.mk'), makefile.join('\n'));
    });
    const builder = new RecipeBuilder({ ...context, sources, recipes });
    const result = await builder.evaluate(user, { check: false });
    t.same(result.problems, [], 'the program runs with the library of its dependency, and even -rdynamic exports nothing of the shim');
    t.match(result, { verify: { files: 1 }, run: [{ ok: true }] });

    const leaking = await greet({
      check: undefined,
      build: { ...systems.make, prepare: [['sh', '-ec', 'mkdir -p /install/usr/lib; echo "int __lwb_leak(void) { return 1; }" > /tmp/l.c; $CC -shared -fPIC -Wl,-rpath,/sysroot/usr/lib -o /install/usr/lib/libleak.so /tmp/l.c']] },
    });
    const leaks = await new RecipeBuilder({ ...context, sources: await packageSource(t), recipes: new Map() }).evaluate(leaking, { check: false });
    t.same(leaks.problems, [
      'verify: usr/lib/libleak.so: exports __lwb_leak, which belongs to libwildebeest',
      'verify: usr/lib/libleak.so: has /sysroot/usr/lib in its RUNPATH, a folder of the build',
    ]);
    t.match(withCell(leaks), /leaks$/);
  });

  await t.test('the environment of a build names no folder of the host', async (t) => {
    const environment = sandboxEnvironment(plain, await buildFlags(shim, ['basename']).then((flags) => ({ ...flags, cflags: [], libs: [] })));
    t.notMatch(JSON.stringify(environment), plain.path);
    t.equal(environment.CC, '/sysroot/toolchain/bin/cc');
    t.equal(environment.CC_FOR_BUILD, '/sysroot/toolchain/bin/cc');
  });
});
