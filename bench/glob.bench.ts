import { compareOverDirectory } from './trees.js';

/** `npm run bench -- glob`: patterns over a directory of 100,000 files. */
await compareOverDirectory({
  modules: ['glob'],
  source: 'glob.c',
  limits: { '*': 1, '*, GLOB_NOSORT': 1, '*9*9*': 1, 'file-1234[5-7]': 1, 'file-{1,2}000*, GLOB_BRACE': 1 },
});
