import { compare } from './sideBySide.js';

/** `npm run bench -- time`: strptime, and strftime without a limit, by formats that programs use. */
await compare({
  modules: ['time'],
  source: 'time.c',
  limits: { 'strptime %Y-%m-%dT%H:%M:%S%z': 1.1, 'strptime %a, %d %b %Y %T': 1.1 },
});
