import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import t from 'tap';
import { run, type RunResult } from '../ts/run/process.js';
import { projectRoot } from '../ts/run/root.js';
import { buildFlags, ensureBuild } from '../ts/shim/build.js';
import { isGlibcOf } from '../ts/suite/host.js';
import { hostTool } from '../ts/sysroot/hostTools.js';
import { hostTarget } from '../ts/targets/target.js';
import { filesHash, once, versionsOf } from './once.js';
import { shrink } from './shrink.js';

/** Random cases of one interface: what test/programs/differential.c is compiled with. */
interface Interface {
  name: string;
  modules: readonly string[];
  /** The file that makes cases. */
  test: string;
  /** The C statement that makes one and prints it with what it gave. */
  call: string;
  /** The C expression that comes before all cases. */
  setup?: string;
  /** Why what glibc printed may differ, as `doesNotFix` of the module says; undefined: it may not. */
  named?: (theirs: string) => string | undefined;
  /** Seeds whose cases differ as `doesNotFix` says, in a way that what glibc printed does not show. */
  left?: readonly number[];
}

const messages = '(messages = (int)memfd_create("messages", MFD_CLOEXEC), terminal = fcntl(2, F_DUPFD_CLOEXEC, 10), shown = true)';
const ofModule = (file: string): string => path.join(projectRoot(), 'wildebeest', 'modules', file);

/** argp's help where glibc's buffer was full, or where it looked beyond a text that ends at the margin: a line is as long as a line may be, or longer. */
function reachesMargin(theirs: string): string | undefined {
  const [, margin] = /rmargin=(\d+)/.exec(theirs) ?? [];
  return theirs.split('\n').slice(1).some((line) => line.length >= Number(margin)) ? 'glibc fills a line to its margin or beyond' : undefined;
}

const interfaces: readonly Interface[] = [
  { name: 'fnmatch', modules: ['fnmatch'], test: ofModule('fnmatch/fnmatch_random_test.c'), call: 'one(0, choose(2), true)' },
  { name: 'glob', modules: ['glob'], test: 'random_glob.c', call: 'one_glob()' },
  { name: 'parse_printf_format', modules: ['printf'], test: 'random_printf.c', call: 'one_printf()' },
  {
    name: 'strptime',
    modules: ['time'],
    test: ofModule('time/strptime_test.c'),
    call: 'do { char text[1024]; describe(choose(40), text, sizeof text); fputs(text, stdout); } while (0)',
    setup: 'tzset()',
  },
  { name: 'getopt', modules: ['getopt'], test: ofModule('getopt/getopt_random_test.c'), call: 'one(0)', setup: messages },
  {
    name: 'argp_help',
    modules: ['argp'],
    test: ofModule('argp/argp_random_test.c'),
    call: 'do { size_t length; char *text = one(0, &length); printf("%s\\n%s", getenv("ARGP_HELP_FMT"), text); free(text); } while (0)',
    named: reachesMargin,
    // Headers of children of different argps, of one place and one group.
    left: [15_201, 22_304],
  },
  { name: 'argp_parse', modules: ['argp'], test: ofModule('argp/argp_parse_random_test.c'), call: 'one(0)', setup: messages },
];

const runs = Number(process.env.WILDEBEEST_RUNS ?? 100_000);
const first = Number(process.env.WILDEBEEST_SEED ?? 1);
const program = path.join(projectRoot(), 'test', 'programs', 'differential.c');
const target = await hostTarget();
const skip = (await isGlibcOf(target)) ? false : 'the comparison needs a machine with glibc';
if (process.env.WILDEBEEST_RUNS !== undefined) t.setTimeout(0);

/** Builds the program for glibc and for musl with the modules; their files. */
async function build(folder: string, { modules, test, call, setup = '(void)0' }: Interface): Promise<[string, string]> {
  const sysroot = await ensureBuild(target);
  const { cflags, libs } = await buildFlags(sysroot, modules);
  const defines = [`-DTEST="${test}"`, `-DCASE=${call}`, `-DSETUP=${setup}`];
  const flags = ['-std=gnu11', '-D_GNU_SOURCE', '-O1', '-w', `-I${path.join(projectRoot(), 'wildebeest', 'testing')}`, ...defines];
  const [theirs, ours] = [path.join(folder, 'glibc'), path.join(folder, 'musl')];
  await run(await hostTool('clang'), [...flags, program, '-o', theirs]);
  await run(path.join(sysroot.path, 'toolchain', 'bin', 'cc'), [...flags, ...cflags, program, ...libs, '-static', '-o', ours]);
  return [theirs, ours];
}

/** The digests of all cases; undefined for one that ended the program. */
async function digests(file: string): Promise<(string | undefined)[]> {
  const all: (string | undefined)[] = [];
  while (all.length < runs) {
    const result = await run(file, [String(first + all.length), String(runs - all.length)], { allowFailure: true });
    const lines = result.stdout.split('\n').slice(0, -1);
    all.push(...lines);
    if (all.length < runs) all.push(undefined);
  }
  return all;
}

/** What a program prints of a case, with its choices before it. */
const outcome = ({ stdout, signal }: RunResult): string => (signal === undefined ? stdout.replace(/^choices.*\n/, '') : `ended by ${signal}`);

t.test('a failing case is made small', async (t) => {
  t.same(await shrink([5, 9, 3, 40, 2, 17, 8], (choices) => Promise.resolve(choices.some((one) => one >= 7) && choices.includes(3))), [7, 3]);
  const many = Array.from({ length: 200 }, (_, index) => index);
  t.same(await shrink(many, (choices) => Promise.resolve(choices.filter((one) => one > 100).length > 1)), [101, 101]);
});

for (const one of interfaces) {
  t.test(`${one.name}: random cases give what glibc gives`, { skip }, async (t) => {
    t.setTimeout(3_600_000);
    t.comment(`seeds ${String(first)} to ${String(first + runs - 1)}; WILDEBEEST_SEED and WILDEBEEST_RUNS set them`);
    const inputs = {
      ...{ runs, first, one: JSON.stringify({ ...one, named: String(one.named), test: path.basename(one.test) }) },
      files: await filesHash('test/differential.test.ts', 'test/shrink.ts', 'test/programs/*.c', 'wildebeest/testing', 'wildebeest/modules/time/*.h', ...one.modules.map((name) => `wildebeest/modules/${name}`)),
      shim: (await ensureBuild(target)).key,
      tools: await versionsOf('clang'),
    };
    await once(t, `differential-${one.name}`, inputs, async () => {
      const folder = await mkdtemp(path.join(os.tmpdir(), 'wildebeest-differential-'));
      t.teardown(() => rm(folder, { recursive: true }));
      const [theirs, ours] = await build(folder, one);
      const say = async (...words: string[]): Promise<[string, string]> => {
        const results = await Promise.all([theirs, ours].map((file) => run(file, words, { allowFailure: true })));
        return results.map(outcome) as [string, string];
      };
      const [their, our] = await Promise.all([digests(theirs), digests(ours)]);
      const differing = our.flatMap((digest, index) => (digest !== undefined && digest === their[index] ? [] : [first + index]));
      let named = 0;
      const wrong: number[] = [];
      for (const seed of differing) {
        const [a, b] = await say(String(seed), '0');
        // Where the case alone gives the same, glibc's answer depends on what its memory held before.
        if (one.left?.includes(seed) === true || (one.named !== undefined && (a === b || one.named(a) !== undefined || a.startsWith('ended by')))) named++;
        else wrong.push(seed);
      }
      for (const seed of wrong.slice(0, 3)) {
        const { stdout } = await run(ours, [String(seed), '0'], { allowFailure: true });
        const choices = (/^choices (.*)\n/.exec(stdout)?.[1] ?? '').split(',').map(Number);
        const small = await shrink(choices, async (candidate) => {
          const [a, b] = await say('choices', candidate.join(','));
          return a !== b && one.named?.(a) === undefined;
        });
        const [a, b] = await say('choices', small.join(','));
        t.equal(b, a, `seed ${String(seed)}, shrunk to ${small.join(',')}`);
      }
      t.comment(`${String(named)} of ${String(runs)} differ as doesNotFix says`);
      t.same(wrong, [], `${String(runs)} cases`);
    });
  });
}
