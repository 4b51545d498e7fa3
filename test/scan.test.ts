import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import t, { type Test } from 'tap';
import { scanReport } from '../ts/report/scan.js';
import { loadModules } from '../ts/manifest/load.js';
import { run, type RunResult } from '../ts/run/process.js';
import { projectRoot } from '../ts/run/root.js';
import { Catalogue, loadCatalogue, wordOf } from '../ts/scan/catalogue.js';
import { checkingFlags, shellWords } from '../ts/scan/compile.js';
import { alwaysDefined, holds, type KnownMacros } from '../ts/scan/conditions.js';
import { scanContext } from '../ts/scan/context.js';
import { closureOf } from '../ts/scan/facts.js';
import { findings, type Hit } from '../ts/scan/hits.js';
import { lex } from '../ts/scan/lexer.js';
import { scanPaths, type ScanContext, type ScanResult } from '../ts/scan/scan.js';
import { readSource } from '../ts/scan/source.js';
import { isOn, switchesOf } from '../ts/scan/switches.js';

const bin = path.join(projectRoot(), 'dist', 'ts', 'bin.js');
const wildebeest = (...args: string[]): Promise<RunResult> => run(process.execPath, [bin, ...args], { allowFailure: true });
const fixtures = path.join(projectRoot(), 'test', 'fixtures', 'scan');

const known: KnownMacros = { defined: alwaysDefined, hasHeader: (header) => (header === 'stdio.h' ? true : header === 'argp.h' ? false : undefined) };

t.test('conditions: what only the build knows is unknown', (t) => {
  const cases: [string, boolean | undefined][] = [
    ['0', false],
    ['1', true],
    ['defined(__GLIBC__)', false],
    ['defined __GLIBC__ && __GLIBC_PREREQ(2, 10)', false],
    ['!defined(__GLIBC__)', true],
    ['defined(_WIN32) || defined(__linux__)', true],
    ['defined(HAVE_X)', undefined],
    ['defined(HAVE_X) && 0', false],
    ['defined(HAVE_X) || 1', true],
    ['!defined(HAVE_X)', undefined],
    ['__GLIBC__ > 2 || (__GLIBC__ == 2 && __GLIBC_MINOR__ >= 10)', false],
    ['__GNUC__ >= 4', undefined],
    ['2 + 3 * 4 == 14 && (1 << 4) == 0x10', true],
    ['-1 < 0 ? 1 : 0', true],
    ['HAVE_X ? 1 : 1', true],
    ['__has_include(<stdio.h>)', true],
    ['__has_include(<argp.h>)', false],
    ['__has_include("config.h")', undefined],
    ['defined(_LARGEFILE64_SOURCE) && _LFS64_LARGEFILE-0', false],
    ['(((', undefined],
    ['', undefined],
  ];
  for (const [text, expected] of cases) t.equal(holds(text, known), expected, text);
  t.end();
});

t.test('what the preprocessor leaves', (t) => {
  const text = [
    '/* error( */ // argp_parse(',
    '#include <a.h> // <b.h>',
    '#ifdef __APPLE__',
    '#include <apple.h>',
    '#define HIDDEN 1',
    '#elif defined(HAVE_X)',
    '#include "x.h"',
    'one();',
    '#else',
    'two();',
    '#endif',
    '#ifndef GUARD_H',
    '#define GUARD_H',
    'three("error( \\" /*", \'"\');',
    '#define BODY(x) \\',
    '  four(x, y)',
    '#endif',
    '#ifdef BODY',
    'sure();',
    '#else',
    'never();',
    '#endif',
    '#undef BODY',
    '#ifdef BODY',
    'unsure();',
    '#endif',
    '#if 0',
    'don\'t look',
    '#else',
    'five();',
    '#endif',
  ].join('\n');
  const { tokens, includes, macros, hidden } = lex(text, known);
  const words = tokens.filter(({ text }) => /^\w/.test(text)).map(({ text, line, guards, macro }) => `${text}:${String(line)}${guards.length > 0 ? ` if ${guards.join()}` : ''}${macro === undefined ? '' : ' macro'}`);
  t.same(words, ['one:8 if HAVE_X', 'two:10 if HAVE_X', 'three:14', 'four:16 macro', 'y:16 macro', 'sure:19', 'unsure:25 if BODY', 'five:30']);
  t.same(includes, [
    { header: 'a.h', quoted: false, line: 2, guards: [], off: [], unless: [] },
    { header: 'x.h', quoted: true, line: 7, guards: ['HAVE_X'], off: ['HAVE_X'], unless: [] },
  ]);
  t.same(macros, ['GUARD_H', 'BODY']);
  t.same(hidden, ['HIDDEN']);
  for (const broken of ['#if', '#endif\n#else\n#elif', '/*', '"', "'", '#define', '#include', '#if (', 'R"x(', '{{{', ')))']) t.doesNotThrow(() => readSource(broken, { known, interesting: () => true, isHeader: false }), JSON.stringify(broken));
  t.end();
});

t.test('uses and definitions', (t) => {
  const read = (text: string, isHeader = false): ReturnType<typeof readSource> => readSource(text, { known, interesting: (name) => /^(?:error|stat64|off64_t|qsort_r|LIST_HEAD|OPT|gl_flags|strerror_r)$/.test(name), isHeader });
  const uses = (text: string): string[] => read(text).uses.map(({ name, context, line }) => `${name} ${context} ${String(line)}`);
  t.same(uses('int f(void)\n{\n\terror(1, 0, "x");\n}'), ['error call 3']);
  t.same(uses('int f(int error)\n{\n\tif (error)\n\t\treturn error;\n\tint error = 0;\n}').filter((use) => use.includes('call')), [], 'a variable');
  t.same(uses('int f(struct x *p) { return p->error(1) + p.error; }'), ['error member 1', 'error member 1']);
  t.same(uses('struct stat64 b; int f(void) { return stat64("x", &b); }'), ['stat64 tag 1', 'stat64 call 1']);
  t.same(uses('struct stat64;'), [], 'a tag that is only declared');
  t.same(uses('int f(void) { g(qsort_r); h = qsort_r; }'), ['qsort_r value 1', 'qsort_r value 1']);
  t.same(uses('extern void error(int, int, const char *, ...);'), ['error prototype 1']);
  t.same(uses('struct s { LIST_HEAD(a, b) x; };\nstatic LIST_HEAD(c, d) y;').map((use) => use.split(' ')[0]), ['LIST_HEAD', 'LIST_HEAD']);
  t.same(uses('off64_t a; void f(off64_t b, const off64_t c); int g(void) { return sizeof(off64_t); }').length, 4);
  t.same(uses('#ifdef A\nint f(void)\n{\n#else\nint f(int x)\n{\n#endif\n\terror(1);\n}\nstatic int g(void) { error(2); }'), ['error call 8', 'error call 10'], 'braces of both branches');
  const own = (text: string, isHeader = false): string[] => [...read(text, isHeader).ownNames].sort();
  const shared = (text: string, isHeader = false): string[] => [...read(text, isHeader).sharedNames].sort();
  t.same(shared('void error(int a, ...)\n{\n}'), ['error']);
  t.same(shared('void\nerror(a)\n\tint a;\n{\n}'), ['error'], 'parameters declared in the old way');
  t.same(shared('void error(a, b)\n\tint a;\n\tstruct x *b[2];\n{\n}'), ['error']);
  t.same(shared('void error(int) __attribute__((cold));\nint f(void)\n{\n}'), [], 'a declaration');
  t.same(own('static void error(int a) { }'), ['error']);
  t.same(own('#define error(x) warn(x)'), ['error']);
  t.same(shared('#define error(x) warn(x)', true), ['error']);
  t.same(own('enum { OPT, OTHER };'), ['OPT']);
  t.same(own('typedef long off64_t;'), ['off64_t']);
  t.same(shared('struct stat64 { int x; };', true), ['stat64']);
  t.same(own('void f(int n, int error, char *off64_t) { }'), ['error', 'off64_t']);
  const assigned = (text: string): boolean[] => read(`int f(void) { ${text} }`).uses.map(({ assigned }) => assigned);
  t.same(own('typedef struct {\n\tint x;\n} off64_t;'), ['off64_t'], 'a typedef behind its members');
  t.same(own('void f(char *p)\n{\n\tchar *q = p, *error;\n}'), ['error'], 'the second of a declaration');
  t.same(own('#define MAX(a) ({ long error = (a); error; })'), ['error'], 'what a macro declares');
  t.same([own('struct x { const char *error; };'), shared('struct x { const char *error; };', true)], [[], []], 'a member is another name');
  t.same(shared('static inline int error(int a)\n{\n}', true), ['error'], 'a static function of a header');
  t.same(shared('#define own_error error\nvoid own_error(int a)\n{\n}'), ['error'], 'a function under the name of a macro');
  t.same(uses('int f(void) { puts("a \\\nerror(1) b"); }'), [], 'a string that goes on in the next line');
  const opaque = (text: string): (boolean | undefined)[] => read(text).uses.map((use) => use.opaque);
  t.same(opaque('int f(struct stat64 *);'), [true]);
  t.same(opaque('int f(struct stat64 *b)\n{\n\treturn g(b);\n}\nint h(struct x *b) { return b->c; }'), [true]);
  t.same(opaque('int f(struct stat64 *b)\n{\n\treturn b->st_size;\n}'), [undefined]);
  t.same(opaque('int f(void)\n{\n\tstruct stat64 b;\n}'), [undefined]);
  t.same(assigned('error = x; g(&error, 1); p = &error; q = error; if (error == x && error) g(a & error);'), [true, true, true, false, false, false, false]);
  const pointer = (text: string): boolean[] => read(`int f(void) { ${text} }`).uses.map(({ resultIsPointer }) => resultIsPointer);
  t.same(pointer('printf("%s", strerror_r(e, b, n));'), [true]);
  t.same(pointer('char *s = strerror_r(e, b, n);'), [true]);
  t.same(pointer('if (strerror_r(e, b, n) != 0) g();'), [false]);
  t.same(pointer('strerror_r(e, b, n); int r = strerror_r(e, b, n);'), [false, false]);
  t.end();
});

t.test('a name that several modules have is answered by one that is needed anyway', (t) => {
  const hit = (names: string[], need: Hit['need'] = 'needed', name = 'x'): Hit => ({ entries: names.map((module) => ({ name, kind: 'macro', header: 'x.h', module, about: module })), need, place: { file: 'a.c', line: 1 } });
  t.same(findings([hit(['argp', 'string']), hit(['string'], 'needed', 'y')]).map(({ name, module }) => `${name} ${module ?? ''}`), ['x string', 'y string']);
  t.same(findings([hit(['argp', 'string'])]).map(({ module }) => module), ['argp']);
  t.same(findings([hit(['a'], 'consider'), hit(['a'])]).map(({ need, places }) => [need, places.length]), [['needed', 1]], 'needed in one place is needed');
  t.end();
});

t.test('flags of a compile command', (t) => {
  t.same(shellWords(String.raw`cc -DX=\"a\ b\" '-DY=$z' "-I a" x.c`), ['cc', '-DX="a b"', '-DY=$z', '-I a', 'x.c']);
  t.same(checkingFlags(['ccache', '/usr/bin/gcc-12', '-c', '-O2', '-Wall', '-MD', '-MF', 'x.d', '-DX', '-Iinc', '-std=c99', '-o', 'x.o', '-include', 'y.h', 'x.c']), ['-DX', '-Iinc', '-std=c99', '-include', 'y.h', 'x.c']);
  t.end();
});

t.test('what comes with a header of glibc', (t) => {
  const musl = (name: string): { names: string[]; includes: string[] } | undefined => ({ 'a.h': { names: ['a'], includes: [] }, 'b.h': { names: ['b'], includes: ['c.h'] }, 'c.h': { names: ['c'], includes: [] } })[name];
  const closures = { $comment: '', glibc: '', musl: '', headers: { 'a.h': { default: { includes: ['b.h'], types: ['struct_x'] } } } };
  const review = { $comment: '', headers: { 'c.h': { why: 'x', level: 'default' as const, includes: ['a.h'], defines: { D: '1' }, declares: {} } }, others: {}, leave: [] };
  t.same([...closureOf('a.h', musl, closures, review)].sort(), ['D', 'a', 'b', 'c', 'x']);
  t.same([...closureOf('b.h', musl, closures, review)].sort(), ['D', 'a', 'b', 'c', 'x']);
  t.end();
});

const context: { value?: Awaited<ReturnType<typeof scanContext>> } = {};
async function real(): Promise<ScanContext & Awaited<ReturnType<typeof scanContext>>> {
  context.value ??= await scanContext('x86_64');
  return context.value;
}

async function scanned(t: Test, files: NonNullable<Parameters<Test['testdir']>[0]>, ...named: string[]): Promise<ScanResult> {
  const folder = t.testdir(files);
  return scanPaths(named.length === 0 ? [folder] : named.map((name) => path.join(folder, name)), { ...(await real()), relativeTo: folder });
}

/** `needed basename basename a.c:3`, a line for each name. */
const lines = ({ findings }: ScanResult): string[] => findings.map(({ need, name, module, places }) => `${need} ${name} ${module ?? '-'} ${places.map(({ file, line }) => `${file}:${String(line ?? '')}`).join(' ')}`);

t.test('nothing answers what musl has: the data of this checkout', async (t) => {
  const { facts } = await real();
  const modules = await loadModules();
  const all = (await loadCatalogue([])).entries();
  t.ok(all.length > 250, 'there are some');
  t.same(all.filter(({ kind, name }) => (kind === 'header' ? facts.has(name) : facts.all.has(wordOf(name)))).map(({ name }) => name), [], 'musl has none of them');
  const catalogue = await loadCatalogue(modules);
  const missing = modules.flatMap(({ symbols }) => symbols.filter(({ kind }) => kind === 'missing'));
  t.ok(missing.length > 200);
  for (const { name } of missing) if (catalogue.word(name).some(({ module }) => module === undefined)) t.fail(`${name}: a module answers it`);
  t.equal(new Catalogue([], { $comment: '', topics: [] }).entries().length, 0);
});

t.test('what is no GNUism is not found', async (t) => {
  const result = await scanned(t, {
    'a.c': await readFile(path.join(fixtures, 'innocent.c'), 'utf8'),
    'compat.h': '#ifndef COMPAT_H\n#define COMPAT_H\n#ifndef TEMP_FAILURE_RETRY\n#define TEMP_FAILURE_RETRY(e) (e)\n#endif\nchar *canonicalize_file_name(const char *);\n#endif\n',
    'compat.c': '#include "compat.h"\nchar *canonicalize_file_name(const char *n)\n{\n\treturn 0;\n}\n',
    tests: { 't.c': '#include <error.h>\nint main(void) { error(1, 0, "x"); }\n' },
    'unused.h': '#define NEVER OPTION_ALIAS\n#define NEVER_EITHER NEVER\n',
    'unused.c': '#include "unused.h"\n',
    'unbuilt.c': '#include <argp.h>\n',
    'Makefile': 'prog: a.o compat.o unused.o\n\tcc -o $@ $^\n',
  });
  t.same(lines(result).filter((line) => line.startsWith('needed')), []);
  t.same(lines(result), ['consider argp.h argp unbuilt.c:1', 'consider error error tests/t.c:2', 'consider error.h error tests/t.c:1']);
  t.same([result.modules, result.consider, result.unanswered], [[], ['argp', 'error'], []]);
});

t.test('what is a GNUism is found, with its place and its module', async (t) => {
  const result = await scanned(t, {
    'a.c': await readFile(path.join(fixtures, 'guilty.c'), 'utf8'),
    'b.h': '#include <sys/cdefs.h>\n__BEGIN_DECLS\nint f(struct stat64 *) __nonnull((1));\n__END_DECLS\n',
    'b.c': '#include <sys/stat.h>\n#include "b.h"\n',
    'net.c': '#include <netinet/tcp.h>\n#include <linux/tcp.h>\n',
    'rpc.c': '#include <rpc/rpc.h>\n',
  });
  t.same(lines(result), [
    'needed argp.h argp a.c:3',
    'needed argp_parse argp a.c:25',
    'needed struct argp argp a.c:16',
    'needed basename basename a.c:20',
    'needed __BEGIN_DECLS cdefs b.h:2',
    'needed __END_DECLS cdefs b.h:4',
    'needed __nonnull cdefs b.h:3',
    'needed sys/cdefs.h cdefs b.h:1',
    'needed GLOB_BRACE glob a.c:21',
    'needed gl_flags glob a.c:21',
    'needed off64_t lfs64 a.c:11',
    'needed struct stat64 lfs64 a.c:13',
    'needed TEMP_FAILURE_RETRY macros a.c:19',
    'needed u_int pollution a.c:12',
    'needed canonicalize_file_name stdlib a.c:22',
    'needed strerror_r strerror_r a.c:23',
    'needed linux/tcp.h uapi net.c:',
    'needed dlmopen - a.c:24',
    'needed rpc/rpc.h - rpc.c:1',
  ]);
  t.same(result.unanswered, ['dlmopen', 'rpc/rpc.h']);
  t.match(scanReport(result), /^Needed\nname +answered by +used in[^]*canonicalize_file_name\(\) +stdlib +\S*a\.c:22\n[^]*nothing answers it yet\n[^]*<rpc\/rpc\.h> +nothing[^]*5 source files: needs argp basename [^\n]*; nothing answers dlmopen rpc\/rpc\.h\n$/);
});

t.test('logs of clang, gcc, lld and GNU ld, and of what configures', async (t) => {
  const log = async (name: string): Promise<string[]> => lines(await scanned(t, { 'build.log': await readFile(path.join(fixtures, `${name}.txt`), 'utf8') }, 'build.log'));
  t.same(await log('clang'), [
    'needed basename basename src/a.c:9',
    'needed __THROW cdefs src/b.h:4',
    'needed error.h error src/a.c:2',
    'needed gl_flags glob src/a.c:15',
    'needed struct stat64 lfs64 src/a.c:12',
    'needed u_int pollution src/c.c:5',
    'needed rawmemchr string src/z.c:22',
    'needed sockaddr_in6 uapi /sysroot/usr/include/linux/in6.h:50',
    'needed dlmopen - src/z.c:40',
    'consider sys/poll.h cdefs src/d.c:1',
  ]);
  t.same(await log('gcc'), ['needed argp.h argp a.c:1', 'needed __THROW cdefs b.h:4', 'needed off64_t lfs64 a.c:7', 'needed TEMP_FAILURE_RETRY macros a.c:9', 'needed qsort_r stdlib a.c:8', 'needed strfry string a.c:30']);
  t.same(await log('configure'), ['needed argp.h argp build.log:4', 'needed dlmopen - build.log:8']);
  t.same(await log('meson'), ['needed printf.h printf build.log:3', 'needed rpc/rpc.h - build.log:6']);
  t.same(await log('innocent'), []);
  const said = async (text: string): Promise<string[]> => lines(await scanned(t, { 'build.log': text }, 'build.log'));
  t.same(await said("io.c:7:23: error: static declaration of 'lseek' follows non-static declaration\n    7 | static inline off64_t lseek64(int fd, long at, int set)\n      |                       ^\n"), ['needed lseek64 lfs64 io.c:7']);
  t.same(await said("io.c:7:23: error: static declaration of 'lseek' follows non-static declaration\n    7 | static inline off_t lseek(int fd, long at, int set)\n"), []);
  t.same(await said("a.c:3:7: error: incompatible integer to pointer conversion assigning to 'char *' from 'int' [-Wint-conversion]\n    3 |   x = strerror_r(error, m, k);\n      |     ^ ~~~~~~~~~~~~~~~~~~~~~~~\n"), ['needed strerror_r strerror_r a.c:3']);
  t.same(await said("a.c:3:7: error: incompatible integer to pointer conversion assigning to 'char *' from 'int' [-Wint-conversion]\n    3 |   x = other(error, m, k);\n"), []);
  t.same(await said("a.c:3:8: error: cannot assign to variable 'stdin' with const-qualified type 'FILE *const'\nb.c:4:9: error: assignment of read-only variable 'stderr'\n"), ['needed stderr stdstreams b.c:4', 'needed stdin stdstreams a.c:3']);
});

t.test('a log shows what of a tree is compiled', async (t) => {
  const files = {
    src: {
      'a.c': '#include <argp.h>\n',
      'b.c': '#include <error.h>\n',
      'c.c': '#ifdef X\n#include <obstack.h>\nstruct stat64 c; int f(void) { return strfry("") + rawmemchr("", 1) != 0; }\n#endif\nvoid *rawmemchr(const void *, int);\n',
      'd.c': '#ifdef HAVE_LSEEK64\n#define seek lseek64\n#endif\nlong long f(void) { return seek(0, 0, 0); }\n',
      'e.c': '#include <stdio.h>\nint f(FILE **);\nint e(void) { return f(&stdout); }\n',
    },
    'build.log': "cc -O2 -c -o a.o a.c\na.c:1:10: fatal error: 'argp.h' file not found\ncc -c c.c\ncc -c d.c\nsrc/d.c:4:28: error: call to undeclared function 'seek'; ISO C99\ncc -c e.c\n",
  };
  t.same(lines(await scanned(t, files)), ['needed argp.h argp src/a.c:1', 'needed error.h error src/b.c:1', 'needed lseek64 lfs64 src/d.c:2', 'needed stdout stdstreams src/e.c:3', 'consider struct stat64 lfs64 src/c.c:3', 'consider obstack.h obstack src/c.c:2', 'consider rawmemchr string src/c.c:3', 'consider strfry string src/c.c:3'], 'a log in a folder is not read');
  const result = await scanned(t, files, 'src', 'build.log');
  t.same(lines(result), [
    'needed argp.h argp a.c:1 src/a.c:1',
    "needed lseek64 lfs64 src/d.c:4",
    'needed stdout stdstreams src/e.c:3',
    'needed rawmemchr string src/c.c:3',
    'consider error.h error src/b.c:1',
    'consider struct stat64 lfs64 src/c.c:3',
    'consider obstack.h obstack src/c.c:2',
    'consider strfry string src/c.c:3',
  ]);
  t.match(result.findings.filter(({ name }) => ['lseek64', 'obstack.h'].includes(name)).map(({ why }) => why), ["the package's seek may stand for it", 'the log shows it compile without']);
});

t.test('switches, and what they are by default', (t) => {
  const on = (text: string, name: string): boolean | undefined => isOn(switchesOf([text]), name);
  t.equal(on('AC_ARG_ENABLE([nls], [AS_HELP_STRING([--disable-nls], [no messages])])', 'ENABLE_NLS'), true);
  t.equal(on('AC_ARG_WITH(dm-event,\n  AC_HELP_STRING([--with-dm-event], [use it]))', 'with_dm_event'), false);
  t.equal(on('AS_HELP_STRING([--enable-x], [do x (default: yes)])', 'X_SUPPORT'), true);
  t.equal(on('AS_HELP_STRING([--disable-x], [no x, disabled by default])', 'USE_X'), false);
  t.equal(on("option('idn', type : 'boolean', description : 'a (b)')", 'ENABLE_IDN'), true);
  t.equal(on("option('idn', type : 'boolean', value : false)", 'ENABLE_IDN'), false);
  t.equal(on("option('pam', type : 'combo', choices : ['auto', 'true'])", 'HAVE_PAM'), true);
  t.equal(on("option('pam', type : 'feature', value : 'disabled')", 'pam'), false);
  t.equal(on('option(WITH_X "x" ON)\noption(WITH_Y "y")', 'WITH_X'), true);
  t.equal(on('option(WITH_X "x" ON)\noption(WITH_Y "y")', 'WITH_Y'), false);
  t.equal(on('option(WITH_X "x" ON)', 'WITH_Z'), undefined);
  t.end();
});

t.test('what a build compiles by default is needed, the rest to be considered', async (t) => {
  const needs = async (files: NonNullable<Parameters<Test['testdir']>[0]>): Promise<string[]> => (await scanned(t, files)).modules;
  const use = '#include <argp.h>\n';
  const automake = (makefile: string, configure = ''): Promise<string[]> => needs({ 'x.c': use, 'y.c': '', 'Makefile.am': `bin_PROGRAMS = y\ny_SOURCES = y.c\n${makefile}\n`, 'configure.ac': configure });
  t.same(await automake('y_SOURCES += x.c'), ['argp']);
  t.same(await automake('if X\ny_SOURCES += x.c\nendif'), [], 'a condition of configure');
  t.same(await automake('if !X\ny_SOURCES += x.c\nendif'), ['argp']);
  t.same(await automake('if X\nelse\ny_SOURCES += x.c\nendif'), ['argp']);
  t.same(await automake('if X\ny_SOURCES += x.c\nendif', 'AC_ARG_ENABLE(x, AS_HELP_STRING([--disable-x], [x]))\nAM_CONDITIONAL(X, test "x$enable_x" = "xyes")'), ['argp'], 'on by default');
  t.same(await automake('if X\ny_SOURCES += x.c\nendif', 'AC_ARG_WITH(x, AS_HELP_STRING([--without-x], [x]))\nAM_CONDITIONAL(X, test "$with_x" = "other")'), [], 'one of several');
  t.same(await automake('if X\ny_SOURCES += x.c\nendif', 'AC_CHECK_FUNCS(strsignal)\nAM_CONDITIONAL([X], [test "$ac_cv_func_strsignal" = yes])'), ['argp'], 'what musl has');
  t.same(await automake('if X\ny_SOURCES += x.c\nendif', 'AM_CONDITIONAL([X], true)'), ['argp']);
  t.same(await automake('EXTRA_y_SOURCES = x.c'), []);
  t.same(await automake('check_PROGRAMS = x\nx_SOURCES = x.c'), []);
  t.same(await automake('# x.c'), [], 'a comment');
  t.same(await automake('data = $(wildcard *.c)'), [], 'automake has no wildcards');
  const folder = (makefile: string): Promise<string[]> => needs({ a: { 'x.c': use, 'Makefile.am': 'bin_PROGRAMS = x\nx_SOURCES = x.c\n' }, 'y.c': '', 'Makefile.am': makefile });
  t.same(await folder('SUBDIRS = a\n'), ['argp']);
  t.same(await folder('SUBDIRS =\nif X\nSUBDIRS += a\nendif\n'), []);
  const make = (text: string): Promise<string[]> => needs({ 'x.c': use, 'y.c': '', 'Makefile': `OBJS = y.o\n${text}\ny: $(OBJS)\n` });
  t.same([await make('ifdef X\nOBJS += x.o\nendif'), await make('X = 1\nifdef X\nOBJS += x.o\nendif'), await make('X = 1\nifeq ($(X),1)\nOBJS += x.o\nendif'), await make('ifneq ($(X),)\nOBJS += x.o\nendif')], [[], ['argp'], ['argp'], []]);
  const meson = (text: string, options = ''): Promise<string[]> => needs({ 'x.c': use, 'y.c': '', 'meson.build': `s = ['y.c']\n${text}\n`, 'meson_options.txt': options });
  t.same(await meson("if get_option('x')\ns += 'x.c'\nendif", "option('x', type: 'boolean')"), ['argp']);
  t.same(await meson("if get_option('x')\ns += 'x.c'\nendif", "option('x', type: 'boolean', value: false)"), []);
  t.same(await meson("if host == 'windows'\ns += 'x.c'\nendif"), []);
  const cmake = (text: string): Promise<string[]> => needs({ 'x.c': use, 'y.c': '', 'CMakeLists.txt': `add_executable(y y.c)\n${text}\n` });
  t.same([await cmake('option(X "do it" ON)\nif(X)\nadd_executable(x x.c)\nendif()'), await cmake('option(X "do it" OFF)\nif(X)\nadd_executable(x x.c)\nelse()\nendif()'), await cmake('if(WIN32)\nadd_executable(x x.c)\nendif()')], [['argp'], [], []]);
  const tests = (file: string, text: string): Promise<string[]> => needs({ 'y.c': '', 'tests': { 'x.c': use, [file]: text }, [file]: 'y.c' });
  t.same([await tests('meson.build', "executable('x', 'x.c')"), await tests('Makefile.am', 'bin_PROGRAMS = x')], [['argp'], []], 'meson makes tests with all else');
  const library = (source: string, other = ''): Promise<string[]> => needs({ 'x.c': `${source}\n${use}`, 'y.c': other, 'Makefile.am': 'y_SOURCES = y.c\nif X\ny_SOURCES += x.c\nendif\n', 'configure.ac': 'AS_HELP_STRING([--disable-x], [x])' });
  t.same([await library(''), await library('#include <security/x.h>'), await library('#include <security/x.h>', '#include <security/x.h>\n')], [['argp'], [], ['argp']], 'where another library is there');
});

t.test('conditions that a usual build does not fulfil', async (t) => {
  const needs = async (text: string, configure = '', more: Record<string, string> = {}): Promise<string[]> => (await scanned(t, { 'a.c': text, 'configure.ac': configure, ...more })).modules;
  const [off, use] = ['#ifdef X\n#include <argp.h>\n#endif\n', '#include <argp.h>'];
  t.same(await needs(off), []);
  t.same(await needs(`#ifndef X\n${use}\n#endif\n`), ['argp']);
  t.same(await needs(`#ifdef X\n#else\n${use}\n#endif\n`), ['argp']);
  t.same(await needs(`#include "b.h"\n${off}`, '', { 'b.h': '#define X 1\n' }), ['argp'], 'a header of the package defines it');
  t.same(await needs(`#ifdef Y\n#define X 1\n#else\n#define X 0\n#endif\n#if X\n${use}\n#endif\n`), [], 'it is 0 by default');
  t.same(await needs(`#ifdef ENABLE_X\n${use}\n#endif\n`, 'AS_HELP_STRING([--enable-x], [x])'), []);
  t.same(await needs(`#ifdef ENABLE_X\n${use}\n#endif\n`, 'AS_HELP_STRING([--disable-x], [x])'), ['argp']);
  t.same(await needs(`#include <signal.h>\n#if !defined SIGCHLD && defined X\n${use}\n#define SIGCHLD X\n#endif\n`), [], "musl's signal.h has it");
  t.same(await needs('#include "b.h"\n', '', { 'b.h': '#define OWN\n#include "c.h"\n', 'c.h': `#ifndef OWN\n${use}\n#endif\n` }), [], 'whatever includes it has defined it before');
  t.same(await needs(`#define F argp_parse\n#ifdef X\nint f(void) { return F(0); }\n#endif\n`), [], 'a macro that is used there alone');
  t.same(await needs('#include <linux/if.h>\n#ifdef X\n#include <net/if.h>\n#endif\n'), [], 'headers that clash are not both included');
});

t.test('what configure finds on musl', async (t) => {
  const checks = 'AC_CHECK_HEADERS([execinfo.h unistd.h])\nAC_CHECK_FUNCS(strsignal backtrace)\nAC_CHECK_DECLS([strerrorname_np])\n';
  const needs = async (text: string, configure = checks): Promise<string[]> => (await scanned(t, { 'a.c': text, 'configure.ac': configure })).modules;
  const [use, end] = ['#include <argp.h>\n', '#endif\n'];
  t.same(await needs(`#ifdef HAVE_EXECINFO_H\n${use}${end}`), []);
  t.same(await needs(`#ifndef HAVE_EXECINFO_H\n${use}${end}`), ['argp']);
  t.same(await needs(`#if HAVE_STRSIGNAL\n#else\n${use}${end}`), []);
  t.same(await needs(`#if HAVE_BACKTRACE && X\n${use}${end}`), []);
  t.same(await needs(`#ifdef HAVE_UNISTD_H\n${use}${end}`), ['argp']);
  t.same(await needs(`#ifdef HAVE_DECL_STRERRORNAME_NP\n${use}${end}`), ['argp'], 'defined as 0');
  t.same(await needs(`#if HAVE_DECL_STRERRORNAME_NP\n${use}${end}`), []);
  t.same(await needs(`#ifdef HAVE_UNISTD_H\n${use}${end}`, ''), [], 'it does not ask');
  t.same(await needs(`#ifdef HAVE_GLOB\n${use}${end}`, 'AC_CHECK_FUNCS(glob)\nAS_HELP_STRING([--enable-glob], [use it])'), [], 'what is switched off is not asked for');
  const stat = '#include <sys/stat.h>\nint f(const char *p) { struct stat64 b; return stat64(p, &b); }\n';
  t.same([await needs(stat), await needs(stat, 'AC_DEFINE(stat64, stat, [x])')], [['lfs64'], []], 'what configure defines itself');
  const large = (text: string): string => `#define _LARGEFILE64_SOURCE\n#include <unistd.h>\n${text}`;
  t.same(await needs(large('static long lseek64(int f, long o) { return 0; }\n')), ['lfs64'], "musl's header has it as a macro");
  t.same(await needs('#include <unistd.h>\nstatic long lseek64(int f, long o) { return 0; }\n'), []);
  const seek = (other: string): string => `#ifdef HAVE_LSEEK64\n#define my_seek lseek64\n${other}#endif\nlong f(void) { return my_seek(0); }\n`;
  t.same([await needs(seek('')), await needs(seek('#else\n#define my_seek lseek\n'))], [['lfs64'], []], 'a name that nothing defines then');
});

t.test('what the package or another library has', async (t) => {
  const needs = async (files: NonNullable<Parameters<Test['testdir']>[0]>): Promise<string[]> => (await scanned(t, files)).modules;
  const argp = '#include <argp.h>\nint f(void) { argp_help(0, 0, 0, 0); }\n';
  t.same(await needs({ 'a.c': argp, 'lib': { 'argp.h': 'void argp_help();\n' } }), [], 'a header that libc lacks');
  t.same(await needs({ 'a.c': argp, 'lib': { 'argp.in.h': 'void argp_help();\n' } }), [], 'what it is made of');
  const rpc = '#include <netdb.h>\nint f(void) { struct rpcent e; return e.r_number + bindresvport(0, 0); }\n';
  t.same([await needs({ 'a.c': rpc }), await needs({ 'a.c': `#include <rpc/rpc.h>\n${rpc}` })], [['netdb'], []], 'libtirpc');
  const port = '#include <netinet/in.h>\nint f = NFS_PORT;\n';
  t.same([await needs({ 'a.c': port }), await needs({ 'a.c': `#include <linux/nfs.h>\n${port}` })], [['legacy-headers'], []], 'the kernel');
  const rule = (name: string): string => `#include <sys/stat.h>\n#define pasted(x) x_##x\n#define plain(x) (x)\nint f(void) { return ${name}(fstat64); }\n`;
  t.same([await needs({ 'a.c': rule('plain') }), await needs({ 'a.c': rule('pasted') }), await needs({ 'a.c': rule('RULE') })], [['lfs64'], [], []], 'a word to a macro');
  t.same([await needs({ 'a.c': '#include <sys/stat.h>\nint f(struct stat64 *s);\n' }), await needs({ 'a.c': '#include <sys/stat.h>\nint f(struct stat64 *s) { return s->st_size; }\n' })], [[], ['lfs64']], 'a pointer alone');
});

t.test('an error names a macro that only another configure defines', async (t) => {
  const source = '#ifdef HAVE_LSEEK64\n#define seek(fd) lseek64(fd, 0, 0)\n#endif\nlong f(void) { return seek(0); }\n';
  const log = "cc -c d.c\nsrc/d.c:4:23: error: call to undeclared function 'seek'; ISO C99\n";
  const result = await scanned(t, { 'src': { 'd.c': source, 'configure.ac': 'AC_CHECK_FUNCS(lseek64)' }, 'build.log': log }, 'src', 'build.log');
  t.same(lines(result), ['needed lseek64 lfs64 src/d.c:4']);
});

t.test('a log that shows nothing compiled leaves the tree to say what is', async (t) => {
  const src = { 'x.c': 'int f(void) { return TEMP_FAILURE_RETRY(1); }\n', 'y.c': '', 'Makefile.am': 'bin_PROGRAMS = y\ny_SOURCES = y.c\nif X\ny_SOURCES += x.c\nendif\n', 'configure.ac': '' };
  const needs = async (log: string): Promise<string[]> => (await scanned(t, { src, 'build.log': log }, 'src', 'build.log')).modules;
  t.same(await needs('checking for argp... no\nconfigure: error: failed to find argp_parse\n'), ['argp'], 'configure stopped');
  t.same(await needs("cc -c ../src/x.c -o x.o\nsrc/x.c:1:22: error: call to undeclared function 'argp_parse'; ISO C99\n"), ['argp', 'macros'], 'x.c was compiled');
});

t.test('a macro in a header is used where something leads to it', async (t) => {
  const files = (main: string): Parameters<typeof scanned>[1] => ({ 'a.h': '#define ONE(x) TWO(x)\n#define TWO(x) TEMP_FAILURE_RETRY(x)\n', 'a.c': `#include "a.h"\n${main}\n`, 'b.c': 'int b(void) { return ONE(1); }\n' });
  t.same(lines(await scanned(t, files('int a;'))), [], 'b.c has another ONE');
  t.same(lines(await scanned(t, files('int a(void) { return ONE(2); }'))), ['needed TEMP_FAILURE_RETRY macros a.h:2']);
  t.same(lines(await scanned(t, { 'a.c': '#define F(stat, p) ((p) = stat)\n#include <fcntl.h>\nint f(int x) { int y; return F(x, y); }\n' })), [], 'a parameter of a macro');
});

t.test('what differs when it runs is needed where the source shows that it matters', async (t) => {
  const needs = async (text: string, name = 'a.c'): Promise<string[]> => lines(await scanned(t, { [name]: `#include <stdio.h>\n${text}\n` })).filter((line) => line.startsWith('needed')).map((line) => line.split(' ').slice(1, 3).join(' '));
  const options = (loop: string, text = '"ab::c"'): string => `#include <getopt.h>\nint main(int argc, char **argv) { int c; ${loop.replace('GETOPT', `c = getopt_long(argc, argv, ${text}, 0, 0)`)} return argv[optind] != 0; }`;
  t.same(await needs(options('while ((GETOPT) != -1) { if (c == 98 && !optarg && argv[optind]) optind++; }')), ['getopt_long getopt']);
  t.same(await needs(options('while ((GETOPT) != -1) switch (c) { case 98: f(argv[optind]); }')), ['getopt_long getopt']);
  t.same(await needs(options('for (;;) { GETOPT; if (c < 0) break; f(argv[optind]); }')), ['getopt_long getopt']);
  t.same(await needs(options('while ((GETOPT) != -1) { f(optarg, argv[optind - 1]); }')), [], 'the option itself');
  t.same(await needs(options('while ((GETOPT) != -1) { f(argv[optind]); }', '"+ab::c"')), [], 'that stops at the first operand');
  t.same(await needs(options('while ((GETOPT) != -1) { f(argv[optind]); }', '"ab:c"')), [], 'an argument that must be there');
  t.same(await needs(options('GETOPT; f(argv[optind]);')), [], 'no loop');
  for (const [name, module] of [['fgetpwent', 'pwd'], ['fgetgrent', 'grp'], ['fgetspent', 'shadow']] as const) {
    const read = (error: string): string => `#include <${module}.h>\nint f(FILE *s) { errno = 0; if (!${name}(s) && errno != ${error}) return -1; return 0; }\nint g = ENOENT;`;
    t.same(await needs(read('ENOENT')), [`${name} ${module}`]);
    t.same(await needs(read('0')), [], 'ENOENT of another function');
  }
  t.same(await needs('#include <locale.h>\nvoid *f(const char *n) { return newlocale(LC_ALL_MASK, n, 0); }'), ['newlocale newlocale']);
  t.same(await needs('#include <locale.h>\nvoid *f(void) { return newlocale(LC_ALL_MASK, "C", (locale_t) 0); }'), []);
  t.same(await needs('#include <time.h>\nchar *f(int i) { tzset(); return tzname[i]; }'), ['tzset time']);
  t.same(await needs('#include <time.h>\nvoid f(void) { tzset(); }'), []);
  const number = (text: string): string => `#include <stdlib.h>\nlong f(const char *p) { char *e; errno = 0; long l = strtol(p, &e, 10); ${text} return l; }`;
  t.same(await needs(number("if (errno > 0) return -errno; if (*e == '.') p = e + 1;")), ['strtol stdlib']);
  t.same(await needs(number("if (errno > 0) return -errno; if (e == p) return -1; if (*e == '.') p = e + 1;")), [], 'digits are asked for');
  t.same(await needs(number("if (errno > 0) return -errno; if (*e == '-') p = e + 1;")), [], "a sign is the number's");
  t.same(await needs(number("if (*e == '.') p = e + 1; if (errno > 0) return -errno;")), [], 'errno is asked later');
  t.same(await needs(number("if (errno == ERANGE) return -1; if (*e == '.') p = e + 1;")), [], 'EINVAL is no ERANGE');
  const kernel = 'const char *name = "/sys/power/state";\n';
  t.same(await needs(`${kernel}void f(FILE *s) { setvbuf(s, NULL, _IONBF, 0); fputs("1", s); }`), ['fputs stdio']);
  t.same(await needs(`${kernel}void f(FILE *s) { setvbuf(s, NULL, _IONBF, 0); fprintf(s, "1"); }`), ['fprintf stdio']);
  t.same(await needs(`${kernel}void f(FILE *s, FILE *t) { setvbuf(s, NULL, _IONBF, 0); fputs("1", t); }`), [], 'another stream');
  t.same(await needs('void f(FILE *s) { setvbuf(s, NULL, _IONBF, 0); fputs("1", s); }'), [], 'a package that sets nothing of the kernel');
  t.same(await needs(`${kernel}void f(void) { setvbuf(stdout, NULL, _IONBF, 0); fputs("1", stdout); }`), []);
  t.same(await needs(`${kernel}void f(FILE *s) { setvbuf(s, NULL, _IOLBF, 0); fputs("1", s); }`), []);
  t.same(await needs('void f(FILE *s) { stdout = s; }'), ['stdout stdstreams']);
  t.same(await needs('void f(const char *s) { const char *stdout; stdout = s; }'), [], "a variable's name");
  t.same(await needs('#include <string.h>\n#define ERROR(e, b, n) strerror_r(e, b, n)\nvoid f(int e) { char b[9]; printf("%m"); puts(ERROR(e, b, 9)); }'), ['%m printf-m', 'strerror_r strerror_r'], "glibc's texts in one and musl's in the other");
  t.same(await needs('void f(char *s) { printf("%m"); strftime(s, 9, "%m-%d", 0); }'), [], "musl's texts in both");
  t.same(await needs('#include <sys/auxv.h>\nint f(Elf64_Dyn *d) { Elf64_Phdr *p = (void *) getauxval(AT_PHDR); return p && d->d_tag == DT_STRTAB; }'), ['getauxval dynamic-section']);
  t.same(await needs('#include <elf.h>\nint f(Elf64_Dyn *d) { return d->d_tag == DT_STRTAB; }'), [], "another file's section");
  t.same(await needs('#include <netdb.h>\n#if ENABLE_IDN\nint flags = NI_IDN;\n#endif'), ['NI_IDN idn'], 'what the user may switch on');
  t.same(await needs('#include <netdb.h>\n#if HAVE_IDN\nint flags = NI_IDN;\n#endif'), [], 'what is asked of libc');
});

t.test('objects and archives', async (t) => {
  const { sysroot } = await real();
  const folder = t.testdir({
    'a.c': 'char *canonicalize_file_name(const char *); int error(int); int rawmemchr(int); int x(void) { return error(1) + rawmemchr(2) + !canonicalize_file_name("x"); }\n',
    'b.c': 'int error(int x) { return x; }\n',
  });
  const tool = (name: string): string => path.join(sysroot.path, 'toolchain', 'bin', name);
  for (const name of ['a', 'b']) await run(tool('cc'), ['-w', '-fno-builtin', '-c', '-o', path.join(folder, `${name}.o`), path.join(folder, `${name}.c`)]);
  await run(tool('ar'), ['rcs', path.join(folder, 'a.a'), path.join(folder, 'a.o')]);
  const scan = async (...names: string[]): Promise<string[]> => lines(await scanPaths(names.map((name) => path.join(folder, name)), { ...(await real()), relativeTo: folder }));
  t.same(await scan('a.o', 'b.o'), ['needed canonicalize_file_name stdlib a.o:', 'needed rawmemchr string a.o:'], 'what another object gives is not wanted');
  t.same(await scan('a.a'), ['needed error error a.a(a.o):', 'needed canonicalize_file_name stdlib a.a(a.o):', 'needed rawmemchr string a.a(a.o):']);
  await writeFile(path.join(folder, 'bad.o'), '\x7fELFxx');
  const bad = await wildebeest('scan', path.join(folder, 'bad.o'));
  t.equal(bad.exitCode, 1, 'what could not be read is not "nothing needed"');
  t.match(bad.stderr, /bad\.o: /);
});

t.test('a compile_commands.json is compiled', async (t) => {
  const folder = t.testdir({
    src: {
      'a.c': '#define _GNU_SOURCE\n#include "config.h"\n#include <argp.h>\n#include <string.h>\n#ifdef HAVE_ERROR_H\n#include <error.h>\n#endif\n#ifdef USE_IT\nint main(void) { off64_t x = 0; return basename("a") == 0 || x; }\n#endif\n',
      'unused.c': '#include <rpc/rpc.h>\n',
    },
    'config.h': '#undef HAVE_ERROR_H\n#define USE_IT 1\n',
  });
  const write = (entries: unknown): Promise<void> => writeFile(path.join(folder, 'compile_commands.json'), JSON.stringify(entries));
  const scan = async (): Promise<ScanResult> => scanPaths([folder], { ...(await real()), relativeTo: folder });
  await write([{ directory: folder, file: 'src/a.c', command: 'gcc -Wall -Werror -O2 -I. -o a.o -c src/a.c' }]);
  const result = await scan();
  t.same(lines(result), ['needed argp.h argp src/a.c:3', 'needed basename basename src/a.c:9', 'needed off64_t lfs64 src/a.c:9']);
  t.same(result.read, { sources: 0, objects: 0, logs: 0, compiled: 1 });
  await write([{ directory: folder, file: 'src/gone.c', arguments: ['cc', '-c', 'src/gone.c'] }]);
  t.match((await scan()).problems, [/gone\.c: gone/]);
  await write([{ directory: folder, file: 'x.c' }]);
  await t.rejects(scan(), { code: 2, message: /compile_commands\.json: \[0\]: has neither command nor arguments/ });
});

t.test('the command', async (t) => {
  const folder = t.testdir({ good: { 'a.c': '#include <argp.h>\n' }, bad: { 'a.c': '#include <rpc/rpc.h>\n' }, none: { 'a.c': '#include <stdio.h>\n' }, empty: {} });
  await mkdir(path.join(folder, 'empty', 'more'));
  const scan = (name: string, ...more: string[]): Promise<RunResult> => wildebeest('-q', 'scan', path.join(folder, name), ...more);
  const good = await scan('good', '--json');
  t.equal(good.exitCode, 0);
  t.match(JSON.parse(good.stdout), { modules: ['argp'], unanswered: [], findings: [{ name: 'argp.h', kind: 'header', need: 'needed', module: 'argp', places: [{ line: 1 }] }] });
  t.match(await scan('none'), { exitCode: 0, stdout: '1 source file: no module is needed\n' });
  t.match(await scan('bad'), { exitCode: 1, stdout: /nothing answers rpc\/rpc\.h\n$/ });
  t.match(await scan('empty'), { exitCode: 2, stderr: /^wildebeest: scan: no source, object or log in .*empty\n$/ });
  t.match(await scan('nowhere'), { exitCode: 2, stderr: /nowhere: no such file or folder/ });
  t.match(await scan('good', '--format', 'env'), { exitCode: 0, stdout: /^export CFLAGS='[^\n]*libwildebeest\/argp[^\n]*\n[^]*^export LIBS='[^\n]*-lwildebeest-argp/m });
  t.match(await scan('good', '--format', 'meson'), { exitCode: 0, stdout: /c_args = \['-isystem|c_args = \['-I/ });
  t.match(await scan('bad', '--format', 'cmake'), { exitCode: 1, stderr: /nothing answers rpc\/rpc\.h/ });
});
