import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import t from 'tap';
import { hostGlibc } from '../ts/headers/closures.js';
import { assemblyConstants, compatibleHeaders, constantValues, culprits, definedConstants, errorLines, objectMacros } from '../ts/headers/constants.js';
import { publicHeaders } from '../ts/headers/names.js';
import { loadModules } from '../ts/manifest/load.js';
import { mapLimit } from '../ts/run/pool.js';
import { buildFlags, ensureBuild } from '../ts/shim/build.js';
import { hostTool } from '../ts/sysroot/hostTools.js';
import { loadTarget } from '../ts/targets/target.js';

/** Names whose values may differ, and why; one that no longer does must go. */
const reviewed: Record<string, string> = {
  ...all('limits of what libc itself can do: musl\'s own are true on musl', [
    'RE_DUP_MAX', 'COLL_WEIGHTS_MAX', 'TMP_MAX', 'L_ctermid', 'L_cuserid', 'NGROUPS_MAX', 'NGROUPS', 'LINE_MAX', 'BUFSIZ', 'MB_LEN_MAX', 'CHARCLASS_NAME_MAX',
    'FOPEN_MAX', 'PTHREAD_KEYS_MAX', 'NL_NMAX', 'NL_LANGMAX', 'NL_SETMAX', 'NL_ARGMAX', 'NL_MSGMAX', 'NL_TEXTMAX',
  ]),
  ...all('musl says when an option was there first, glibc to ask sysconf', ['_POSIX_THREAD_CPUTIME', '_POSIX_CPUTIME', '_POSIX_MONOTONIC_CLOCK', '_POSIX_CHOWN_RESTRICTED']),
  ...all('musl\'s types are int', ['INT_FAST16_MAX', 'INT_FAST16_MIN', 'UINT_FAST16_MAX', 'INT_FAST32_MAX', 'INT_FAST32_MIN', 'UINT_FAST32_MAX', 'INT_FAST16_WIDTH', 'INT_FAST32_WIDTH', 'UINT_FAST16_WIDTH', 'UINT_FAST32_WIDTH']),
  ...all('between libc and the program alone; musl\'s functions use musl\'s', ['FTW_F', 'FTW_D', 'FTW_DNR', 'FTW_NS', 'FTW_SL', 'FTW_DP', 'FTW_SLN', 'LC_ALL_MASK', 'RES_DEFAULT', '__RES', 'math_errhandling']),
  ...all('how many there are, which grows with every version', ['DT_MIPS_NUM', 'DT_PROCNUM', 'R_MN10300_NUM', 'R_390_NUM', 'MOVE_MOUNT__MASK']),
  SC_MASK: 'the kernel\'s; glibc has an older <net/if_ppp.h> of its own',
  PCI_CAP_EXP_ENDPOINT_SIZEOF_V2: 'the kernel\'s headers of this machine are older than the sysroot\'s',
  O_LARGEFILE: 'glibc passes it itself; the kernel\'s value does no harm',
  RTLD_DEEPBIND: '0, as musl can\'t: module macros',
  FE_ALL_EXCEPT: 'musl counts the x87\'s denormal operand',
  __UAPI_DEF_ETHHDR: 'how the kernel\'s headers stay out: module uapi',
};

function all(why: string, names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, why]));
}

t.test('what clang says: macros, lines with errors and what they include, constants', (t) => {
  t.same(objectMacros('#define A 1\n#define B(x) x\n#define C\n#define D (A + 1)\n'), ['A', 'D']);
  t.same(errorLines('<stdin>:3:1: error: x\n<stdin>:4:1: warning: y\na.h:5:1: error: z\n<stdin>:7:9: fatal error: q\n'), new Set([3, 7]));
  t.same(culprits('In file included from <stdin>:2:\nIn file included from a.h:1:\nb.h:5:1: error: z\n<stdin>:9:1: error: x\nc.h:1:1: note: n\n'), new Set([2, 9]));
  t.same(assemblyConstants('@lwb_A = dso_local constant i64 -5, align 8\n@other = constant i64 1\n'), new Map([['A', -5n]]));
  t.end();
});

const build = await ensureBuild(await loadTarget('x86_64'));
const cc = path.join(build.path, 'toolchain', 'bin', 'cc');
const { cflags } = await buildFlags(build, []);
const umbrella = cflags.filter((flag) => flag.startsWith('-I')).map((flag) => flag.slice(2));
const ours = { command: cc, flags: cflags };
const include = path.join(build.path, 'usr', 'include');
const headers = await compatibleHeaders(ours, [...new Set((await Promise.all([include, ...umbrella].map(publicHeaders))).flat())].sort());
const given = await definedConstants(ours, headers);
const values = await constantValues(ours, headers, given);

t.test('constants have the values of glibc and of the kernel headers of this machine', async (t) => {
  const glibc = await hostGlibc();
  if (glibc === undefined) return t.end();
  const theirs = { command: await hostTool('clang'), flags: [] };
  const there = new Set((await Promise.all(glibc.roots.map(publicHeaders))).flat());
  const both = await compatibleHeaders(theirs, headers.filter((header) => there.has(header)));
  t.ok(both.length > 100, `${String(both.length)} headers`);
  const known = new Set(given);
  const expected = await constantValues(theirs, both, (await definedConstants(theirs, both)).filter((name) => known.has(name) && !/^__\w+__$/.test(name)));
  const compared = [...expected].filter(([name]) => values.has(name));
  t.same([...expected.keys()].filter((name) => !values.has(name)), [], 'what is a constant there is one here');
  t.ok(compared.length > 5000, `${String(compared.length)} constants`);
  const differing = compared.filter(([name, value]) => values.get(name) !== value).map(([name]) => name);
  t.same(differing.filter((name) => reviewed[name] === undefined), [], 'those that differ are reviewed');
  if (glibc.version === '2.36') t.same(Object.keys(reviewed).filter((name) => compared.some(([other]) => other === name) && !differing.includes(name)), [], 'those that are reviewed differ');
});

t.test("constants that the modules give have the values of this sysroot's kernel headers", async (t) => {
  const claimed = new Set((await loadModules()).flatMap((module) => module.symbols.flatMap((symbol) => (symbol.kind === 'header' && values.has(symbol.name) ? [symbol.name] : []))));
  const kernel = (await Promise.all(['linux', 'asm', 'asm-generic'].map(async (folder) => (await readdir(path.join(include, folder))).filter((name) => name.endsWith('.h')).map((name) => `${folder}/${name}`)))).flat();
  let compared = 0;
  const differing = await mapLimit(kernel, 2, async (header) => {
    // glibc's __O_TMPFILE has O_DIRECTORY too, and its programs test for both.
    const names = objectMacros(await readFile(path.join(include, header), 'utf8')).filter((name) => claimed.has(name) && name !== '__O_TMPFILE');
    if (names.length === 0) return [];
    const plain = { command: cc, flags: [] };
    if ((await compatibleHeaders(plain, [header])).length === 0) return [];
    const expected = await constantValues(plain, [header], names);
    compared += expected.size;
    return [...expected].filter(([name, value]) => values.get(name) !== value).map(([name, value]) => `<${header}> ${name} ${String(value)}, ours ${String(values.get(name))}`);
  });
  t.ok(compared > 100, `${String(compared)} constants`);
  t.same(differing.flat(), []);
});
