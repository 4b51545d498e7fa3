import path from 'node:path';
import t from 'tap';
import { projectRoot } from '../ts/run/root.js';

const bin = path.join(projectRoot(), 'dist', 'ts', 'bin.js');

// Each module in every link flavour, on glibc, and with sanitizers and fuzzers; one subtest a module.
t.spawn(process.execPath, [bin, '--quiet', 'test', 'x86_64'], {}, 'C tests of every module on x86_64');
