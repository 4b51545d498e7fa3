import { createServer } from 'node:net';
import { access, chmod, mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import t, { type Test } from 'tap';
import { bwrapArguments, launchScript, sandboxed, type HostView, type SandboxOptions } from '../ts/recipe/sandbox.js';
import { Failure } from '../ts/run/failure.js';
import { run } from '../ts/run/process.js';

const root = process.getuid?.() === 0;

interface Box {
  input: string;
  output: string;
  options: SandboxOptions;
}

/** A sandbox with one input and one output; both lie below a folder that only their owner may enter. */
async function box(t: Test): Promise<Box> {
  const folder = t.testdir({ closed: { input: { file: 'given\n' }, output: {} } });
  await chmod(path.join(folder, 'closed'), 0o700);
  const [input, output] = [path.join(folder, 'closed', 'input'), path.join(folder, 'closed', 'output')];
  return {
    input,
    output,
    options: {
      mounts: [
        { source: input, target: '/input' },
        { source: output, target: '/output', writable: true },
      ],
      cwd: '/output',
      env: { PATH: '/usr/bin:/bin', COLOUR: 'green' },
      log: path.join(folder, 'log'),
      timeout: 60_000,
    },
  };
}

const shell = (script: string): string[] => ['bash', '-c', script];

/** The process ids whose command line holds a word. */
async function processesWith(word: string): Promise<string[]> {
  const found: string[] = [];
  for (const id of await readdir('/proc')) {
    if (!/^\d+$/.test(id)) continue;
    // A process may end while it is looked at.
    const line = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '');
    if (line.split('\0').includes(word)) found.push(id);
  }
  return found;
}

async function withPath<T>(folders: string, work: () => Promise<T>): Promise<T> {
  const before = process.env.PATH;
  process.env.PATH = folders;
  try {
    return await work();
  } finally {
    process.env.PATH = before;
  }
}

async function failureOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Failure) return error.line();
    throw error;
  }
  throw new Error('did not fail');
}

t.test('what stands in the way of a sandbox is one line', async (t) => {
  const { options } = await box(t);
  const empty = t.testdir({ bin: {} });
  const line = await withPath(path.join(empty, 'bin'), () => failureOf(sandboxed(['true'], options)));
  t.match(line, /^(setpriv|bwrap): not found; next: install bubblewrap.* wildebeest doctor --install$/);

  const fake = t.testdir({ bwrap: '#!/bin/sh\necho "bwrap: No permissions to create new namespace" >&2\nexit 1\n' });
  await chmod(path.join(fake, 'bwrap'), 0o755);
  await chmod(fake, 0o755);
  const refused = await withPath(`${fake}:${process.env.PATH ?? ''}`, () => failureOf(sandboxed(['true'], options)));
  t.match(refused, /^sandbox: this machine refuses unprivileged user namespaces: bwrap: .*; next: allow them \(/);
});

t.test('a command sees its inputs and nothing else', async (t) => {
  const { output, options } = await box(t);
  const sees = async (script: string): Promise<string> => (await sandboxed(shell(script), options)).stdout.trim();
  t.equal(await sees('cat /input/file'), 'given', 'the input');
  t.equal(await sees('echo *'), '*', 'the output folder is empty');
  await sees('echo made > made');
  t.equal(await readFile(path.join(output, 'made'), 'utf8'), 'made\n', 'what it writes to the output arrives');
  t.equal((await stat(path.join(output, 'made'))).uid, process.getuid?.(), 'and belongs to the driver');
  t.equal(await sees('ls -d /root /home /srv /mnt /opt /boot /sys 2>/dev/null | wc -l'), '0', 'no home and no other folder of the host');
  t.equal(await sees('ls /usr/include /usr/local /usr/share/pkgconfig 2>/dev/null | grep -v :$ | wc -w'), '0', 'no header, local software or .pc file');
  t.equal(await sees('ls /tmp | wc -l'), '0', 'a /tmp of its own');
  t.equal(await sees('ls -d /proc/[0-9]* | wc -l').then((count) => Number(count) < 8), true, 'a process tree of its own');
  t.equal(await sees('env | grep -v "^\\(PWD\\|SHLVL\\|_\\)=" | sort | tr "\\n" " "'), 'COLOUR=green PATH=/usr/bin:/bin', 'a clean environment');
  t.equal(await sees('ls /etc | tr "\\n" " "').then((files) => /shadow|ssl|ssh|resolv|apt/.test(files)), false, 'an /etc without secrets');
});

t.test('user 0 of the sandbox has power over what the sandbox made, and none outside', async (t) => {
  const { output, options } = await box(t);
  const sees = async (script: string): Promise<string> => (await sandboxed(shell(script), { ...options, root: true })).stdout.trim();
  t.equal(await sees('id -u'), '0');
  t.equal(await sees('mount -t tmpfs none /tmp && echo mounted'), 'mounted', 'it mounts in a namespace of its own');
  t.match(await sees('cat /proc/self/uid_map'), /^\s*0\s+[1-9]\d*\s+1$/, 'outside it is the unprivileged user');
  await sees('echo made > made');
  t.equal((await stat(path.join(output, 'made'))).uid, process.getuid?.());
});

t.test('the user is not root and can not become it', async (t) => {
  const { options } = await box(t);
  const sees = async (script: string): Promise<string> => (await sandboxed(shell(script), options)).stdout.trim();
  t.not(await sees('id -u'), '0');
  t.match(await sees('grep CapEff /proc/self/status'), /:\s*0+$/, 'no capability');
  t.match(await sees('grep NoNewPrivs /proc/self/status'), /1$/, 'nor a way to get one');
  if (!root) return;
  const { options: outside } = await box(t);
  const running = sandboxed(['sleep', '3.25'], outside);
  await sleep(1000);
  const [id] = await processesWith('3.25');
  const status = await readFile(`/proc/${id ?? ''}/status`, 'utf8');
  t.match(status, /^Uid:\t65534\t65534\t65534\t65534$/m, 'on the host it is nobody');
  t.match(status, /^Groups:\s*$/m, 'without further groups');
  await running;
});

t.test('inputs, tools and the rest are read-only', async (t) => {
  const { input, options } = await box(t);
  for (const folder of ['/input', '/usr', '/usr/include', '/usr/bin', '/etc', '/', '/lib']) {
    const result = await sandboxed(shell(`echo x > ${folder}/intruder`), { ...options, allowFailure: true });
    t.not(result.exitCode, 0, folder);
    t.match(result.stderr, /Read-only file system/, `${folder}: by the mount, not by luck`);
  }
  t.equal((await sandboxed(shell('rm -f /input/file; cat /input/file'), { ...options, allowFailure: true })).stdout, 'given\n');
  await access(path.join(input, 'file'));
});

t.test('there is no network', async (t) => {
  const { options } = await box(t);
  const server = createServer((socket) => socket.end('hello\n'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.teardown(() => new Promise((resolve) => server.close(resolve)));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const connect = `exec 3<>/dev/tcp/127.0.0.1/${String(port)} && cat <&3`;
  t.equal((await run('bash', ['-c', connect])).stdout, 'hello\n', 'the server answers outside');
  const inside = await sandboxed(shell(connect), { ...options, allowFailure: true });
  t.not(inside.exitCode, 0);
  t.match(inside.stderr, /Connection refused/, 'and can not be reached from inside');
  const interfaces = await sandboxed(shell("tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d ' '"), options);
  t.equal(interfaces.stdout.trim(), 'lo', 'nothing but loopback');
});

t.test("the host's own compilers are hidden, clang is there", async (t) => {
  const { options } = await box(t);
  const found = await sandboxed(shell('for c in gcc cc g++ c++ cpp c99; do $c --version && echo "$c runs"; done 2>/dev/null; exit 0'), options);
  t.notMatch(found.stdout, /runs/);
  t.match((await sandboxed(shell('ls /usr/bin | grep -c "^clang"'), options)).stdout, /^[1-9]/);
  const configs = await sandboxed(shell('for c in /usr/bin/*-config; do test -f "$c" && test -s "$c" && echo "$c"; done; exit 0'), options);
  t.notMatch(configs.stdout, /(?<!pkg|llvm)-config$/m, 'nor is there what tells of its libraries');
});

t.test('a time-out ends a grandchild that made itself a daemon', async (t) => {
  const { options } = await box(t);
  const word = `4${String(process.pid)}.5`;
  const script = `setsid sh -c 'trap "" HUP TERM INT; sleep ${word}' </dev/null >/dev/null 2>&1 & disown; sleep 1000`;
  const work = failureOf(sandboxed(shell(script), { ...options, timeout: 1500 }));
  await sleep(1000);
  t.ok((await processesWith(word)).length > 0, 'it runs');
  t.match(await work, /^bash -c .*: time-out after 1\.5 s; log: /);
  for (let tries = 0; tries < 20 && (await processesWith(word)).length > 0; tries += 1) await sleep(50);
  t.same(await processesWith(word), [], 'it is gone');
});

t.test('nor does one outlive a command that ends by itself', async (t) => {
  const { options } = await box(t);
  const word = `5${String(process.pid)}.5`;
  await sandboxed(shell(`setsid sleep ${word} </dev/null >/dev/null 2>&1 & disown; exit 0`), options);
  for (let tries = 0; tries < 20 && (await processesWith(word)).length > 0; tries += 1) await sleep(50);
  t.same(await processesWith(word), []);
});

t.test('a failure names the command, how it ended, the reason and the log', async (t) => {
  const { options } = await box(t);
  const line = await failureOf(sandboxed(shell('echo one; echo "x.c:1:1: error: unknown type" >&2; echo last; exit 3'), options));
  t.equal(line, `bash -c 'echo one; echo "x.c:1:1: error: unknown type" >&2; echo last; exit 3': exit 3: x.c:1:1: error: unknown type; log: ${options.log ?? ''}`);
  const log = await readFile(options.log ?? '', 'utf8');
  for (const part of [/^\$ .*launch bash -c /m, /^one$/m, /^x\.c:1:1: error: unknown type$/m, /^last$/m]) t.match(log, part, 'the log has the command and its output');
  const missing = await failureOf(sandboxed(['no-such-program'], options));
  t.match(missing, /^no-such-program: exit 1: bwrap: execvp no-such-program: No such file or directory; log: /);
});

t.test('nothing is left behind', async (t) => {
  const { options } = await box(t);
  await sandboxed(['true'], options);
  await failureOf(sandboxed(['false'], options));
  // Others may be building beside.
  const own = (await readdir('/tmp')).filter((name) => name.startsWith(`wildebeest-sandbox-${String(process.pid)}-`));
  t.same(own, []);
});

t.test("a musl program and its libraries run through the sandbox's own loader", async (t) => {
  const { options } = await box(t);
  const host: HostView = { roots: [{ path: '/bin', link: 'usr/bin' }], lib: { link: 'usr/lib', entries: ['x86_64-linux-gnu', 'ld-musl-x86_64.so.1'] }, hidden: [], programs: [], etc: [] };
  const link = { path: '/lib/ld-musl-x86_64.so.1', target: '/sysroot/lib/ld-musl-x86_64.so.1' };
  const args = bwrapArguments(host, options.mounts, [], { ...options, links: [link] }).join(' ');
  t.match(args, '--symlink /sysroot/lib/ld-musl-x86_64.so.1 /lib/ld-musl-x86_64.so.1', 'the loader is linked');
  t.match(args, '--symlink /usr/lib/x86_64-linux-gnu /lib/x86_64-linux-gnu', "the host's libraries stay where its tools look");
  t.notMatch(args, '/usr/lib/ld-musl-x86_64.so.1', "a musl host's loader makes way");
});

t.test('the launch script survives any file name', async (t) => {
  const folder = t.testdir({});
  const odd = path.join(folder, "it's a $(touch x) \"name\"; rm -rf .");
  await mkdir(odd);
  await writeFile(path.join(odd, 'args'), '');
  const script = path.join(folder, 'script');
  await writeFile(script, launchScript(path.join(odd, 'args')).replace('bwrap --args 9 --', 'echo'));
  t.equal((await run('sh', [script, 'a b', "c'd"], { cwd: folder })).stdout, "a b c'd\n");
  t.same((await readdir(folder)).sort(), [path.basename(odd), 'script'].sort());
});
