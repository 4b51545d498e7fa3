import { compare } from './sideBySide.js';

/**
 * `npm run bench -- growth`: hostile patterns of growing size. fnmatch's time here is at most the square of the pattern's length
 * times the string's; the words of braces are as many as the pattern says, here and in glibc.
 */
await compare({ modules: ['fnmatch', 'glob'], source: 'growth.c', limits: {}, rounds: 3 });
