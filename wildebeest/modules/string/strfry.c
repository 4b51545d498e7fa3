/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  a Fisher-Yates shuffle, seeded by the kernel.
 * see:   strfry(3).
 */
#include <errno.h>
#include <stdint.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* A number below the bound, from Marsaglia's xorshift64. */
static uint64_t below(uint64_t *state, uint64_t bound)
{
        uint64_t limit = UINT64_MAX - UINT64_MAX % bound;

        do {
                *state ^= *state << 13;
                *state ^= *state >> 7;
                *state ^= *state << 17;
        } while (*state > limit);
        return (*state - 1) % bound;
}

/** Shuffles the bytes of a string; returns it. */
char *strfry(char *string)
{
        size_t n = strlen(string);
        uint64_t state;
        int saved = errno;

        if (getentropy(&state, sizeof state)) {
                struct timespec now;

                clock_gettime(CLOCK_MONOTONIC, &now);
                state = (uint64_t)now.tv_nsec << 32 ^ (uint64_t)now.tv_sec;
                errno = saved;
        }
        state |= state == 0;
        for (; n > 1; n--) {
                size_t other = (size_t)below(&state, n);
                char last = string[n - 1];

                string[n - 1] = string[other];
                string[other] = last;
        }
        return string;
}
