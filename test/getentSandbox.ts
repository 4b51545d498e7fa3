// Runs inside private mount and network namespaces: `node getentSandbox.js PROFILE PROGRAM…` reads cases, one JSON object a line,
// fills /etc for each and writes what the program did, one JSON array a line. getent.test.ts starts it.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, openSync, closeSync, readFileSync, readdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Bytes as text, or in base64 where they are none. */
export type Text = string | { b64: string };

/** What stands below /: text, or something else. */
export type Entry =
  | Text
  | null
  | { text: string; mode: string }
  /** `head`, then `line` n times with its number for %d, then `tail`. */
  | { gen: { head?: string; line: string; n: number; tail?: string } }
  | { type: 'dir' }
  | { type: 'fifo' }
  /** `text`, and then a hole up to `size`. */
  | { type: 'sparse'; text: string; size: number }
  | { type: 'symlink'; to: string };

/** A call of getent and the /etc that it sees. */
export interface Call {
  files: Record<string, Entry>;
  argv: Text[];
  env?: Record<string, string>;
  uid?: number;
  stdout_to?: string;
  close_stdout?: boolean;
}

/** Exit status or -signal, standard output, standard error; long output is its hash. */
export type Outcome = [status: number | 'timeout', stdout: Text | { sha256: string; len: number }, stderr: Text | { sha256: string; len: number }];

/**
 * What the network has: `lo` the loopback alone, `down` not even that, one of both families, `dns` a server besides, `hostile`
 * servers whose answers are broken.
 */
export type Profile = 'lo' | 'down' | 'v4' | 'v6' | 'dual' | 'dns' | 'hostile';

function encode(bytes: Buffer): Outcome[1] {
  const text = bytes.toString('utf8');
  if (text.includes('\0') || !Buffer.from(text, 'utf8').equals(bytes)) return { b64: bytes.toString('base64') };
  return text.length > 20_000 ? { sha256: createHash('sha256').update(bytes).digest('hex'), len: bytes.length } : text;
}

function content(entry: Exclude<Entry, null | { type: string }>): Buffer {
  if (typeof entry === 'string') return Buffer.from(entry);
  if ('b64' in entry) return Buffer.from(entry.b64, 'base64');
  if ('text' in entry) return Buffer.from(entry.text);
  const { head = '', line, n, tail = '' } = entry.gen;
  return Buffer.from(head + Array.from({ length: n }, (_, i) => line.replaceAll('%d', String(i))).join('') + tail);
}

/** Makes /etc hold these files and nothing else. */
function populate(files: Record<string, Entry>): void {
  for (const name of readdirSync('/etc')) rmSync(path.join('/etc', name), { recursive: true });
  for (const [name, entry] of Object.entries(files)) {
    const file = path.join('/', name);
    if (entry === null) continue;
    mkdirSync(path.dirname(file), { recursive: true });
    if (typeof entry === 'object' && 'type' in entry) {
      if (entry.type === 'dir') mkdirSync(file);
      else if (entry.type === 'sparse') {
        writeFileSync(file, entry.text);
        truncateSync(file, entry.size);
      }
      else if (entry.type === 'symlink') symlinkSync(entry.to, file);
      else if (spawnSync('mkfifo', [file]).status !== 0) throw new Error(`mkfifo ${file}`);
      continue;
    }
    writeFileSync(file, content(entry));
    const secret = name.endsWith('shadow') ? 0o600 : 0o644;
    chmodSync(file, typeof entry === 'object' && 'mode' in entry ? parseInt(entry.mode, 8) : secret);
  }
}

const octal = (bytes: Buffer): string => [...bytes].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');

/** Calls the program, whose words come before the arguments; the first one's folder is its PATH. */
function call(words: string[], { argv, env, uid, stdout_to, close_stdout }: Call): Outcome {
  const [program = '', ...more] = words;
  const texts = argv.map((word) => (typeof word === 'string' ? word : ''));
  const variables = { PATH: `${path.dirname(program)}:/usr/bin:/bin`, LC_ALL: 'C', ...env };
  const output = stdout_to === undefined ? 'pipe' : openSync(stdout_to, 'w');
  // What Node can't pass on a shell can: bytes that are no text, and a descriptor that is closed.
  const byShell = texts.some((text, i) => text !== argv[i]) || close_stdout;
  const command = argv.map((word, i) => (typeof word === 'string' ? `"$${String(i + 1)}"` : `"$(printf '${octal(Buffer.from(word.b64, 'base64'))}')"`));
  const [file, ...args] = byShell ? ['/bin/sh', '-c', `exec getent ${command.join(' ')}${close_stdout ? ' >&-' : ''}`, 'sh', ...texts] : [program, ...more, ...texts];
  const result = spawnSync(file, args, {
    argv0: byShell || more.length > 0 ? file : 'getent',
    env: variables,
    cwd: '/',
    stdio: ['ignore', output, 'pipe'],
    timeout: 20_000,
    maxBuffer: 64 * 1024 * 1024,
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  if (typeof output === 'number') closeSync(output);
  if (result.error && 'code' in result.error && result.error.code === 'ETIMEDOUT') return ['timeout', '', ''];
  if (result.error) throw result.error;
  return [result.status ?? -1, encode(typeof output === 'number' ? Buffer.alloc(0) : result.stdout), encode(result.stderr)];
}

function sh(command: string): void {
  const result = spawnSync('/bin/sh', ['-c', command], { encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`${command}: ${result.stderr}`);
}

/** Gives the network namespace what a profile has; returns the name server, if there is one. */
async function setUp(profile: Profile): Promise<ChildProcess | undefined> {
  if (profile === 'down') return undefined;
  sh('ip link set lo up');
  // Addresses other than those of loopback count as configured, be they on lo.
  if (profile === 'v4' || profile === 'dual' || profile === 'dns' || profile === 'hostile') sh('ip addr add 192.0.2.10/24 dev lo');
  if (profile === 'v6' || profile === 'dual' || profile === 'dns') sh('ip -6 addr add 2001:db8::10/64 dev lo nodad');
  if (profile !== 'dns' && profile !== 'hostile') return undefined;
  if (profile === 'hostile') sh('mount -t tmpfs tmpfs /run && mkdir -p /var/run/nscd && ip link set lo multicast on && ip route add 224.0.0.0/4 dev lo');
  const script = profile === 'dns' ? 'getentNames.js' : 'getentHostile.js';
  const server = spawn(process.execPath, [fileURLToPath(new URL(script, import.meta.url))], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve, reject) => {
    server.stdout.once('data', resolve);
    server.once('exit', (status) => {
      reject(new Error(`the name server ended: ${String(status)}`));
    });
  });
  return server;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [profile = 'lo', ...words] = process.argv.slice(2);
  sh('mount --make-rprivate / && mount -t tmpfs tmpfs /etc');
  const server = await setUp(profile as Profile);
  try {
    for (const line of readFileSync(0, 'utf8').split('\n')) {
      if (line === '') continue;
      const one = JSON.parse(line) as Call;
      populate(one.files);
      process.stdout.write(`${JSON.stringify(call(words, one))}\n`);
    }
  } finally {
    server?.kill();
  }
}
