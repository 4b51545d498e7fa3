#include <errno.h>
#include <pthread.h>
#include "deadline.h"

/**
 * Waits for the end of a thread until a time of CLOCK_REALTIME or CLOCK_MONOTONIC, null: for ever;
 * stores its result where not null. 0, ETIMEDOUT, EINVAL for another clock or an invalid time,
 * EDEADLK for the thread itself. See the GNU C Library manual.
 */
int pthread_clockjoin_np(pthread_t thread, void **result, clockid_t clock,
                         const struct timespec *at)
{
        struct timespec real;
        int error;

        if (!is_waitable(clock) || (at && !is_valid(at)))
                return EINVAL;
        if (pthread_equal(thread, pthread_self()))
                return EDEADLK;
        if (!at)
                return pthread_join(thread, result);
        do {
                real = __lwb_time_of(CLOCK_REALTIME, clock, at);
                error = pthread_timedjoin_np(thread, result, &real);
        } while (error == ETIMEDOUT && !__lwb_is_past(clock, at));
        return error;
}
