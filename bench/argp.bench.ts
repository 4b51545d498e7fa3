import { compare } from './sideBySide.js';

/** `npm run bench -- argp`: what the start of a program costs that has a dozen options. */
await compare({ modules: ['argp'], source: 'argp.c', limits: { 'argp_parse, 2 arguments': 1.1, 'argp_parse, 13 arguments': 1.1 } });
