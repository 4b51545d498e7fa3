import { compare } from './sideBySide.js';

/** `npm run bench -- ucontext`: switches between contexts; the kernel's part, one system call for the signal mask, is both's. */
await compare({ modules: ['ucontext'], source: 'ucontext.c', limits: { swapcontext: 1, 'getcontext + setcontext': 1 } });
