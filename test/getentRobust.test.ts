// Files and answers that are not what they should be: one clear line, no crash, no hang.
import { rm } from 'node:fs/promises';
import t, { type Test } from 'tap';
import { run } from '../ts/run/process.js';
import { loadTarget } from '../ts/targets/target.js';
import { callAll, ensureGetent, etc, publish, whyNoNamespaces } from './getentProgram.js';
import { filesHash, once } from './once.js';
import type { Call, Entry, Outcome } from './getentSandbox.js';

const skip = (await whyNoNamespaces()) ?? false;
const built = skip === false ? await ensureGetent(await loadTarget('x86_64')) : '';
const { program, folder } = skip === false ? await publish(built) : { program: '', folder: '' };
t.teardown(() => folder !== '' && rm(folder, { recursive: true }));
const inputs = { built, tests: await filesHash('test/getentRobust.test.ts', 'test/getentHostile.ts', 'test/getentProgram.ts', 'test/getentSandbox.ts') };

/** A test that is run again only when getent or the test has changed. */
function check(name: string, about: string, work: (t: Test) => Promise<void>): void {
  void t.test(about, { skip }, (t) => once(t, `getent-${name}`, inputs, () => work(t)));
}

/** Each database whose file is read, with a key, and whether it can be listed. */
const databases: [name: string, file: string, key: string, listed: boolean][] = [
  ...['passwd', 'group', 'shadow', 'gshadow', 'hosts', 'networks', 'protocols', 'services', 'rpc', 'aliases'].map((name): [string, string, string, boolean] => [name, name, 'x', true]),
  ['initgroups', 'group', 'x', false],
  ['ethers', 'ethers', 'x', false],
  ['netgroup', 'netgroup', 'x', false],
  ['ahosts', 'hosts', 'x.invalid', true],
];

/** A listing where there is one, and a lookup, of each database whose file is this. */
function callsOf(entry: Entry): Call[] {
  return databases.flatMap(([name, file, key, listed]) => {
    const files = { ...etc, [`etc/${file}`]: entry };
    return [...(listed ? [{ files, argv: [name] }] : []), { files, argv: [name, key] }];
  });
}

/** What is wrong with an outcome: a signal, a hang, output, or more to say than one line. */
function complaint({ argv }: Call, [status, stdout, stderr]: Outcome, wanted?: RegExp): string | undefined {
  const said = typeof stderr === 'string' ? stderr : 'bytes';
  const clear = wanted === undefined ? /^([^\n]+\n)?$/.test(said) : wanted.test(said);
  const initgroups = argv[0] === 'initgroups' && stdout === 'x                    \n';
  const fine = typeof status === 'number' && status >= 0 && status <= 2 && (stdout === '' || initgroups) && clear;
  return fine ? undefined : `getent ${JSON.stringify(argv)}: ${JSON.stringify([status, stdout, said.slice(0, 300)])}`;
}

async function complaints(words: string[], calls: Call[], wanted?: RegExp): Promise<string[]> {
  const outcomes = await callAll(words, 'lo', calls);
  return calls.flatMap((call, i) => complaint(call, outcomes[i] ?? ['timeout', '', ''], wanted) ?? []);
}

/** The words that give a program so many bytes of memory. */
const limited = (bytes: number): string[] => ['/usr/bin/prlimit', `--as=${String(bytes)}`, program];

check('line', 'a line of 1 GB, with 64 MB of memory', async (t) => {
  const calls = callsOf({ type: 'sparse', text: 'y', size: 1e9 });
  t.strictSame(await complaints(limited(64e6), calls, /^\S*getent: (\/etc\/\w+: )?(Out of memory|Cannot allocate memory)\n$/), []);
});

check('lines', '15 MB of lines, with 4 MB of memory', async (t) => {
  const files = { ...etc, 'etc/passwd': { gen: { line: 'user%d:x:1:1:A user with a long name, to have many bytes:/home/user:/bin/sh\n', n: 200_000 } } };
  const [found, missed] = await callAll(limited(4e6), 'lo', [
    { files, argv: ['passwd', 'user199999'] },
    { files, argv: ['passwd', 'user200000'] },
  ]);
  t.strictSame(found, [0, 'user199999:x:1:1:A user with a long name, to have many bytes:/home/user:/bin/sh\n', '']);
  t.strictSame(missed, [2, '', '']);
});

check('irregular', 'no regular files', async (t) => {
  t.strictSame(await complaints([program], callsOf({ type: 'fifo' }), /^getent: \/etc\/\w+: not a regular file\n$/), [], 'FIFOs');
  t.strictSame(await complaints([program], callsOf({ type: 'dir' }), /^$/), [], 'folders, of which glibc says nothing either');
  t.strictSame(await complaints([program], callsOf({ type: 'symlink', to: '/dev/zero' }), /^getent: \/etc\/\w+: not a regular file\n$/), [], '/dev/zero');
  t.strictSame(await complaints([program], callsOf({ type: 'symlink', to: '/dev/null' }), /^$/), [], '/dev/null');
});

check('replaced', 'a file that is replaced while it is read', async (t) => {
  const script = `
    mount --make-rprivate / && mount -t tmpfs tmpfs /etc && cd /etc || exit 9
    echo 'passwd: files' > nsswitch.conf
    seq -f 'a%.0f:x:1:1:first:/:/bin/sh' 20000 > a
    seq -f 'b%.0f:x:2:2:second:/:/bin/sh' 30000 > b
    cp a passwd
    while :; do for f in a b; do cp $f new; $2 new passwd; done; done & 
    for i in $(seq 60); do "$1" passwd > out; echo "$? $(cut -c1 out | uniq -c | tr -s ' \\n' ' ')$(grep -vc '^a[0-9]*:x:1:1:first:/:/bin/sh$\\|^b[0-9]*:x:2:2:second:/:/bin/sh$' out)"; done
    kill $!`;
  const results = async (replace: string): Promise<string[]> => (await run('unshare', ['-m', 'sh', '-c', script, 'sh', program, replace])).stdout.trimEnd().split('\n');
  const renamed = await results('mv');
  t.equal(renamed.length, 60);
  t.strictSame(renamed.filter((line) => !/^0 +(20000 a|30000 b) 0$/.test(line)), [], 'renamed: all of one or the other');
  // Of one that is written over anything may be seen, even a line of two halves that is no entry; but getent ends.
  const copied = await results('cp');
  t.strictSame(copied.filter((line) => !/^[01] .*\d$/.test(line)), [], 'copied over');
  t.equal(copied.length, 60);
});

check('descriptors', 'descriptors that are closed or full', async (t) => {
  const script = `mount --make-rprivate / && mount -t tmpfs tmpfs /etc && echo 'root:x:0:0:::' > /etc/passwd && cd / && eval "$2"; echo "rc $?"`;
  const shell = async (command: string): Promise<[string, string]> => {
    const { stdout, stderr } = await run('unshare', ['-m', 'sh', '-c', script, 'sh', program, command], { timeout: 60_000 });
    return [stdout, stderr];
  };
  t.strictSame(await shell('"$1" passwd root <&- 2>&-'), ['root:x:0:0:::\nrc 0\n', '']);
  t.match(await shell('"$1" passwd root >&-'), ['rc 1\n', /^\S*getent: standard output: Bad file descriptor\n$/]);
  t.match(await shell('"$1" passwd >&-'), ['rc 1\n', /^\S*getent: standard output: Bad file descriptor\n$/]);
  t.match(await shell('"$1" passwd root >/dev/full'), ['rc 1\n', /^\S*getent: standard output: No space left on device\n$/]);
  t.match(await shell('"$1" passwd >/dev/full'), ['rc 1\n', /^\S*getent: standard output: No space left on device\n$/]);
  t.strictSame(await shell('"$1" passwd root <&- >&- 2>&-'), ['rc 1\n', '']);
  t.strictSame(await shell('"$1" nosuch <&- >&- 2>&-'), ['rc 1\n', '']);
  t.strictSame(await shell('"$1" hosts 192.0.2.1 <&- >&- 2>&-'), ['rc 2\n', '']);
});

check('hostile', 'hostile answers', async (t) => {
  const files = { ...etc, 'etc/resolv.conf': 'nameserver 127.0.0.1\noptions timeout:1 attempts:1\n', 'etc/nsswitch.conf': 'passwd: files nscd\nhosts: files mdns dns\n' };
  const dns = ['good', 'loop', 'loops', 'cname', 'forward', 'length', 'count', 'short', 'tiny', 'empty', 'huge', 'id', 'question', 'silent'];
  const daemon = ['good', 'version', 'short', 'cut', 'huge', 'negative', 'zero', 'unended', 'garbage', 'empty', 'silent'];
  const calls: (Call & { kind: string })[] = [
    ...dns.map((name) => ({ kind: `dns ${name}`, files, argv: ['-s', 'dns', 'ahostsv4', `${name}.test`] })),
    ...dns.map((name) => ({ kind: `dns ${name}`, files, argv: ['-s', 'dns', 'hosts', `${name}.test`] })),
    ...dns.map((name) => ({ kind: `mdns ${name}`, files, argv: ['-s', 'mdns', 'hosts', `${name}.local`] })),
    ...daemon.map((name) => ({ kind: `nscd ${name}`, files, argv: ['-s', 'nscd', 'passwd', name] })),
  ];
  // Most of the time is waiting: it is done at once in several namespaces.
  const shares = 8;
  const outcomes = await Promise.all(
    Array.from({ length: shares }, async (_, share) => await callAll([program], 'hostile', calls.filter((_, i) => i % shares === share))),
  );
  for (const [i, { kind, argv }] of calls.entries()) {
    const [status, stdout, stderr] = outcomes[i % shares]?.[Math.floor(i / shares)] ?? ['timeout', '', ''];
    const text = `${kind}: getent ${JSON.stringify(argv)}: ${JSON.stringify([status, stdout, stderr])}`;
    if (kind.endsWith(' good')) t.ok(status === 0 && typeof stdout === 'string' && /192\.0\.2\.66|^good:x:7:7:g:h:s$/m.test(stdout), text);
    else t.ok(status === 2 && stdout === '' && typeof stderr === 'string' && /^([^\n]+\n)?$/.test(stderr), text);
  }
});
