#include <string.h>
#include <sys/timex.h>

/**
 * The time of the kernel's clock, its greatest and its estimated error in microseconds, and the
 * seconds that TAI is ahead of UTC; the rest of `value` becomes 0. The state of the clock (TIME_OK,
 * …, TIME_ERROR), or -1 and an errno of adjtimex. See ntp_gettime(3).
 */
int ntp_gettimex(struct ntptimeval *value)
{
        struct timex state = {0};
        int result = adjtimex(&state);

        memset(value, 0, sizeof *value);
        value->time = state.time;
        value->maxerror = state.maxerror;
        value->esterror = state.esterror;
        value->tai = state.tai;
        return result;
}
