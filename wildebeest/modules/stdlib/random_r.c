/*
 * glibc: has the family: random and its relatives with the state in a buffer of the caller's.
 * musl:  lacks it, and its random gives other numbers.
 * here:  the additive feedback generator of 4.3BSD with the numbers that glibc's gives.
 * see:   random_r(3), random(3); GNU C Library manual, "BSD Random Number Functions".
 */
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/*
 * x^degree + x^separation + 1, and how many bytes of state choose it; the first one is a linear
 * congruential generator. The state's first word says which it is, and where in the rest it stands.
 */
static const struct {
        size_t bytes;
        int degree;
        int separation;
} generators[] = {{8, 0, 0}, {32, 7, 3}, {64, 15, 1}, {128, 31, 3}, {256, 63, 1}};
enum {
        GENERATORS = sizeof generators / sizeof *generators,
        /* Park and Miller's minimal standard generator, by Schrage's division. */
        MULTIPLIER = 16807,
        MODULUS = 2147483647,
        QUOTIENT = MODULUS / MULTIPLIER,
        REMAINDER = MODULUS % MULTIPLIER,
};

/* The caller's memory is only aligned as char is. */
static uint32_t get(const void *word)
{
        uint32_t value;

        memcpy(&value, word, sizeof value);
        return value;
}

static void put(void *word, uint32_t value)
{
        memcpy(word, &value, sizeof value);
}

/* glibc's header promises the compiler that the pointers are not null, its manual page EINVAL. */
static bool any_null(const void *a, const void *b)
{
        return !a || !b;
}

static int invalid(void)
{
        errno = EINVAL;
        return -1;
}

/* Has the generator of that kind stand at that place of a state, whose first word is left out. */
static void resume(struct random_data *buffer, int32_t *state, int kind, int place)
{
        int degree = generators[kind].degree;

        buffer->state = state;
        buffer->rand_type = kind;
        buffer->rand_deg = degree;
        buffer->rand_sep = generators[kind].separation;
        buffer->end_ptr = state + degree;
        buffer->rptr = state + place;
        buffer->fptr = state + (degree ? (place + buffer->rand_sep) % degree : 0);
}

/* Notes before the state where the generator stands, for a later setstate_r. */
static void suspend(struct random_data *buffer)
{
        uint32_t place = (uint32_t)(buffer->rptr - buffer->state);

        put(buffer->state - 1, place * GENERATORS + (uint32_t)buffer->rand_type);
}

static int32_t *next(const struct random_data *buffer, int32_t *word)
{
        return word + 1 == buffer->end_ptr ? buffer->state : word + 1;
}

/** The next number, from [0, 2^31); -1 with EINVAL for null pointers and a buffer without state. */
int random_r(struct random_data *restrict buffer, int32_t *restrict result)
{
        uint32_t value;

        if (any_null(buffer, result) || !buffer->state)
                return invalid();
        if (buffer->rand_type == 0) {
                value = (get(buffer->state) * 1103515245u + 12345u) & 0x7fffffff;
                put(buffer->state, value);
                *result = (int32_t)value;
                return 0;
        }
        value = get(buffer->fptr) + get(buffer->rptr);
        put(buffer->fptr, value);
        buffer->fptr = next(buffer, buffer->fptr);
        buffer->rptr = next(buffer, buffer->rptr);
        *result = (int32_t)(value >> 1);
        return 0;
}

/** Starts the state over from a seed, for which 0 means 1; -1 with EINVAL without a state. */
int srandom_r(unsigned seed, struct random_data *buffer)
{
        int32_t word = (int32_t)(seed ? seed : 1), unused;

        if (any_null(buffer, buffer) || !buffer->state)
                return invalid();
        resume(buffer, buffer->state, buffer->rand_type, 0);
        put(buffer->state, (uint32_t)word);
        for (int i = 1; i < buffer->rand_deg; i++) {
                word = MULTIPLIER * (word % QUOTIENT) - REMAINDER * (word / QUOTIENT);
                if (word < 0)
                        word += MODULUS;
                put(buffer->state + i, (uint32_t)word);
        }
        for (int i = 0; i < 10 * buffer->rand_deg; i++)
                random_r(buffer, &unused);
        return 0;
}

/**
 * Gives the buffer a state of `length` bytes and a seed, after the state that it had was brought up
 * to date; `buffer->state` must be null or valid. -1 with EINVAL below 8 bytes.
 */
int initstate_r(unsigned seed, char *restrict state, size_t length,
                struct random_data *restrict buffer)
{
        int kind = GENERATORS - 1;

        if (any_null(buffer, state) || length < generators[0].bytes)
                return invalid();
        if (buffer->state)
                suspend(buffer);
        while (length < generators[kind].bytes)
                kind--;
        resume(buffer, (int32_t *)(void *)state + 1, kind, 0);
        srandom_r(seed, buffer);
        suspend(buffer);
        return 0;
}

/** Goes on with a state that initstate_r made; -1 with EINVAL when it is none. */
int setstate_r(char *restrict state, struct random_data *restrict buffer)
{
        uint32_t word, place;
        int kind;

        if (any_null(buffer, state))
                return invalid();
        /* First, as the new state may be the present one. */
        if (buffer->state)
                suspend(buffer);
        memcpy(&word, state, sizeof word);
        kind = (int)(word % GENERATORS);
        place = word / GENERATORS;
        if (place && place >= (uint32_t)generators[kind].degree)
                return invalid();
        resume(buffer, (int32_t *)(void *)state + 1, kind, (int)place);
        return 0;
}
