#include <errno.h>
#include <pthread.h>
#include "deadline.h"

/**
 * Locks for reading as pthread_rwlock_timedrdlock does, until a time of CLOCK_REALTIME or
 * CLOCK_MONOTONIC. 0, ETIMEDOUT, EINVAL for another clock or an invalid time, EAGAIN, EDEADLK. See
 * POSIX.1-2024.
 */
int pthread_rwlock_clockrdlock(pthread_rwlock_t *restrict lock, clockid_t clock,
                               const struct timespec *restrict at)
{
        struct timespec real;
        int error;

        if (!is_waitable(clock) || !is_valid(at))
                return EINVAL;
        do {
                real = __lwb_time_of(CLOCK_REALTIME, clock, at);
                error = pthread_rwlock_timedrdlock(lock, &real);
        } while (error == ETIMEDOUT && !__lwb_is_past(clock, at));
        return error;
}
