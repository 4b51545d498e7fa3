#include "deadline.h"

#define SECOND 1000000000L

struct timespec __lwb_time_of(clockid_t to, clockid_t from, const struct timespec *at)
{
        struct timespec now, time;

        if (to == from)
                return *at;
        clock_gettime(from, &now);
        clock_gettime(to, &time);
        /* Nobody waits that long; and sums must not overflow. */
        if (at->tv_sec > now.tv_sec && at->tv_sec - now.tv_sec > (time_t)1 << 40)
                time.tv_sec += (time_t)1 << 40;
        else if (at->tv_sec < 0)
                time.tv_sec -= now.tv_sec + 1;
        else
                time.tv_sec += at->tv_sec - now.tv_sec;
        time.tv_nsec += at->tv_nsec - now.tv_nsec;
        if (time.tv_nsec < 0) {
                time.tv_nsec += SECOND;
                time.tv_sec--;
        } else if (time.tv_nsec >= SECOND) {
                time.tv_nsec -= SECOND;
                time.tv_sec++;
        }
        return time;
}

int __lwb_is_past(clockid_t clock, const struct timespec *at)
{
        struct timespec now;

        clock_gettime(clock, &now);
        return now.tv_sec > at->tv_sec || (now.tv_sec == at->tv_sec && now.tv_nsec >= at->tv_nsec);
}
