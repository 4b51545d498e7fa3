#include <errno.h>
#include <pthread.h>
#include "deadline.h"

/**
 * Locks a mutex as pthread_mutex_timedlock does, until a time of CLOCK_REALTIME or CLOCK_MONOTONIC.
 * 0, ETIMEDOUT, EINVAL for another clock, or, where it has to wait, for an invalid time; EDEADLK,
 * EAGAIN, EOWNERDEAD, … of the mutex. See POSIX.1-2024.
 */
int pthread_mutex_clocklock(pthread_mutex_t *restrict mutex, clockid_t clock,
                            const struct timespec *restrict at)
{
        struct timespec real;
        int error;

        if (!is_waitable(clock))
                return EINVAL;
        error = pthread_mutex_trylock(mutex);
        if (error != EBUSY)
                return error;
        if (!is_valid(at))
                return EINVAL;
        do {
                real = __lwb_time_of(CLOCK_REALTIME, clock, at);
                error = pthread_mutex_timedlock(mutex, &real);
        } while (error == ETIMEDOUT && !__lwb_is_past(clock, at));
        return error;
}
