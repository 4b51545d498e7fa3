import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Test } from 'tap';
import { run } from '../ts/run/process.js';
import { projectRoot } from '../ts/run/root.js';
import { ensureStep, exists, stepPath, type Json } from '../ts/run/store.js';
import { hashFiles } from '../ts/shim/build.js';
import { hostTool } from '../ts/sysroot/hostTools.js';

/** SHA-256 over the tracked and new files of the checkout that git's pathspecs select. */
export async function filesHash(...pathspecs: string[]): Promise<string> {
  const root = projectRoot();
  const { stdout } = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...pathspecs], { cwd: root });
  const names = stdout.split('\0').filter((name) => name !== '');
  const there = await Promise.all(names.map(async (name) => ((await exists(path.join(root, name))) ? [name] : [])));
  return await hashFiles(root, there.flat());
}

/** What some tools say of their versions. */
export async function versionsOf(...names: string[]): Promise<string> {
  const versions = await Promise.all(names.map(async (name) => (await run(await hostTool(name), ['--version'], { allowFailure: true })).stdout));
  return versions.join('\n');
}

/**
 * Runs a long test once for each state of what it depends on: when it has passed, the cache remembers that, and on the same
 * inputs it passes at once. A failure is never remembered.
 *
 * @param name - short, part of a folder's name
 * @param inputs - everything that the result depends on
 */
export async function once(t: Test, name: string, inputs: Json, work: () => Promise<void>): Promise<void> {
  const step = { name: `test-${name}`, inputs };
  if (await exists(stepPath(step))) {
    t.pass(`passed on the same inputs before: ${path.basename(stepPath(step))}`);
    return;
  }
  await work();
  if (!t.passing()) return;
  await ensureStep({ ...step, make: (output) => writeFile(path.join(output, 'passed'), `${new Date().toISOString()}\n`) });
}
