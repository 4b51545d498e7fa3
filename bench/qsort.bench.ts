import { compare } from './sideBySide.js';

const own = "musl's own qsort_r (since 1.2.3), which the module leaves alone: a smoothsort in place, without memory";

/** `npm run bench -- qsort`: 1,000,000 elements. */
await compare({
  modules: ['stdlib'],
  source: 'qsort.c',
  limits: { numbers: 1.1, 'records of 32 bytes': 1.1, 'sorted numbers': 1.1 },
  bounds: { "libc's own, numbers": own, "libc's own, records of 32 bytes": own },
});
