/*
 * glibc: has it since 2.30, POSIX since 2024.
 * musl:  lacks it; a condition variable has its clock from pthread_condattr_setclock.
 * here:  that clock is of no account; a wait that ends early by a clock that was set ends without
 * ETIMEDOUT. see:   POSIX.1-2024.
 */
#include <errno.h>
#include <pthread.h>
#include "deadline.h"

/* The clock of a condition variable; musl has it in the fifth int, and libc has no function that
 * tells. */
static clockid_t clock_of(const pthread_cond_t *condition)
{
#ifdef __GLIBC__
        return condition->__data.__wrefs & 2 ? CLOCK_MONOTONIC : CLOCK_REALTIME;
#else
        _Static_assert(sizeof(pthread_cond_t) == 48, "musl's condition variable has changed");
        return condition->__u.__i[4];
#endif
}

/**
 * Waits for a condition as pthread_cond_timedwait does, until a time of CLOCK_REALTIME or
 * CLOCK_MONOTONIC. 0, ETIMEDOUT, EINVAL for another clock or an invalid time, EPERM where the mutex
 * is not the thread's.
 */
int pthread_cond_clockwait(pthread_cond_t *restrict condition, pthread_mutex_t *restrict mutex,
                           clockid_t clock, const struct timespec *restrict at)
{
        struct timespec other;
        int error;

        if (!is_waitable(clock) || !is_valid(at))
                return EINVAL;
        other = clock == clock_of(condition) ? *at : __lwb_time_of(clock_of(condition), clock, at);
        error = pthread_cond_timedwait(condition, mutex, &other);
        return error == ETIMEDOUT && !__lwb_is_past(clock, at) ? 0 : error;
}
