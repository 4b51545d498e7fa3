import { readFile } from 'node:fs/promises';
import path from 'node:path';
import t from 'tap';
import { run } from '../ts/run/process.js';
import { projectRoot } from '../ts/run/root.js';
import { filesHash, once } from './once.js';

const root = projectRoot();
const local = (name: string): string => path.join(root, 'node_modules', '.bin', name);

t.test('eslint finds nothing', async (t) => {
  // Its rules look at types, which come from other files too: the result holds for all of them together.
  const inputs = await filesHash('*.ts', '*.js', '*.mjs', 'tsconfig.json', 'package-lock.json');
  await once(t, 'eslint', inputs, async () => {
    const result = await run(local('eslint'), ['.'], { cwd: root, allowFailure: true });
    t.equal(result.exitCode, 0, result.stdout);
  });
});

t.test('C is formatted as clang-format says', async (t) => {
  const { stdout } = await run('git', ['ls-files', '*.c', 'wildebeest/testing/*.h', 'wildebeest/modules/*/*.h', 'libc-support/*.h', 'native/*.cc', 'native/*.h'], { cwd: root });
  const files = stdout.split('\n').filter((file) => /^(wildebeest|libc-support|native)\//.test(file) && !file.includes('/include/'));
  t.ok(files.length > 20, `${String(files.length)} files`);
  const result = await run(local('clang-format'), ['--dry-run', '--Werror', ...files], { cwd: root, allowFailure: true });
  t.equal(result.exitCode, 0, result.stderr.slice(0, 2000));
});

t.test('nothing that a compiler made is committed', async (t) => {
  const { stdout } = await run('git', ['ls-files', '-z'], { cwd: root });
  const made: string[] = [];
  for (const name of stdout.split('\0').filter((line) => line !== '' && !line.startsWith('test/fixtures/'))) {
    const head = await readFile(path.join(root, name)).then((bytes) => bytes.subarray(0, 8).toString('latin1'));
    if (/^(\x7fELF|!<arch>|!<thin>)/.test(head)) made.push(name);
  }
  t.same(made, []);
});

t.test('no package host and no path of a machine is named', async (t) => {
  const pattern = String.raw`deb\.debian\.org|snapshot\.debian|registry\.npmjs|security\.debian\.org|ftp\.[a-z]+\.debian|/home/[a-z]+/|/tmp/w/|/root/\.|/work/(wt|main|shared)`;
  const result = await run('git', ['grep', '-nIE', pattern, '--', '.', ':!test/style.test.ts'], { cwd: root, allowFailure: true });
  t.equal(result.stdout, '');
});
