#include <sys/timex.h>

/** adjtimex under its name of the NTP kernel interface. See adjtimex(2). */
int ntp_adjtime(struct timex *state)
{
        return adjtimex(state);
}
