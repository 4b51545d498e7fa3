import { z } from 'zod';
import { moduleName } from '../manifest/schema.js';

const recipeName = z.string().regex(/^[a-z0-9][a-z0-9+.-]*$/, 'must be lower case letters, digits, plus, dot and hyphen');
const word = z.string().min(1, 'must not be empty');
/** One line of text. */
export const sentence = z.string().min(1, 'must not be empty').refine((text) => !text.includes('\n') && text.trim() === text, 'must be one line without space around it');
const argv = z.array(word).min(1, 'must hold a program');
const pattern = z.string().superRefine((text, context) => {
  try {
    new RegExp(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: `no regular expression: ${(error as Error).message}` });
  }
});
const relativePath = word.refine(
  (text) => !text.startsWith('/') && !text.split('/').includes('..'),
  'must be a path inside the source tree',
);

const placeholders = '${CC} ${CXX} ${AR} ${CFLAGS} ${LDFLAGS} ${LIBS} ${PKG_CONFIG} ${HOST} ${SOURCE}… stand for the environment of the build';

const common = {
  tree: z
    .enum(['separate', 'copy'])
    .default('separate')
    .describe('separate: the source tree is read-only and the build folder apart; copy: the build happens in a copy of the tree'),
  prepare: z.array(argv).default([]).describe('commands that run in the build folder before the build system does'),
  arguments: z.array(word).default([]).describe(`arguments of make or ninja; ${placeholders}`),
  targets: z.array(word).default([]).describe('what to build; none: the default target'),
  install: z
    .strictObject({ targets: z.array(word).min(1).default(['install']), arguments: z.array(word).default([]) })
    .prefault({})
    .describe('how make installs below DESTDIR'),
  rewrites: z
    .array(z.strictObject({ file: relativePath, reason: sentence }))
    .default([])
    .describe('shipped files that the build itself writes anew'),
};

const options = z.array(word).default([]).describe(`options of configure, meson setup or cmake; ${placeholders}`);
const optionsFor = z.record(z.string(), z.array(word).min(1)).optional().describe('further options on some targets');
const directory = relativePath.default('.').describe("the folder of the tree that holds the build system's file");

const tags = z.array(word).min(1).describe("meson's install tags: what is installed of the package, where not all of it is built; none: all");

const build = z.discriminatedUnion('system', [
  z.strictObject({ system: z.literal('autotools'), options, optionsFor, ...common }),
  z.strictObject({ system: z.literal('make'), ...common }),
  z.strictObject({ system: z.literal('meson'), options, optionsFor, directory, tags: tags.optional(), ...common }),
  z.strictObject({ system: z.literal('cmake'), options, optionsFor, directory, ...common }),
]);

const lineOf = (what: string): z.ZodType<string> => pattern.describe(`a line of the output that says that a test ${what}; its first group is the test's name`);

const check = z.strictObject({
  harness: z.enum(['automake', 'meson', 'ctest', 'lines']).describe('whose report says which test passed; lines: the package has its own'),
  lines: z
    .strictObject({ passed: lineOf('passed'), failed: lineOf('failed'), skipped: lineOf('was skipped').optional() })
    .optional()
    .describe('for the harness lines: what its report looks like'),
  targets: z.array(word).default(['check']).describe('make targets; meson and ctest need none'),
  arguments: z.array(word).default([]),
  environment: z.record(z.string().regex(/^\w+$/, 'must be the name of a variable'), z.string()).default({}).describe('further variables of the tests, or other values of them'),
  sys: z.boolean().default(false).describe("the tests look at the kernel's /sys, which builds do not see; read-only"),
  etc: z.record(z.string().regex(/^[\w.-]+$/, 'must be the name of a file'), z.string()).optional().describe('further files of /etc that the tests see, by name'),
  root: z.array(word).min(1).optional().describe("for the harness meson: tests that skip a plain user, run once more as user 0 of the sandbox's own user namespace; the second run counts"),
  tests: z.number().int().min(1).describe('how many tests there are, so that none gets lost'),
  expectedFailures: z.array(z.strictObject({ test: word, reason: sentence, sometimes: z.boolean().default(false).describe('it depends on the machine, or in a control on the umbrella, so that it may pass or be skipped') })).default([]),
});

const failure = {
  stage: z.enum(['configure', 'build']).default('build'),
  objects: z.number().int().min(0).describe('how many objects fail'),
  errors: z
    .array(sentence)
    .min(1, 'must hold at least one message')
    .refine((errors) => [...new Set(errors)].sort().join('\n') === errors.join('\n'), 'must be sorted and distinct')
    .describe('the distinct messages of compiler and linker, sorted'),
};
const recordedFailure = z.strictObject(failure);
const without = z.strictObject({
  ...failure,
  targets: z.record(z.string(), recordedFailure).default({}).describe('targets where it fails in another way, as those of 32 bits may'),
});

const refused = z.strictObject({
  reason: sentence.describe('why no one should be told that the package works'),
  missing: z.array(sentence).min(1, 'must say what is missing').describe('what it would need: functions, packages'),
  fails: z.strictObject(failure).optional().describe('how its build fails with the modules; none: it builds, and `run` shows what is wrong'),
});

/** A recipe, `test/recipes/<name>/recipe.json`: how an upstream package is built, as data. */
export const recipeSchema = z
  .strictObject({
    name: recipeName.describe("the folder's name"),
    source: z.strictObject({
      package: recipeName,
      suite: z.enum(['bookworm', 'trixie', 'sid']),
      series: z.string().regex(/^\d[\w.+~-]*$/, 'must be an upstream version or the first parts of one'),
    }),
    build,
    dependencies: z.array(recipeName).default([]).describe('recipes whose files are installed into its sysroot'),
    modules: z.array(moduleName).default([]).describe('modules of libwildebeest it is built with; none: it needs no shim'),
    control: z
      .boolean()
      .default(false)
      .describe('a negative control: it is built with its modules (mostly none: on plain musl) and again with the umbrella, and must do the same both times'),
    thinLto: z.boolean().default(false).describe('it is built with ThinLTO as well, and must run and pass its tests then too'),
    run: z
      .array(
        z.strictObject({
          command: argv,
          output: pattern.describe('what standard output and standard error must match, line by line'),
          exit: z.number().int().min(0).max(255).default(0),
          root: z.boolean().default(false).describe("as user 0 of the sandbox's own user namespace: still without any privilege"),
        }),
      )
      .default([])
      .describe('commands of the installed package and what they print'),
    check: check.optional(),
    without: without.optional().describe('what happens on plain musl: the recorded failure that shows what the modules are for'),
    refused: refused.optional().describe("the package can't be built, or is wrong when it is: what shows that, checked as all else is"),
    cxx: z.boolean().default(false).describe('it is built with libc++, for its C++ or its C++ tests'),
    timeout: z.number().int().min(1).default(900).describe('seconds that one build may take'),
  })
  .superRefine((recipe, context) => {
    const issue = (path: string[], message: string): void => context.addIssue({ code: 'custom', path, message });
    const { fails } = recipe.refused ?? {};
    if (recipe.modules.length > 0 && recipe.without === undefined && fails === undefined) issue(['without'], 'must say how the build fails without the modules');
    if (recipe.modules.length === 0 && recipe.without !== undefined) issue(['without'], 'must be absent where no module is used');
    const isRun = recipe.modules.length > 0 || recipe.control || recipe.refused !== undefined;
    if (isRun && recipe.run.length === 0 && fails === undefined) issue(['run'], 'must hold at least one command');
    if (fails !== undefined && (recipe.run.length > 0 || recipe.check !== undefined)) issue(['refused', 'fails'], 'must be absent where something is run');
    if (fails !== undefined && recipe.thinLto) issue(['refused', 'fails'], 'must be absent where ThinLTO is wanted');
    if (fails !== undefined && recipe.control) issue(['refused', 'fails'], 'must be absent in a control, which has to build');
    if (recipe.check?.root !== undefined && recipe.check.harness !== 'meson') issue(['check', 'root'], 'is for the harness meson alone');
    if ((recipe.check?.harness === 'lines') !== (recipe.check?.lines !== undefined)) {
      issue(['check', 'lines'], 'must be there for the harness lines, and only for it');
    }
    if (recipe.dependencies.includes(recipe.name)) issue(['dependencies'], 'must not hold the recipe itself');
    if (recipe.build.tree === 'separate' && recipe.build.rewrites.length > 0) {
      issue(['build', 'rewrites'], 'must be absent where the tree is read-only');
    }
  });

export type Recipe = z.infer<typeof recipeSchema>;
export type Check = z.infer<typeof check>;
export type RecordedFailure = z.infer<typeof recordedFailure>;
