import path from 'node:path';
import t from 'tap';
import type { RecipeResult } from '../ts/recipe/result.js';
import { run } from '../ts/run/process.js';
import { projectRoot } from '../ts/run/root.js';

const bin = path.join(projectRoot(), 'dist', 'ts', 'bin.js');

t.test('a real package: kmod fails on plain musl, and builds, runs and passes its tests with the shim', async (t) => {
  const ended = await run(process.execPath, [bin, 'recipe', 'kmod', '--target', 'x86_64', '--check', '--json'], { allowFailure: true });
  t.equal(ended.exitCode, 0, ended.stderr.slice(-2000));
  const [result] = JSON.parse(ended.stdout) as RecipeResult[];
  if (result === undefined) throw new Error('no result');
  t.ok(result.ok, 'everything is as the recipe records', { problems: result.problems });
  t.equal(result.without?.objects, 4, 'objects that fail without the shim');
  t.match(result.without?.errors.join('\n'), "call to undeclared function 'basename'");
  t.ok(result.with?.ok);
  t.same(result.modules, ['basename']);
  t.equal(result.check?.failed, 0);
  t.ok((result.check?.passed ?? 0) > 0, 'its own tests ran');
  t.same(result.untouched?.rewritten, [], 'no file of the tarball was changed');
  t.ok(result.verify?.ok, 'nothing of the shim shows');
});
