import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import t, { type Test } from 'tap';
import { Failure } from '../ts/run/failure.js';
import { distance, nearest } from '../ts/run/nearest.js';
import { run } from '../ts/run/process.js';
import { projectRoot } from '../ts/run/root.js';
import { filesBelow } from '../ts/run/store.js';
import { emulator } from '../ts/suite/execute.js';
import { loadTarget, loadTargetFrom, targetNames, targetSchema, type Target } from '../ts/targets/target.js';

const root = projectRoot();
const names = await targetNames();
const good: Target = { ...(await loadTarget(names[0] ?? '')), name: 'good', qemu: 'qemu-good-static', qemuVersion: '7.2', cflags: ['-mno-x'], ldflags: ['-Wl,-u,x'] };

/** The line that a user sees. */
async function lineOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'no failure';
  } catch (error) {
    if (error instanceof Failure) return error.line();
    throw error;
  }
}

async function folderWith(t: Test, files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'wildebeest-targets-'));
  t.teardown(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  return folder;
}

t.test('every target loads, and says what only it can', async (t) => {
  t.ok(names.length > 0);
  const targets = await Promise.all(names.map(loadTarget));
  for (const field of ['triple', 'normalizedTriple', 'loader', 'qemu'] as const) {
    t.equal(new Set(targets.map((target) => target[field])).size, targets.length, `no two have the same ${field}`);
  }
  t.ok(targets.some((target) => target.tier === 'ci'));
});

/** A value of each field that its rule refuses, and what the line says of it. */
const wrong: Record<keyof Target, [unknown, string]> = {
  name: ['Good Name', 'must be lower case letters, digits and underscores'],
  triple: ['good-linux-gnu', 'must be a triple such as x86_64-linux-musl'],
  normalizedTriple: ['good-linux-musl', 'must be a triple such as x86_64-unknown-linux-musl'],
  machine: ['a b', 'must be letters, digits and underscores'],
  cpuFamily: ['', 'must be letters, digits and underscores'],
  endian: ['middle', '"little"|"big"'],
  elfMachine: ['X86_64', 'expected number'],
  kernelArch: ['../x86', 'must be letters, digits and underscores'],
  loader: ['/lib/ld-musl-good.so.1', 'must be a file name such as ld-musl-x86_64.so.1'],
  qemu: ['good-static', 'must be a program such as qemu-x86_64-static'],
  qemuVersion: ['seven', 'must be a version such as 7.2'],
  cflags: [['-mno-x -mno-y'], 'must be one flag, such as -mno-lsx'],
  ldflags: [['-u x'], 'must be one flag, such as -mno-lsx'],
  muslPatches: [{ '0.9.15': [] }, ''],
  container: [{ architecture: 'a b' }, 'must be letters, digits and underscores'],
  tier: ['gold', '"ci"|"matrix"'],
};

t.test('a target file with a wrong or missing field names the file and the field', async (t) => {
  t.same(Object.keys(wrong).sort(), Object.keys(targetSchema.shape).sort(), 'every rule has a bad value here');
  const load = async (fields: Record<string, unknown>): Promise<string> => {
    const folder = await folderWith(t, { 'good.json': JSON.stringify(fields) });
    return (await lineOf(loadTargetFrom(folder, 'good'))).replace(`${folder}/`, '');
  };
  t.equal(await load(good), 'no failure');
  for (const [field, [value, says]] of Object.entries(wrong)) {
    const line = await load({ ...good, [field]: value });
    t.ok(line.startsWith(`good.json: ${field}`) && line.includes(says), `${field}: ${line}`);
    const { [field as keyof Target]: left, ...rest } = good;
    const optional = ['qemu', 'qemuVersion', 'cflags', 'ldflags', 'muslPatches'].includes(field);
    t.match(await load(rest), optional ? 'no failure' : new RegExp(`^good\\.json: ${field}: `), `without ${field}, which was ${JSON.stringify(left)}`);
    t.match(await load({ ...good, [field]: true }), new RegExp(`^good\\.json: ${field}: `), `${field} as a truth value`);
  }
  t.match(await load({ ...good, colour: 'grey' }), /^good\.json: .*colour/, 'an unknown field');
  t.match(await load({ ...good, name: 'other' }), "good.json: name: is 'other', must be 'good' as the file's name");
  const folder = await folderWith(t, { 'good.json': '{ name: }' });
  t.match(await lineOf(loadTargetFrom(folder, 'good')), `${folder}/good.json: not JSON: `);
});

t.test('an unknown target', async (t) => {
  t.equal(distance('kitten', 'sitting'), 3);
  t.equal(distance('', 'abc'), 3);
  t.equal(distance('abc', 'abc'), 0);
  t.same(nearest('abcd64', ['xyz', 'abcde64', 'abc64', 'abcd64le']), ['abc64', 'abcde64', 'abcd64le']);
  const folder = await folderWith(t, { 'good64.json': '', 'good64le.json': '', 'vax.json': '' });
  t.equal(await lineOf(loadTargetFrom(folder, 'god64')), "unknown target 'god64'; next: good64? (wildebeest targets lists all)");
  t.equal(await lineOf(loadTargetFrom(folder, 'good64l')), "unknown target 'good64l'; next: good64 or good64le? (wildebeest targets lists all)");
  t.equal(await lineOf(loadTargetFrom(folder, 'z80000')), "unknown target 'z80000'; next: one of: good64, good64le, vax");
});

t.test('a qemu that is missing or too old is one line with target, program and version', async (t) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'wildebeest-qemu-'));
  const old = process.env.PATH;
  t.teardown(async () => {
    process.env.PATH = old;
    await rm(folder, { recursive: true });
  });
  const qemu = async (name: string, version: string): Promise<void> => {
    await writeFile(path.join(folder, name), `#!/bin/sh\necho 'qemu-good version ${version} (Debian 1:${version})'\n`);
    await chmod(path.join(folder, name), 0o755);
  };
  await mkdir(path.join(folder, 'nothing'));
  process.env.PATH = path.join(folder, 'nothing');
  t.equal(
    await lineOf(emulator(good)),
    "good: qemu-good-static: not found, and this machine can't run its programs itself; next: wildebeest doctor --install, or install qemu-user-static",
  );
  const { qemu: none, ...without } = good;
  t.equal(none, 'qemu-good-static');
  t.equal(await lineOf(emulator(without)), "good: this machine can't run its programs, and ts/targets/good.json names no qemu");
  process.env.PATH = `${folder}:${old ?? ''}`;
  await qemu('qemu-good', '6.2.0');
  t.match(await lineOf(emulator(good)), 'good: qemu-good-static is 6.2.0, older than 7.2, which programs for good need; next: ');
  for (const version of ['7.2.22', '7.2', '10.0.1']) {
    await qemu('qemu-good-static', version);
    t.same(await emulator(good), { file: path.join(folder, 'qemu-good-static'), version }, `${version} will do`);
  }
});

/** The code of a TypeScript source: without comments, and without the examples that --help shows. */
function codeOf(text: string): string {
  return text
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(^|\s)\/\/.*$/gm, '$1')
    .replaceAll(/\.addHelpText\((`[^`]*`|'[^']*'|[^)])*?\)/g, '')
    .replaceAll(/(\.describe\(|, 'must be )(['"`]).*?\2\)/g, '');
}

t.test('no code of the driver names a target', async (t) => {
  const pattern = new RegExp(`\\b(${names.join('|')})\\b`, 'g');
  const found: string[] = [];
  for (const file of (await filesBelow(path.join(root, 'ts'))).filter((name) => name.endsWith('.ts') && !name.startsWith('targets/'))) {
    for (const match of codeOf(await readFile(path.join(root, 'ts', file), 'utf8')).matchAll(pattern)) found.push(`ts/${file}: ${match[0]}`);
  }
  t.same(found, []);
  t.match(codeOf(`const a = '${names[0] ?? ''}'; /* vax */ // pdp`), names[0] ?? '', 'what is searched still has the code');
  const { stdout } = await run('git', ['ls-files', 'ts/targets/*.json'], { cwd: root });
  t.same(stdout.trim().split('\n').map((file) => path.basename(file, '.json')).sort(), names, 'every target is committed');
});
