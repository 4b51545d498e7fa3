/* A pattern with groups as an automaton; those of `!(…)` are automata of their own. */
#ifndef LWB_FNMATCH_EXTENDED_H
#define LWB_FNMATCH_EXTENDED_H

#include "match.h"

enum kind {
        CHARACTER, /* takes `c` */
        ANY,       /* takes any character: `?` */
        BRACKET,   /* takes what the bracket expression at `at` matches */
        STAR,      /* takes any number of characters */
        NEVER,     /* matches nothing: a backslash at the end */
        GO,        /* goes on at `next` */
        SPLIT,     /* goes on at `next` and at `other` */
        NOT,       /* takes any characters that program `other` does not match */
        END        /* its program has matched */
};

#define NOWHERE UINT32_MAX

struct state {
        uint8_t kind;
        uint32_t c;
        uint32_t next, other;
        const char *at;
};

struct automaton {
        struct state *states;
        uint32_t states_count;
        /* Where programs start: that of the whole pattern, and of each `!(…)` behind what it is in.
         */
        uint32_t *programs;
        uint32_t programs_count;
        const char *end; /* of the pattern */
};

/* How many states, programs and a pattern may have at most. */
static inline size_t most_states(size_t length)
{
        return 2 * length + 2;
}

static inline size_t most_programs(size_t length)
{
        return length / 3 + 1;
}

/* A group whose end has not been reached. */
struct open_group {
        char operator;
        uint32_t first;   /* what leads to the alternatives */
        uint32_t last;    /* what leads to the last one so far */
        uint32_t leavers; /* the ends of alternatives, linked by `next` */
        uint32_t not ;    /* the NOT, or NOWHERE */
        size_t escaped;   /* parentheses that an escaped operator has opened */
};

/* Makes the automaton of a pattern; `groups` has room for most_programs of its length. */
void __lwb_fnmatch_compile(const struct subject *subject, const char *pattern,
                           struct automaton *automaton, struct open_group *groups);

#endif
