import path from 'node:path';
import t from 'tap';
import { projectRoot } from '../ts/run/root.js';
import { ensureBuild } from '../ts/shim/build.js';
import { hostTarget, loadTarget, targetNames } from '../ts/targets/target.js';
import { filesHash, once, versionsOf } from './once.js';

const bin = path.join(projectRoot(), 'dist', 'ts', 'bin.js');
const host = (await hostTarget()).name;
const targets = (await Promise.all((await targetNames()).map(loadTarget))).filter((target) => target.tier === 'ci');

for (const target of targets) {
  const what = `C tests of every module on ${target.name}`;
  // This machine's own target in every link flavour, C++ too, on glibc, and with sanitizers and fuzzers. One subtest a module.
  if (target.name === host) t.spawn(process.execPath, [bin, '--quiet', 'test', target.name, '--cxx'], {}, what);
  // The others in two, and under qemu-user, which takes its time: what has passed is not run again until something changes.
  else {
    t.test(what, async (t) => {
      const build = await ensureBuild(target);
      const inputs = {
        build: build.key,
        files: await filesHash('wildebeest', 'ts/suite', 'ts/run', 'test/programs'),
        tools: await versionsOf('clang', 'ld.lld', 'qemu-user'),
      };
      await once(t, `modules-${target.name}`, inputs, async () => {
        await t.spawn(process.execPath, [bin, '--quiet', 'test', target.name, '--quick'], {}, target.name);
      });
    });
  }
}
