// Builds getent for the tests and runs it inside private namespaces.
import { copyFile, chmod, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../ts/run/process.js';
import { projectRoot } from '../ts/run/root.js';
import { ensureStep } from '../ts/run/store.js';
import { hashFiles, shimFiles } from '../ts/shim/build.js';
import { ensureSysroot } from '../ts/sysroot/sysroot.js';
import type { Target } from '../ts/targets/target.js';
import type { Call, Entry, Outcome, Profile } from './getentSandbox.js';

const root = projectRoot();

/** The files of test/fixtures/getent. */
export async function fixture(name: string): Promise<string> {
  return readFile(path.join(root, 'test', 'fixtures', 'getent', name), 'utf8');
}

/** The /etc that a case has unless it says otherwise. */
export const etc = JSON.parse(await fixture('etc.json')) as Record<string, Entry>;

/** Compiles one of libc-support's programs in a folder, warnings as errors, and says where it is. */
export async function compileProgram(name: 'getent' | 'getconf', folder: string, options: readonly string[], log: string, flags = ''): Promise<string> {
  const all = ['-G', 'Ninja', `-DCMAKE_C_FLAGS=-Werror ${flags}`.trimEnd(), ...options];
  await run('cmake', ['-S', path.join(root, 'libc-support'), '-B', folder, ...all], { log });
  await run('cmake', ['--build', folder, '--target', name], { log });
  return path.join(folder, name, name);
}

/** The static getent or getconf of a target, built once for each state of its sources. */
export async function ensureProgram(target: Target, name: 'getent' | 'getconf'): Promise<string> {
  const sysroot = await ensureSysroot(target);
  const own = new RegExp(`^libc-support/(CMakeLists|${name}/)${name === 'getent' ? '|^wildebeest/modules/(colonfiles|netfiles|netdb|dns|idna)/' : ''}`);
  const sources = (await shimFiles(root)).filter((file) => own.test(file));
  const folder = await ensureStep({
    name: `${name}-${target.name}`,
    inputs: { sysroot: sysroot.key, sources: await hashFiles(root, sources), version: 2 },
    make: async (output, { log, scratch }) => {
      const toolchain = path.join(sysroot.path, 'toolchain', 'toolchain.cmake');
      const options = ['-DCMAKE_BUILD_TYPE=Release', '-DLIBC_SUPPORT_STATIC=ON', `-DCMAKE_TOOLCHAIN_FILE=${toolchain}`];
      await copyFile(await compileProgram(name, scratch, options, log), path.join(output, name));
    },
  });
  return path.join(folder, name);
}

/** The static getent of a target. */
export async function ensureGetent(target: Target): Promise<string> {
  return await ensureProgram(target, 'getent');
}

/**
 * A folder that any user can enter, with the program in it; and what is to remove it. With an emulator the program is one that
 * starts it there, under its own name.
 */
export async function publish(program: string, emulator?: string): Promise<{ program: string; folder: string }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'lwb-getent-'));
  await chmod(folder, 0o755);
  const file = path.join(folder, 'getent');
  const copy = emulator === undefined ? file : path.join(folder, 'foreign');
  await copyFile(program, copy);
  if (emulator !== undefined) await writeFile(file, `#!/bin/sh\nexec ${emulator} -0 getent ${copy} "$@"\n`);
  for (const one of [file, copy]) await chmod(one, 0o755);
  return { program: file, folder };
}

/** Why there are no private mount and network namespaces here, or undefined when there are. */
export async function whyNoNamespaces(): Promise<string | undefined> {
  if (process.getuid?.() !== 0) return 'private mount and network namespaces with several users need root';
  const result = await run('unshare', ['-m', '-n', 'true'], { allowFailure: true });
  return result.exitCode === 0 ? undefined : `private mount and network namespaces are not allowed here: ${result.stderr.trim()}`;
}

/** Runs calls of a program, whose words come before the arguments, one after the other in namespaces of their own. */
export async function callAll(words: readonly string[], profile: Profile, calls: readonly Call[]): Promise<Outcome[]> {
  const sandbox = fileURLToPath(new URL('getentSandbox.js', import.meta.url));
  const { stdout } = await run('unshare', ['-m', '-n', process.execPath, sandbox, profile, ...words], {
    input: calls.map((call) => `${JSON.stringify(call)}\n`).join(''),
  });
  return stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as Outcome);
}
