import { compare } from './sideBySide.js';

/** `npm run bench -- time`: strptime and strftime by formats that programs use. */
await compare({
  modules: ['time'],
  source: 'time.c',
  limits: { 'strptime %Y-%m-%dT%H:%M:%S%z': 1.1, 'strptime %a, %d %b %Y %T': 1.1, 'strftime %a, %d %b %Y %T': 1.1, 'strftime %-d %^B %Y': 1.1 },
});
