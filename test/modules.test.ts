import path from 'node:path';
import t from 'tap';
import { projectRoot } from '../ts/run/root.js';
import { hostTarget, loadTarget, targetNames } from '../ts/targets/target.js';

const bin = path.join(projectRoot(), 'dist', 'ts', 'bin.js');
const host = (await hostTarget()).name;
const targets = (await Promise.all((await targetNames()).map(loadTarget))).filter((target) => target.tier === 'ci');

// This machine's own target in every link flavour, on glibc, and with sanitizers and fuzzers; the others in two. One subtest a module.
for (const { name } of targets) {
  t.spawn(process.execPath, [bin, '--quiet', 'test', name, ...(name === host ? [] : ['--quick'])], {}, `C tests of every module on ${name}`);
}
