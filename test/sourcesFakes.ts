import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Test } from 'tap';
import { Failure } from '../ts/run/failure.js';
import { findProgram } from '../ts/sysroot/hostTools.js';

/** A folder of a test's own with a cache, a lock file and a PATH that holds nothing but what the test puts there. */
export interface World {
  root: string;
  bin: string;
  /** PATH as it was before the test. */
  machinePath: string;
  /** What fake tools were called with, a line a call. */
  calls: () => Promise<string[]>;
  forgetCalls: () => Promise<void>;
  /** Puts a shell script on PATH. `$W` is the world's root. */
  tool: (name: string, body: string) => Promise<void>;
  /** Lets real programs of the machine be found. */
  real: (...names: string[]) => Promise<void>;
  /** Writes a file below the root; returns its name, sha256 and size. */
  file: (name: string, text: string | Uint8Array) => Promise<{ name: string; sha256: string; size: number }>;
  lock: (document: unknown) => Promise<void>;
  /** Lines on standard error so far. */
  said: () => string;
}

const variables = ['PATH', 'WILDEBEEST_CACHE', 'WILDEBEEST_LOCK', 'WILDEBEEST_SOURCES', 'WILDEBEEST_LOCKED', 'APT_CONFIG'];

/** SHA-256 of bytes, hexadecimal. */
export const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function setEnvironment(values: Record<string, string | undefined>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }
}

/** Makes a world and points the environment to it until the test ends. */
export async function world(t: Test): Promise<World> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'wildebeest-test-'));
  const before = Object.fromEntries(variables.map((name) => [name, process.env[name]]));
  const bin = path.join(root, 'bin');
  await mkdir(bin);
  const log = path.join(root, 'calls');
  await writeFile(log, '');
  const written = t.capture(process.stderr, 'write', () => true);
  let said = '';
  const made: World = {
    root,
    bin,
    machinePath: before.PATH ?? '',
    calls: async () => (await readFile(log, 'utf8')).split('\n').filter((line) => line !== ''),
    forgetCalls: async () => await writeFile(log, ''),
    tool: async (name, body) => {
      const file = path.join(bin, name);
      await rm(file, { force: true });
      await writeFile(file, `#!/bin/sh\nW=${root}\nprintf '%s\\n' "${name} $*" >> "$W/calls"\n${body}\n`);
      await chmod(file, 0o755);
    },
    real: async (...names) => {
      for (const name of names) {
        const paths = process.env.PATH;
        process.env.PATH = before.PATH;
        const file = await findProgram(name);
        process.env.PATH = paths;
        if (file === undefined) throw new Error(`the tests need ${name}`);
        await rm(path.join(bin, name), { force: true });
        await symlink(file, path.join(bin, name));
      }
    },
    file: async (name, text) => {
      await mkdir(path.dirname(path.join(root, name)), { recursive: true });
      await writeFile(path.join(root, name), text);
      return { name: path.basename(name), sha256: sha256(text), size: Buffer.from(text).length };
    },
    lock: async (document) => await writeFile(path.join(root, 'lock.json'), JSON.stringify(document)),
    said: () => {
      said += written().map((call) => String(call.args[0])).join('');
      return said;
    },
  };
  await made.real('sh', 'flock', 'cat');
  Object.assign(process.env, { PATH: bin, WILDEBEEST_CACHE: path.join(root, 'cache'), WILDEBEEST_LOCK: path.join(root, 'lock.json') });
  setEnvironment({ WILDEBEEST_SOURCES: undefined, WILDEBEEST_LOCKED: undefined, APT_CONFIG: undefined });
  t.teardown(async () => {
    setEnvironment(before);
    await rm(root, { recursive: true, force: true, maxRetries: 5 });
  });
  return made;
}

/** The one line of the Failure that work ends with. */
export async function lineOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Failure) return error.line();
    throw error;
  }
  return '(no failure)';
}

/**
 * An apt of the world's own. `$W/index/<suite>` holds what `showsrc` and `show` print once `update` has run, `$W/pool` the
 * files; `$W/trouble` is a shell text that `apt-get source` and `download` run first.
 */
export async function fakeApt(w: World): Promise<void> {
  await w.real('cp', 'mkdir', 'dirname', 'basename', 'sed', 'rm');
  await mkdir(path.join(w.root, 'index'));
  await mkdir(path.join(w.root, 'pool'));
  await w.file(
    'machine/sources.list',
    'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] https://archive.invalid/debian bookworm main\n',
  );
  await w.tool('apt-config', `printf "LIST='%s'\\nPARTS='%s'\\n" "$W/machine/sources.list" "$W/machine/none"`);
  const configured = `conf=$2; folder=\${conf%/apt.conf}; suite=$(sed -n 's/^Suites: //p' "$folder/archive.sources")`;
  await w.tool(
    'apt-get',
    `${configured}
case "$3" in
update) : > "$folder/lists/lock"; cp "$W/index/$suite" "$folder/lists/index" ;;
source|download)
	[ ! -f "$W/trouble" ] || . "$W/trouble"
	for word; do :; done
	for file in "$W/pool/\${word%%=*}"/*; do cp "$file" .; done ;;
esac`,
  );
  await w.tool('apt-cache', `${configured}\ncat "$folder/lists/index"`);
}

/** A stanza as `apt-cache showsrc` prints it. */
export function sourceStanza(name: string, version: string, files: { name: string; sha256: string; size: number }[]): string {
  const lines = files.map((file) => ` ${file.sha256} ${String(file.size)} ${file.name}`);
  return `Package: ${name}\nVersion: ${version}\nChecksums-Sha256:\n${lines.join('\n')}\n\n`;
}
