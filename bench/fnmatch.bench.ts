import { compare } from './sideBySide.js';

/** `npm run bench -- fnmatch`: patterns that programs use. */
await compare({
  modules: ['fnmatch'],
  source: 'fnmatch.c',
  bounds: {
    ...Object.fromEntries(
      ['*.@(gz|xz|bz2)', '!(*.o|*.a)', '+([a-z]|-)*'].map((name) => [name, 'the automaton that each call makes of the pattern, so that no pattern takes exponential time (bench growth)']),
    ),
    '[a-z]*[!x].[[:alpha:]]*': "each place that a star tries reads the brackets anew, and musl's iswctype",
  },
  limits: {
    literal: 1.1,
    '*.gz': 1.1,
    '*a*e*.t*z': 1.1,
    '[a-z]*[!x].[[:alpha:]]*': 1.1,
    'usr/*/x*.h': 1.1,
    '*.@(gz|xz|bz2)': 1.1,
    '!(*.o|*.a)': 1.1,
    '+([a-z]|-)*': 1.1,
    '*.gz, UTF-8': 1.1,
    'FNM_CASEFOLD, UTF-8': 1.1,
  },
});
