import { cores, limiter } from '../run/pool.js';

/** Where every compiler and every test program of the suite waits for a core. */
export const slot = limiter(cores);

/** How many pieces of work are begun at once, each of which waits for its slot: some more than cores, as some only wait. */
export const together = cores + 1;
