import { chmod, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import t from 'tap';
import { run } from '../ts/run/process.js';
import { projectRoot } from '../ts/run/root.js';
import { ensureStep, filesBelow } from '../ts/run/store.js';
import { ensureBuild, hashFiles } from '../ts/shim/build.js';
import { emulator } from '../ts/suite/execute.js';
import { findProgram, hostTool } from '../ts/sysroot/hostTools.js';
import type { Sysroot } from '../ts/sysroot/sysroot.js';
import { loadTarget } from '../ts/targets/target.js';
import { compileProgram, ensureProgram } from './getentProgram.js';
import { filesHash, once } from './once.js';
import { sampled } from './sampled.js';

const root = projectRoot();
const folder = path.join('libc-support', 'getconf');
const fixtures = path.join(root, 'test', 'fixtures', 'getconf');

/** What a command wrote and how it ended. */
type Outcome = [rc: number, stdout: string, stderr: string];

interface Command {
  argv: string[];
  env?: Record<string, string>;
  /** A file in place of standard output. */
  stdout_to?: string;
}

/** A case of the corpus: what glibc 2.36 and 2.43 did, once where they did the same; null: not recorded. */
interface Case extends Command {
  parity: 'exact' | 'version' | 'value' | 'bug' | 'text' | 'format';
  expect: [rc: number, stdout: string | null, stderr: string][];
}

/** A case in which this getconf differs on purpose; `stdout` is a regular expression. */
interface Deviation extends Command {
  rc: number;
  stdout: string;
  stderr: string;
  reason: string;
}

const commandKey = ({ argv, stdout_to }: Command): string => JSON.stringify([argv, stdout_to]);

/** `<LONG>` stands for a name that no file system takes. */
const long = (text: string): string => text.replaceAll('<LONG>', 'x'.repeat(5000));
const cases = long(await readFile(path.join(fixtures, 'cases.jsonl'), 'utf8')).trimEnd().split('\n').map((line) => JSON.parse(line) as Case);
const deviations = JSON.parse(await readFile(path.join(fixtures, 'deviations.json'), 'utf8')) as Deviation[];

/** One row of names.tsv: a name, and its value on each libc; undefined is ''. */
interface Name {
  name: string;
  glibc: string;
  musl: string;
  class: string;
}

const names: Name[] = (await readFile(path.join(fixtures, 'names.tsv'), 'utf8')).trimEnd().split('\n').slice(1).map((line) => {
  const [name = '', , , , glibc = '', musl = '', kind = ''] = line.split('\t');
  return { name, glibc, musl: musl === '-1' ? '' : musl.replace(/^"(.*)"$/, '$1'), class: kind };
});

const quoted = (word: string): string => `'${word.replaceAll("'", String.raw`'\''`)}'`;

/** A getconf to test: runs each command line, and returns what came of each. */
type Program = (commands: readonly Command[]) => Promise<Outcome[]>;

/** Runs commands from one shell, which starts a program much faster than Node does; in the folder / and a bare environment. */
const program = (...words: string[]): Program => async (commands) => {
  const out = await mkdtemp(path.join(os.tmpdir(), 'lwb-getconf-'));
  const lines = commands.map(({ argv, env = {}, stdout_to }, index) => {
    const assigned = Object.entries(env).map(([name, value]) => `${name}=${quoted(value)} `).join('');
    const to = quoted(stdout_to ?? path.join(out, `${String(index)}.out`));
    return `${assigned}${[...words, ...argv].map(quoted).join(' ')} >${to} 2>${quoted(path.join(out, `${String(index)}.err`))}; echo $?\n`;
  });
  try {
    const options = { cwd: '/', timeout: 600_000, env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' } };
    const { stdout } = await run('sh', [], { ...options, input: lines.join('') });
    const statuses = stdout.trimEnd().split('\n').map(Number);
    return await Promise.all(
      commands.map(async ({ stdout_to }, index): Promise<Outcome> => {
        const text = async (kind: string): Promise<string> => await readFile(path.join(out, `${String(index)}.${kind}`), 'utf8');
        return [statuses[index] ?? -1, stdout_to === undefined ? await text('out') : '', await text('err')];
      }),
    );
  } finally {
    await rm(out, { recursive: true });
  }
};

/** The words that run an installed getconf. */
const words = ({ path: where, target }: Sysroot): string[] => [path.join(where, 'lib', target.loader), path.join(where, 'usr', 'bin', 'getconf')];

/** What one command line writes to standard output. */
const answer = async (getconf: Program, ...argv: string[]): Promise<string> => (await getconf([{ argv }]))[0]?.[1] ?? '';
const outcomeOf = async (getconf: Program, ...argv: string[]): Promise<Outcome | undefined> => (await getconf([{ argv }]))[0];

const sourceFiles = async (): Promise<string[]> =>
  ['libc-support/CMakeLists.txt', 'wildebeest/modules/sysconf/cache.c', 'wildebeest/modules/sysconf/cache.h', ...(await filesBelow(path.join(root, folder))).map((file) => path.join(folder, file))];

/** This checkout's program on the build machine's glibc, built as a project of its own, after the corpus found nothing for its sanitizers. */
async function sanitized(): Promise<string> {
  const compiler = await hostTool('clang');
  const built = await ensureStep({
    name: 'getconf-sanitized',
    inputs: { version: 1, compiler, files: await hashFiles(root, [...(await sourceFiles()), 'test/fixtures/getconf/cases.jsonl']) },
    make: async (output, { log, scratch }) => {
      const built = await compileProgram('getconf', scratch, [`-DCMAKE_C_COMPILER=${compiler}`], log, '-fsanitize=address,undefined -fno-sanitize-recover=all');
      const commands: Command[] = [...cases, { argv: ['-l'] }, { argv: ['-a'] }];
      for (const [index, [rc, , stderr]] of (await program(built)(commands)).entries()) {
        if (rc < 0 || rc > 3 || /Sanitizer|runtime error/.test(stderr)) throw new Error(`${commandKey(commands[index] ?? { argv: [] })}: ${String(rc)}: ${stderr}`);
      }
      await cp(built, path.join(output, 'getconf'));
    },
  });
  return path.join(built, 'getconf');
}

/** What differs between machines, of which only the shape is compared. */
const ofMachine = /^(CHILD_MAX|OPEN_MAX|PAGE_?SIZE|_?NPROCESSORS_\w+|_A?V?PHYS_PAGES|LEVEL\d_\w+|MINSIGSTKSZ|SIGQUEUE_MAX)$/;
const shaped = (value: string): boolean => /^(undefined|-?\d+|)\n$/.test(value);

/** How an outcome differs from what the corpus or the deviations want; undefined where it does not. */
function difference(command: Case, got: Outcome): string | undefined {
  const deviation = deviations.find((candidate) => commandKey(candidate) === commandKey(command));
  if (deviation !== undefined) {
    const same = got[0] === deviation.rc && new RegExp(`^${deviation.stdout}$`).test(got[1]) && got[2] === deviation.stderr;
    return same ? undefined : `not as deviations.json has it: ${JSON.stringify(got)}`;
  }
  const loose = command.parity === 'value' || command.argv.some((word) => ofMachine.test(word));
  for (const [rc, stdout, stderr] of command.expect) {
    const written = stdout === got[1] || stdout === null || (loose && rc === 0 && (shaped(got[1]) || !shaped(stdout)));
    if (rc === got[0] && written && stderr === got[2]) return undefined;
  }
  return JSON.stringify(got).slice(0, 300);
}

/** Runs the corpus; the differences, one a line. */
async function corpus(getconf: Program, all: readonly Case[] = cases): Promise<string[]> {
  const results = await getconf(all);
  return all.flatMap((command, index) => {
    const differs = difference(command, results[index] ?? [-1, '', 'not run']);
    return differs === undefined ? [] : [`${command.parity} ${commandKey(command).slice(0, 100)}: ${differs}`];
  });
}

const x86 = await ensureBuild(await loadTarget('x86_64'));
const x86Words = words(x86);
const musl = program(...x86Words);
const listed = (await answer(musl, '-l')).trimEnd().split('\n');

/** glibc's own getconf, where this machine has it. */
async function findGlibc(): Promise<Program | undefined> {
  const file = await findProgram('getconf');
  if (file === undefined) return undefined;
  const glibc = program(file);
  return (await answer(glibc, 'GNU_LIBC_VERSION')).startsWith('glibc') ? glibc : undefined;
}
const glibc = await findGlibc();

t.test('the corpus on musl', async (t) => {
  t.strictSame(await corpus(musl), []);
  const keys = new Set(cases.map(commandKey));
  t.strictSame(deviations.filter((deviation) => !keys.has(commandKey(deviation))), [], 'each deviation belongs to a case');
  t.ok(deviations.every(({ reason }) => reason.length > 10), 'and has its reason');
});

for (const name of ['aarch64', 's390x']) {
  t.test(`the corpus on ${name}, under qemu-user`, async (t) => {
    const target = await loadTarget(name);
    const built = await ensureProgram(target, 'getconf');
    const some = sampled(cases);
    await once(t, `getconf-cases-${name}`, { built, cases: some.length, tests: await filesHash('test/getconf.test.ts', 'test/fixtures/getconf') }, async () => {
      t.strictSame(await corpus(program((await emulator(target)).file, '-0', 'getconf', built), some), [], `${String(some.length)} of ${String(cases.length)} cases`);
    });
  });
}

t.test('every name, its place and its value', async (t) => {
  const stdout = await answer(musl, '-a');
  const lines = stdout.trimEnd().split('\n');
  t.ok(lines.every((line) => /^\S+ +$/.test(line.slice(0, 36)) && !line.slice(36).startsWith(' ')), 'columns');
  const values = new Map(lines.map((line) => [line.slice(0, 36).trimEnd(), line.slice(36)]));
  const wanted = names.filter(({ name }) => !name.startsWith('GNU_LIB'));
  t.strictSame([...values.keys()], wanted.map(({ name }) => name), "glibc 2.43's names in its order, but for the two that say glibc");

  /* Where musl has no such constant: what its headers say, and flags of an ABI that is the only one. */
  const own: Record<string, string> = {
    ...{ MB_LEN_MAX: '4', NL_ARGMAX: '9', NL_LANGMAX: '32', NL_MSGMAX: '32767', NL_NMAX: '16', NL_SETMAX: '255', NL_TEXTMAX: '2048' },
    ...{ SSIZE_MAX: '9223372036854775807', CHARCLASS_NAME_MAX: '14', POSIX2_COLL_WEIGHTS_MAX: '2', POSIX2_RE_DUP_MAX: '255' },
  };
  for (const { name, glibc, musl: libc, class: kind } of wanted) {
    const value = values.get(name) ?? 'missing';
    if (ofMachine.test(name)) t.match(value, /^\d*$/, name);
    else if (/_L?DFLAGS$|_CFLAGS$/.test(name) && glibc === '-m64') t.equal(value, '', name);
    else if (name === 'LINK_MAX' || name === '_POSIX_ASYNC_IO') t.match(value, /^\d*$/, name);
    else t.equal(value, own[name] ?? (kind.startsWith('value-differs') ? libc : glibc), name);
  }

  t.strictSame(listed.slice(0, wanted.length), [...values.keys()], '-l begins with the same names');
  t.equal(new Set(listed).size, listed.length, 'no name twice');
  const withPath = await musl(listed.map((name) => ({ argv: [name, '/'] })));
  const ofPath = listed.filter((_, index) => withPath[index]?.[0] === 0);
  t.equal(ofPath.length, 24, 'variables of a path: 21 of glibc, 3 of POSIX.1-2024');
  const alone = await musl([...ofPath, 'ARG_MAX'].map((name) => ({ argv: [name] })));
  t.strictSame(alone.map(([status]) => status), [...ofPath.map(() => 2), 0], 'a variable of a path needs one');
  const usage = [2, '', 'Usage: getconf [-v specification] variable_name [pathname]\n       getconf -a [pathname]\n'];
  t.strictSame(withPath.filter(([status]) => status !== 0).find((got) => JSON.stringify(got) !== JSON.stringify(usage)), undefined, 'any other takes none');
});

t.test("POSIX.1-2024's names", async (t) => {
  const value = async (...argv: string[]): Promise<string> => await answer(musl, ...argv);
  t.equal(await value('_POSIX_V8_LP64_OFF64'), '1\n');
  t.equal(await value('_POSIX_V8_ILP32_OFF32'), 'undefined\n');
  t.equal(await value('V8_LP64_OFF64'), '1\n', 'without _POSIX_');
  t.equal(await value('POSIX_V8_WIDTH_RESTRICTED_ENVS'), 'POSIX_V8_LP64_OFF64\n');
  for (const name of ['V8_ENV', 'POSIX_V8_THREADS_CFLAGS', 'POSIX_V8_THREADS_LDFLAGS', 'POSIX_V8_LP64_OFF64_CFLAGS', 'POSIX_V8_ILP32_OFF32_LIBS']) t.equal(await value(name), '\n', name);
  t.equal(await value('-v', 'POSIX_V8_LP64_OFF64', 'LONG_BIT'), '64\n');
  t.strictSame(await outcomeOf(musl, '-v', 'POSIX_V8_ILP32_OFF32', 'LONG_BIT'), [2, '', "getconf: No environment `POSIX_V8_ILP32_OFF32' on this system\n"]);
  t.strictSame(await outcomeOf(musl, '-v', 'POSIX_V8_LP64_OFF64_CFLAGS', 'LONG_BIT'), [2, '', "getconf: Unrecognized specification `POSIX_V8_LP64_OFF64_CFLAGS'\n"]);
  for (const name of ['_POSIX2_CHAR_TERM', '_POSIX2_C_DEV', '_POSIX2_FORT_RUN', '_POSIX2_LOCALEDEF', '_POSIX2_SW_DEV', '_POSIX2_UPE', '_POSIX2_VERSION', '_POSIX2_C_BIND']) {
    t.equal(await value(name), await value(name.slice(1)), name);
  }
  t.equal(await value('_XOPEN_PATH_MAX'), '1024\n');
  t.equal(Number(await value('TEXTDOMAIN_MAX', '/')), Number(await value('NAME_MAX', '/')) - '.mo'.length);
});

t.test('file systems', async (t) => {
  const value = async (name: string, where: string): Promise<string> => (await answer(musl, name, where)).trimEnd();
  const { stdout: type } = await run('stat', ['-f', '-c', '%T', '/dev/shm']);
  t.equal(type.trim(), 'tmpfs', '/dev/shm');
  t.strictSame(await Promise.all(['LINK_MAX', 'FILESIZEBITS', '_POSIX_FALLOC', '_POSIX_TIMESTAMP_RESOLUTION'].map((name) => value(name, '/dev/shm'))), ['127', '64', '1', '1']);
  t.equal(await value('_POSIX_ASYNC_IO', '/etc/passwd'), '1', 'a file');
  t.equal(await value('_POSIX_ASYNC_IO', '/etc'), 'undefined', 'a folder');
  const { stdout: length } = await run('stat', ['-f', '-c', '%l', '/proc']);
  t.equal(await value('NAME_MAX', '/proc'), length.trim());
});

/** The lines of -a for a path, by their names. */
async function allOf(getconf: Program, where: string): Promise<Map<string, string>> {
  const lines = (await answer(getconf, '-a', where)).trimEnd().split('\n');
  return new Map(lines.map((line) => [line.split(/ /, 1)[0] ?? '', line.replace(/^\S+ +/, '')]));
}

t.test("as glibc's own getconf, where its libc is not the reason to differ", { skip: glibc === undefined && 'no glibc here' }, async (t) => {
  if (glibc === undefined) return;
  const sanitizedProgram = program(await sanitized());
  const results = await musl(listed.map((name) => ({ argv: [name, '/'] })));
  /* The minimum values are what they are since glibc 2.43; the rest is in the manual page. */
  const own = /^(SSIZE_MAX|POSIX2_(COLL_WEIGHTS|RE_DUP)_MAX|_POSIX2?_\w+_MAX|_POSIX_(PIPE_BUF|MAX_\w+)|\w+_(CFLAGS|LDFLAGS)|LEVEL\w+|_AVPHYS_PAGES)$/;
  /* musl's pathconf() has these, glibc's has not. */
  const unlike = ['_POSIX_SYNC_IO', 'POSIX_REC_INCR_XFER_SIZE', 'POSIX_REC_MAX_XFER_SIZE'];
  const pathNames = listed.filter((_, index) => results[index]?.[0] === 0);
  for (const where of ['/', '/proc', '/sys', '/dev/null', '/etc/passwd', '.', '/nonexistent', '/etc/passwd/x', '', '/dev/shm']) {
    const [theirs, ours, checked] = await Promise.all([allOf(glibc, where), allOf(musl, where), allOf(sanitizedProgram, where)]);
    const differing = (got: Map<string, string>, name: string): boolean =>
      theirs.has(name) && theirs.get(name) !== got.get(name) && !own.test(name) && !(name === 'FILESIZEBITS' && where.startsWith('/dev'));
    t.strictSame(pathNames.filter((name) => !unlike.includes(name) && differing(ours, name)), [], `on musl, '${where}'`);
    t.strictSame([...checked.keys()].filter((name) => differing(checked, name)), [], `on glibc, '${where}'`);
  }
});

t.test('caches and processors', async (t) => {
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'lwb-getconf-'));
  t.teardown(() => rm(scratch, { recursive: true }));
  const compile = async (name: string, sysfs: string): Promise<Program> => {
    const made = path.join(scratch, name);
    const sources = (await sourceFiles()).filter((file) => file.endsWith('.c')).map((file) => path.join(root, file));
    await run(path.join(x86.path, 'toolchain', 'bin', 'cc'), ['-std=c11', '-D_GNU_SOURCE', '-static', '-DLIBC_SUPPORT_VERSION="0"', `-DGETCONF_SYSFS="${sysfs}"`, ...sources, '-o', made]);
    return program(made);
  };
  const sysfs = path.join(scratch, 'sysfs');
  const caches: Record<string, string>[] = [
    { level: '1', type: 'Data', size: '48K', ways_of_associativity: '12', coherency_line_size: '64' },
    { level: '1', type: 'Instruction', size: '32K', ways_of_associativity: '8', coherency_line_size: '128' },
    { level: '2', type: 'Unified', size: '2M', ways_of_associativity: '0', coherency_line_size: 'x' },
    { level: '3', type: 'Unified', size: '1G', coherency_line_size: '99999999999999999999999' },
  ];
  for (const [index, cache] of caches.entries()) {
    const to = path.join(sysfs, 'cpu0', 'cache', `index${String(index)}`);
    await mkdir(to, { recursive: true });
    for (const [name, value] of Object.entries(cache)) await writeFile(path.join(to, name), `${value}\n`);
  }
  const getconf = await compile('with', sysfs);
  const value = async (name: string): Promise<string> => (await answer(getconf, name)).trimEnd();
  t.strictSame(await Promise.all(['SIZE', 'ASSOC', 'LINESIZE'].map((what) => value(`LEVEL1_DCACHE_${what}`))), ['49152', '12', '64']);
  t.strictSame(await Promise.all(['SIZE', 'ASSOC', 'LINESIZE'].map((what) => value(`LEVEL1_ICACHE_${what}`))), ['32768', '8', '128']);
  t.equal(await value('LEVEL2_CACHE_SIZE'), '2097152');
  t.equal(await value('LEVEL3_CACHE_SIZE'), '1073741824');
  for (const [list, count] of [['0-1', '2'], ['0', '1'], ['0-3,8,10-11', '7']] as const) {
    await writeFile(path.join(sysfs, 'possible'), `${list}\n`);
    t.equal(await value('_NPROCESSORS_CONF'), count, list);
    t.equal(await value('NPROCESSORS_CONF'), count, list);
  }
  for (const list of ['', '1-0', '0-', ',', '0x4', '-1', '0-99999999999999999999', '9'.repeat(9000)]) {
    await writeFile(path.join(sysfs, 'possible'), list);
    t.match(await value('_NPROCESSORS_CONF'), /^[1-9]\d{0,4}$/, `not a list: ${list.slice(0, 20)}`);
  }

  const without = await compile('without', path.join(scratch, 'none'));
  const fallback = await Promise.all(['LEVEL1_DCACHE_SIZE', 'LEVEL1_DCACHE_ASSOC', 'LEVEL1_DCACHE_LINESIZE', 'LEVEL1_ICACHE_LINESIZE', 'LEVEL4_CACHE_SIZE'].map(async (name) => (await answer(without, name)).trimEnd()));
  t.ok(fallback.every((text) => /^(undefined|[1-9]\d*)$/.test(text)), fallback.join(' '));
  const cpuinfo = await readFile('/proc/cpuinfo', 'utf8');
  const line = /^(?:clflush size|cache_alignment)\s*: (\d+)$/m.exec(cpuinfo)?.[1];
  if (line !== undefined) t.equal(fallback[2], line, 'cpuid: the line that the kernel tells too');
});

t.test('streams', async (t) => {
  const shell = async (script: string): Promise<Outcome> => {
    const { exitCode, stdout, stderr } = await run('sh', ['-c', script, 'sh', ...x86Words], { allowFailure: true, timeout: 60_000 });
    return [exitCode ?? -1, stdout, stderr];
  };
  t.strictSame(await shell('"$@" ARG_MAX >&-'), [1, '', 'getconf: write error: Bad file descriptor\n'], 'closed standard output');
  t.strictSame(await shell('"$@" nosuch >&-'), [2, '', "getconf: Unrecognized variable `nosuch'\n"], 'nothing to write');
  t.strictSame(await shell('"$@" ARG_MAX <&- 2>&-'), [0, '131072\n', '']);
  t.strictSame(await shell('"$@" nosuch 2>&-'), [2, '', '']);
  t.strictSame((await shell('"$@" --help >/dev/full')).slice(0, 2), [1, '']);
  const help = await answer(musl, '--help');
  t.match(help, /^Usage: getconf .*\n[^]*Example: getconf NAME_MAX \/home\n$/);
  t.match(await answer(musl, '--version'), /^getconf \(libwildebeest\) \d+\.\d+\.\d+\n$/);
  t.equal((await outcomeOf(musl, '-l', 'x'))?.[0], 2);
  t.equal((await answer(musl, '-v', 'POSIX_V7_LP64_OFF64', '-a')).split('\n').length, names.length - 1, '-v before -a');
});

t.test('what detect-libc makes of it', async (t) => {
  const bin = await mkdtemp(path.join(os.tmpdir(), 'lwb-getconf-'));
  t.teardown(() => rm(bin, { recursive: true }));
  const getconf = async (script: string): Promise<void> => {
    await writeFile(path.join(bin, 'getconf'), `#!/bin/sh\n${script}\n`);
    await chmod(path.join(bin, 'getconf'), 0o755);
  };
  await symlink(path.join(x86.path, 'lib', x86.target.loader), path.join(bin, 'ldd'));
  /* On a system that tells nothing by its files and its Node, detect-libc asks getconf and ldd. */
  const script = `
    const fs = require('node:fs');
    const open = fs.openSync;
    fs.openSync = (file, ...rest) => {
      if (file === '/usr/bin/ldd' || file === '/proc/self/exe') throw new Error('hidden');
      return open(file, ...rest);
    };
    process.report.getReport = () => ({ header: {}, sharedObjects: [] });
    console.log(String(require('detect-libc').familySync()));`;
  const family = async (): Promise<string> => (await run(process.execPath, ['-e', script], { cwd: root, env: { PATH: `${bin}:/usr/bin:/bin` } })).stdout.trim();
  await getconf(`exec ${x86Words.join(' ')} "$@"`);
  t.equal(await family(), 'musl');
  await getconf('echo glibc 2.36');
  t.equal(await family(), 'glibc', 'an answer would be believed');
  await getconf('echo Usage: getconf; echo ...; exit 2');
  t.equal(await family(), 'null', 'and a second line taken for that of ldd');
});

t.test('manual page and completions', async (t) => {
  const { stdout } = await run(await hostTool('mandoc'), ['-Tlint', '-Wstyle', path.join(root, folder, 'getconf.1')], { allowFailure: true });
  t.equal(stdout, '', 'mandoc finds nothing');
  const { stdout: shown } = await run(await hostTool('mandoc'), ['-Tmarkdown', path.join(root, folder, 'getconf.1')]);
  for (const option of ['-a', '-l', '-v', '--help', '--version']) t.ok(shown.includes(`**${option}**`), option);

  const bin = await mkdtemp(path.join(os.tmpdir(), 'lwb-getconf-'));
  t.teardown(() => rm(bin, { recursive: true }));
  await writeFile(path.join(bin, 'getconf'), `#!/bin/sh\nexec ${x86Words.join(' ')} "$@"\n`, { mode: 0o755 });
  const env = { PATH: `${bin}:/usr/bin:/bin`, HOME: bin, LC_ALL: 'C' };
  const bash = async (...words: string[]): Promise<string[]> => {
    const script = '. "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _getconf getconf; printf "%s\\n" "${COMPREPLY[@]}"';
    const { stdout: replies } = await run('bash', ['-c', script, 'bash', path.join(root, folder, 'completions', 'getconf.bash'), ...words], { env, cwd: bin });
    return replies.trimEnd().split('\n');
  };
  t.strictSame(await bash('getconf', 'LEVEL1_D'), ['LEVEL1_DCACHE_SIZE', 'LEVEL1_DCACHE_ASSOC', 'LEVEL1_DCACHE_LINESIZE']);
  t.strictSame(await bash('getconf', '-'), ['-a', '-l', '-v', '--help', '--version']);
  t.strictSame(await bash('getconf', '-v', 'POSIX_V7'), ['POSIX_V7_ILP32_OFF32', 'POSIX_V7_ILP32_OFFBIG', 'POSIX_V7_LP64_OFF64', 'POSIX_V7_LPBIG_OFFBIG']);
  t.strictSame(await bash('getconf', '-v', 'POSIX_V7_LP64_OFF64', 'LONG_B'), ['LONG_BIT']);
  await writeFile(path.join(bin, 'a file'), '');
  t.strictSame(await bash('getconf', 'NAME_MAX', 'a'), ['a file']);
});

t.test('what is installed', async (t) => {
  const installed = await filesBelow(path.join(x86.path, 'usr'));
  for (const file of ['bin/getconf', 'share/man/man1/getconf.1', 'share/bash-completion/completions/getconf', 'share/zsh/site-functions/_getconf']) t.ok(installed.includes(file), file);
});
