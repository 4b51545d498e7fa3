import { compare } from './sideBySide.js';

/** `npm run bench -- backtrace`: backtraces of calls 30 deep, and what their addresses are called. */
await compare({ modules: ['execinfo'], source: 'backtrace.c', limits: { 'backtrace, 30 calls': 1.1, 'backtrace, 1 call': 1.1, backtrace_symbols: 1.1 } });
