/*
 * glibc: tzname[1] is the name of standard time, too, where the zone never has daylight saving
 * time. musl:  leaves it empty. here:  as glibc. see:   tzset(3).
 */
#include <time.h>
#include "../../shared/libc_own.h"

LIBC_OWN(tzset);
void __lwb_tzset(void);

/** tzset(3): both names of `tzname` are set. */
void __lwb_tzset(void)
{
        libc_own_tzset();
        if (*tzname[1] == '\0')
                tzname[1] = tzname[0];
}
