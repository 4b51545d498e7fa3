// The shells' completions of getent and getconf, by bash and zsh themselves.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import t from 'tap';
import { run } from '../ts/run/process.js';
import { projectRoot } from '../ts/run/root.js';
import { findProgram } from '../ts/sysroot/hostTools.js';

const folder = (program: string): string => path.join(projectRoot(), 'libc-support', program, 'completions');
const bin = await mkdtemp(path.join(os.tmpdir(), 'lwb-completions-'));
t.teardown(() => rm(bin, { recursive: true }));
await writeFile(path.join(bin, 'getent'), '#!/bin/sh\ncase $1 in aliases) echo "root:           x";; rpc) echo "nfs             100003";; shells) echo /bin/zz;; esac\n', { mode: 0o755 });
await writeFile(path.join(bin, 'getconf'), '#!/bin/sh\nprintf "%s\\n" ARG_MAX NAME_MAX NGROUPS_MAX _POSIX_V7_LP64_OFF64 _POSIX_V7_ILP32_OFF32 _XBS5_LP64_OFF64\n', { mode: 0o755 });
await writeFile(path.join(bin, 'a file'), '');
const env = { PATH: `${bin}:/usr/bin:/bin`, HOME: bin, LC_ALL: 'C', TERM: 'dumb' };

/** What bash offers for the last word. */
async function bash(...words: string[]): Promise<string[]> {
  const [program = ''] = words;
  const script = '. "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); "_$1" "$1"; printf "%s\\n" "${COMPREPLY[@]}"';
  const { stdout } = await run('bash', ['-c', script, 'bash', path.join(folder(program), `${program}.bash`), ...words], { env, cwd: bin });
  return stdout.trimEnd().split('\n').sort();
}

// An interactive zsh of which every match that it adds is written to a file; ^X says that it is done.
const capture = `
zmodload zsh/zpty
zpty session zsh -f -i
zpty -w session "PS1=; fpath=($1 \\$fpath); autoload -Uz compinit; compinit -u -D"
zpty -w session 'setopt no_beep no_list_beep; LISTMAX=0; bindkey "^I" complete-word; done-now() { print > done }; zle -N done-now; bindkey "^X" done-now'
zpty -w session 'compadd() {
  local -a hits
  [[ " \${(j: :)@[1,(i)(-|--)]}" == *" -"[OAD]" "* ]] || { builtin compadd -A hits "$@"; print -rl -- $hits >> matches }
  builtin compadd "$@"
}'
zpty -w -n session "$2"$'\\t\\x18'
for (( i = 0; i < 400; i++ )); do
  [[ -e done ]] && exit 0
  zpty -r -t session text
  sleep 0.05
done
exit 1
`;

/** What zsh offers at the end of a line. */
async function zsh(line: string): Promise<string[]> {
  const [program = ''] = line.split(' ');
  const cwd = await mkdtemp(path.join(os.tmpdir(), 'lwb-zsh-'));
  try {
    await writeFile(path.join(cwd, 'a file'), '');
    await run('zsh', ['-f', '-c', capture, 'zsh', folder(program), line], { env: { ...env, ZDOTDIR: cwd }, cwd, timeout: 60_000 });
    const matches = await readFile(path.join(cwd, 'matches'), 'utf8').catch(() => '');
    return [...new Set(matches.split('\n'))].filter((match) => match !== '').sort();
  } finally {
    await rm(cwd, { recursive: true });
  }
}

t.test('bash: getent', async (t) => {
  t.strictSame(await bash('getent', 'pass'), ['passwd']);
  t.strictSame(await bash('getent', 'ahosts'), ['ahosts', 'ahostsv4', 'ahostsv6']);
  t.strictSame(await bash('getent', '--s'), ['--service=']);
  t.strictSame(await bash('getent', '-s', ''), ['dns', 'files', 'mdns', 'nscd']);
  t.strictSame(await bash('getent', '-s', 'files', 'netg'), ['netgroup']);
  t.ok((await bash('getent', 'passwd', 'ro')).includes('root'));
  t.strictSame(await bash('getent', 'aliases', ''), ['root']);
  t.strictSame(await bash('getent', 'rpc', 'n'), ['nfs']);
  t.strictSame(await bash('getent', 'shells', '/bin/z'), ['/bin/zz']);
});

t.test('zsh', { skip: (await findProgram('zsh')) === undefined && 'no zsh here' }, async (t) => {
  const cases: [line: string, offers: string[]][] = [
    ['getent pass', ['passwd']],
    ['getent ahosts', ['ahosts', 'ahostsv4', 'ahostsv6']],
    ['getent -s d', ['dns']],
    ['getent --service=', ['dns', 'files', 'mdns', 'nscd']],
    ['getent aliases ', ['root']],
    ['getent rpc n', ['nfs']],
    ['getconf N', ['NAME_MAX', 'NGROUPS_MAX']],
    ['getconf -v ', ['POSIX_V7_ILP32_OFF32', 'POSIX_V7_LP64_OFF64', 'XBS5_LP64_OFF64']],
    ['getconf -v POSIX_V7_LP64_OFF64 ARG', ['ARG_MAX']],
    ['getconf NAME_MAX a', [String.raw`a\ file`]],
  ];
  const offered = await Promise.all(cases.map(([line]) => zsh(line)));
  for (const [i, [line, offers]] of cases.entries()) t.strictSame(offered[i], offers, line);
  t.ok((await zsh('getent passwd ro')).includes('root'), 'getent passwd ro');
  t.ok((await zsh('getconf -')).length >= 4, 'getconf -');
});
