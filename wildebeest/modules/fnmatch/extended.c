/*
 * Matching with groups: the automaton of the pattern is in several states at once, so that time
 * grows with the lengths of pattern and string, not with the choices. For `!(…)` a thread runs
 * from each place where it was reached; such threads are shared by all that reached it there.
 */
#include <errno.h>
#include <string.h>
#include "extended.h"

#define WORD_BITS 64
#define ALIGNMENT 16
#define LOCAL_SIZE 8192 /* for patterns that people write, without an allocation */
#define MOST_LENGTH (UINT32_MAX / 256)

/* The places where a thread has reached one `!(…)`, as bits. */
struct reached {
        struct reached *next;
        uint32_t state;
        uint64_t places[];
};

/* A program that has run from one place on. */
struct thread {
        uint32_t *states; /* those that take a character */
        uint32_t count, size;
        struct reached *reached;
        size_t place;
};

struct threads {
        struct thread *v;
        size_t count, size;
        uint64_t *matched; /* bits: the program matches from that place up to here */
        bool wanted;       /* from here */
        bool empty;        /* it matches nothing at all, here */
};

struct run {
        const struct subject *subject;
        struct automaton automaton;
        struct threads *threads; /* of each program */
        size_t words;            /* of a set of places */
        uint32_t *marks, mark;   /* the states that were seen in this step */
        uint32_t *stack;
        uint32_t *next; /* the states after the step */
        uint32_t next_count;
        bool ended;
        bool failed; /* no memory */
};

/* The set of places for a `!(…)` in a thread; null without memory. */
static struct reached *reached_set(struct run *run, struct thread *thread, uint32_t state)
{
        struct reached *set = thread->reached;

        while (set && set->state != state)
                set = set->next;
        if (set)
                return set;
        set = calloc(1, sizeof *set + run->words * sizeof *set->places);
        if (!set) {
                run->failed = true;
                return NULL;
        }
        set->state = state;
        set->next = thread->reached;
        thread->reached = set;
        return set;
}

static void push(struct run *run, uint32_t state, size_t *depth)
{
        if (state != NOWHERE && run->marks[state] != run->mark) {
                run->marks[state] = run->mark;
                run->stack[(*depth)++] = state;
        }
}

/*
 * Adds to the next states what is reached from one at `s` without a character. Without a thread
 * only what is found, in `ended`, counts.
 */
static void reach(struct run *run, struct thread *thread, uint32_t state, const char *s)
{
        size_t place = (size_t)(s - run->subject->string);
        size_t depth = 0;

        push(run, state, &depth);
        while (depth) {
                uint32_t n = run->stack[--depth];
                const struct state *at = &run->automaton.states[n];
                struct reached *set;

                switch ((enum kind)at->kind) {
                case CHARACTER:
                case ANY:
                case BRACKET:
                        run->next[run->next_count++] = n;
                        break;
                case STAR:
                        if (leads(run->subject, s))
                                break;
                        run->next[run->next_count++] = n;
                        push(run, at->next, &depth);
                        break;
                case SPLIT:
                        push(run, at->other, &depth);
                        push(run, at->next, &depth);
                        break;
                case GO:
                        push(run, at->next, &depth);
                        break;
                case NOT:
                        if (thread) {
                                set = reached_set(run, thread, n);
                                if (!set)
                                        return;
                                set->places[place / WORD_BITS] |= UINT64_C(1) << place % WORD_BITS;
                                run->threads[at->other].wanted = true;
                        }
                        if (!run->threads[at->other].empty)
                                push(run, at->next, &depth);
                        break;
                case END:
                        run->ended = true;
                        break;
                case NEVER:
                        break;
                }
        }
}

static void begin_step(struct run *run)
{
        if (!++run->mark) {
                memset(run->marks, 0, run->automaton.states_count * sizeof *run->marks);
                run->mark = 1;
        }
        run->next_count = 0;
        run->ended = false;
}

/* Keeps what a step of a thread has found. */
static void end_step(struct run *run, struct threads *threads, struct thread *thread)
{
        uint64_t bit = UINT64_C(1) << thread->place % WORD_BITS;
        uint64_t *word = &threads->matched[thread->place / WORD_BITS];

        if (run->next_count > thread->size) {
                uint32_t *states = realloc(thread->states, run->next_count * sizeof *states);

                if (!states) {
                        run->failed = true;
                        return;
                }
                thread->states = states;
                thread->size = run->next_count;
        }
        if (run->next_count)
                memcpy(thread->states, run->next, run->next_count * sizeof *run->next);
        thread->count = run->next_count;
        *word = run->ended ? *word | bit : *word & ~bit;
}

static bool takes(const struct run *run, const struct state *state, uint32_t c, const char *s)
{
        const struct subject *subject = run->subject;
        const char *after;

        switch ((enum kind)state->kind) {
        case CHARACTER:
                return folded(subject, c) == state->c;
        case ANY:
                return !barred(subject, s);
        case BRACKET:
                return !barred(subject, s) &&
                       __lwb_fnmatch_bracket(subject, state->at, run->automaton.end, c, &after) ==
                           BRACKET_YES;
        case STAR:
                return c != '/' || !(subject->flags & FNM_PATHNAME);
        default:
                return false;
        }
}

/* One character, at `s` and `length` bytes long, for one thread. */
static void step(struct run *run, struct threads *threads, struct thread *thread, uint32_t c,
                 const char *s, size_t length)
{
        size_t place = (size_t)(s + length - run->subject->string);
        size_t word = place / WORD_BITS;
        uint64_t bit = UINT64_C(1) << place % WORD_BITS;

        begin_step(run);
        for (uint32_t i = 0; i < thread->count; i++) {
                uint32_t n = thread->states[i];
                const struct state *state = &run->automaton.states[n];

                if (takes(run, state, c, s))
                        reach(run, thread, state->kind == STAR ? n : state->next, s + length);
        }
        /* What is reached in this step is put before the others, or has its own place. */
        for (struct reached *set = thread->reached; set; set = set->next) {
                const struct state *state = &run->automaton.states[set->state];
                const uint64_t *matched = run->threads[state->other].matched;
                uint64_t unmatched = 0;

                for (size_t i = 0; i < run->words; i++)
                        unmatched |=
                            set->places[i] & ~matched[i] & (i == word ? ~bit : ~UINT64_C(0));
                if (unmatched)
                        reach(run, thread, state->next, s + length);
        }
        end_step(run, threads, thread);
}

/* Lets a program run from `s` on, too. */
static void start(struct run *run, uint32_t program, const char *s)
{
        struct threads *threads = &run->threads[program];
        struct thread *thread;

        if (threads->count == threads->size) {
                size_t size = threads->size ? 2 * threads->size : 4;
                struct thread *v = reallocarray(threads->v, size, sizeof *v);

                if (!v) {
                        run->failed = true;
                        return;
                }
                threads->v = v;
                threads->size = size;
        }
        thread = &threads->v[threads->count++];
        *thread = (struct thread){.place = (size_t)(s - run->subject->string)};
        begin_step(run);
        reach(run, thread, run->automaton.programs[program], s);
        end_step(run, threads, thread);
}

/* Finds out which programs match nothing at all, at `s`; inner ones first. */
static void find_empty(struct run *run, const char *s)
{
        for (uint32_t i = run->automaton.programs_count; i-- > 0;) {
                begin_step(run);
                reach(run, NULL, run->automaton.programs[i], s);
                run->threads[i].empty = run->ended;
        }
}

/* Starts what was reached at `s`; outer ones first, as they reach inner ones. */
static void start_wanted(struct run *run, const char *s)
{
        for (uint32_t i = 0; i < run->automaton.programs_count && !run->failed; i++) {
                if (run->threads[i].wanted)
                        start(run, i, s);
                run->threads[i].wanted = false;
        }
}

static int simulate(struct run *run)
{
        const struct subject *subject = run->subject;
        const struct threads *whole = &run->threads[0];
        bool inner = run->automaton.programs_count > 1;
        bool led = leads(subject, subject->string);

        if (inner)
                find_empty(run, subject->string);
        run->threads[0].wanted = true;
        start_wanted(run, subject->string);
        for (const char *s = subject->string; !run->failed;) {
                size_t length;
                uint32_t c;

                if (!*s || (*s == '/' && subject->flags & FNM_LEADING_DIR)) {
                        if (whole->matched[0] & 1)
                                return 0;
                        if (!*s)
                                return FNM_NOMATCH;
                }
                if (!whole->v->count && !whole->v->reached)
                        return FNM_NOMATCH;
                c = character(subject, s, &length);
                if (inner && leads(subject, s + length) != led) {
                        led = !led;
                        find_empty(run, s + length);
                }
                for (uint32_t i = run->automaton.programs_count; i-- > 0;) {
                        for (size_t j = 0; j < run->threads[i].count && !run->failed; j++)
                                step(run, &run->threads[i], &run->threads[i].v[j], c, s, length);
                }
                s += length;
                if (inner)
                        start_wanted(run, s);
        }
        errno = ENOMEM;
        return -1;
}

/* All that is reached from a state without a character, as bits; where no period leads. */
static uint64_t reached_from(const struct automaton *automaton, uint32_t state)
{
        uint64_t seen = UINT64_C(1) << state, todo = seen, found = 0;

        while (todo) {
                uint32_t n = (uint32_t)__builtin_ctzll(todo);
                const struct state *at = &automaton->states[n];
                uint64_t more = 0;

                todo &= todo - 1;
                if (at->kind == GO || at->kind == SPLIT || at->kind == STAR)
                        more |= UINT64_C(1) << at->next;
                if (at->kind == SPLIT && at->other != NOWHERE)
                        more |= UINT64_C(1) << at->other;
                if (at->kind != GO && at->kind != SPLIT && at->kind != NEVER)
                        found |= UINT64_C(1) << n;
                todo |= more & ~seen;
                seen |= more;
        }
        return found;
}

/* Whether a short pattern without `!(…)` may be matched by bits: no period leads in the string. */
static bool fits_in_bits(const struct run *run)
{
        const struct subject *subject = run->subject;

        if (run->automaton.states_count > 64 || run->automaton.programs_count > 1)
                return false;
        return !(subject->flags & FNM_PERIOD) ||
               (*subject->string != '.' &&
                !(subject->flags & FNM_PATHNAME && strstr(subject->string, "/.")));
}

/* The same as `simulate`, with the states of the one thread as bits. */
static int match_by_bits(const struct run *run)
{
        const struct subject *subject = run->subject;
        const struct automaton *automaton = &run->automaton;
        const uint64_t end = UINT64_C(1) << (automaton->states_count - 1);
        uint64_t reached[64], known = 0, now = reached_from(automaton, 0);
        uint64_t last_star = 0;

        /* A star that nothing follows matches whatever comes. */
        if (automaton->states_count > 1 &&
            automaton->states[automaton->states_count - 2].kind == STAR &&
            !(subject->flags & FNM_PATHNAME))
                last_star = end >> 1;
        for (const char *s = subject->string;;) {
                uint64_t next = 0;
                size_t length;
                uint32_t c;

                if (now & last_star)
                        return 0;
                if (!*s || (*s == '/' && subject->flags & FNM_LEADING_DIR)) {
                        if (now & end)
                                return 0;
                        if (!*s)
                                return FNM_NOMATCH;
                }
                c = character(subject, s, &length);
                for (now &= ~end; now; now &= now - 1) {
                        uint32_t n = (uint32_t)__builtin_ctzll(now);
                        const struct state *state = &automaton->states[n];
                        uint64_t bit = UINT64_C(1) << n;

                        if (!takes(run, state, c, s))
                                continue;
                        if (!(known & bit)) {
                                known |= bit;
                                reached[n] =
                                    reached_from(automaton, state->kind == STAR ? n : state->next);
                        }
                        next |= reached[n];
                }
                if (!next)
                        return FNM_NOMATCH;
                now = next;
                s += length;
        }
}

static void free_threads(struct threads *threads)
{
        for (size_t i = 0; i < threads->count; i++) {
                while (threads->v[i].reached) {
                        struct reached *set = threads->v[i].reached;

                        threads->v[i].reached = set->next;
                        free(set);
                }
                free(threads->v[i].states);
        }
        free(threads->v);
}

/* Room for an array in a block; counts alone where there is no block yet. */
static void *room(char *block, size_t *used, size_t n, size_t size)
{
        size_t start = *used;

        *used += (n * size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        return block ? block + start : NULL;
}

/* Lays out all that a run needs from the beginning; the bytes that it takes. */
static size_t lay_out(struct run *run, struct open_group **groups, size_t length, char *block)
{
        size_t states = most_states(length), programs = most_programs(length);
        size_t used = 0;

        run->automaton.states = room(block, &used, states, sizeof *run->automaton.states);
        run->automaton.programs = room(block, &used, programs, sizeof *run->automaton.programs);
        run->marks = room(block, &used, states, sizeof *run->marks);
        run->stack = room(block, &used, states, sizeof *run->stack);
        run->next = room(block, &used, states, sizeof *run->next);
        run->threads = room(block, &used, programs, sizeof *run->threads);
        *groups = room(block, &used, programs, sizeof **groups);
        return used;
}

int __lwb_fnmatch_extended(const struct subject *subject, const char *pattern, const char *end)
{
        _Alignas(ALIGNMENT) char local[LOCAL_SIZE];
        size_t length = (size_t)(end - pattern), programs;
        struct run run = {.subject = subject, .automaton.end = end};
        struct open_group *groups;
        char *block = local;
        uint64_t *matched;
        int result = -1;

        if (length > MOST_LENGTH) {
                errno = ENOMEM;
                return -1;
        }
        if (lay_out(&run, &groups, length, NULL) > sizeof local)
                block = malloc(lay_out(&run, &groups, length, NULL));
        if (!block)
                return -1;
        lay_out(&run, &groups, length, block);
        __lwb_fnmatch_compile(subject, pattern, &run.automaton, groups);
        if (fits_in_bits(&run)) {
                result = match_by_bits(&run);
                if (block != local)
                        free(block);
                return result;
        }
        programs = run.automaton.programs_count;
        memset(run.marks, 0, run.automaton.states_count * sizeof *run.marks);
        memset(run.threads, 0, programs * sizeof *run.threads);
        run.words = strlen(subject->string) / WORD_BITS + 1;
        matched = calloc(programs * run.words, sizeof *matched);
        if (matched) {
                for (size_t i = 0; i < programs; i++)
                        run.threads[i].matched = matched + i * run.words;
                result = simulate(&run);
                for (size_t i = 0; i < programs; i++)
                        free_threads(&run.threads[i]);
                free(matched);
        }
        if (block != local)
                free(block);
        return result;
}
