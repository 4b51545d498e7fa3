import { compareOverTree } from './trees.js';

/** `npm run bench -- nftw`: walks over 200,000 files. */
await compareOverTree({
  modules: ['ftw'],
  source: 'nftw.c',
  limits: { FTW_PHYS: 1, 'FTW_PHYS | FTW_DEPTH': 1, 'FTW_PHYS | FTW_CHDIR': 1, 'following links': 1 },
});
