import { compareOverTree } from './trees.js';

/** `npm run bench -- fts`: walks over 200,000 files. */
await compareOverTree({
  modules: ['fts'],
  source: 'fts.c',
  limits: { FTS_PHYSICAL: 1, 'FTS_PHYSICAL, sorted': 1, FTS_NOCHDIR: 1, FTS_LOGICAL: 1, FTS_NOSTAT: 1 },
});
