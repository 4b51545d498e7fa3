/*
 * Waits with a clock of the caller's choice, on top of libc's waits for a time of CLOCK_REALTIME.
 * musl's waits measure how long it is until then and wait so long, whatever the clock does
 * meanwhile: so a time of one clock becomes one of the other without loss.
 */
#ifndef LWB_PTHREAD_DEADLINE_H
#define LWB_PTHREAD_DEADLINE_H

#include <time.h>

/* The clocks that glibc's functions take. */
static inline int is_waitable(clockid_t clock)
{
        return clock == CLOCK_REALTIME || clock == CLOCK_MONOTONIC;
}

static inline int is_valid(const struct timespec *at)
{
        return at->tv_nsec >= 0 && at->tv_nsec < 1000000000;
}

/* The time of clock `to` that is as far away as a valid time of clock `from`. */
struct timespec __lwb_time_of(clockid_t to, clockid_t from, const struct timespec *at);

/* Whether a time of a clock has come: a clock may have been set in the moment between two readings.
 */
int __lwb_is_past(clockid_t clock, const struct timespec *at);

#endif
