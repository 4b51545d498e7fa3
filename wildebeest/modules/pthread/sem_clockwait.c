#include <errno.h>
#include <semaphore.h>
#include "deadline.h"

/**
 * Takes one from a semaphore as sem_timedwait does, until a time of CLOCK_REALTIME or
 * CLOCK_MONOTONIC. 0, or -1: ETIMEDOUT, EINTR, EINVAL for another clock or an invalid time. See
 * POSIX.1-2024.
 */
int sem_clockwait(sem_t *restrict semaphore, clockid_t clock, const struct timespec *restrict at)
{
        struct timespec real;
        int result;

        if (!is_waitable(clock) || !is_valid(at)) {
                errno = EINVAL;
                return -1;
        }
        do {
                real = __lwb_time_of(CLOCK_REALTIME, clock, at);
                result = sem_timedwait(semaphore, &real);
        } while (result && errno == ETIMEDOUT && !__lwb_is_past(clock, at));
        return result;
}
