import { compareOverDirectory } from './trees.js';

/** `npm run bench -- glob`: patterns over a directory of 100,000 files. */
await compareOverDirectory({
  modules: ['glob'],
  source: 'glob.c',
  bounds: {
    ...Object.fromEntries(['*', '*, GLOB_NOSORT', '*9*9*'].map((name) => [name, "musl's malloc and free, once for each path that is found"])),
    'file-1234[5-7]': 'the kernel, which reads the directory: both sides are equal but for noise',
  },
  limits: { '*': 1, '*, GLOB_NOSORT': 1, '*9*9*': 1, 'file-1234[5-7]': 1, 'file-{1,2}000*, GLOB_BRACE': 1 },
});
