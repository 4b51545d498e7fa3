/* What tzset says of zones with and without daylight saving time. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "tap.h"

int main(void)
{
        static const struct {
                const char *zone, *standard, *daylight;
        } zones[] = {
            {"UTC0", "UTC", "UTC"},    {"EST5EDT", "EST", "EDT"},
            {"<+03>-3", "+03", "+03"}, {"CET-1CEST,M3.5.0,M10.5.0/3", "CET", "CEST"},
            {"EST5", "EST", "EST"},    {":", "UTC", "UTC"},
            {"JST-9", "JST", "JST"},
        };

        for (size_t i = 0; i < sizeof zones / sizeof *zones; i++) {
                setenv("TZ", zones[i].zone, 1);
                tzset();
                is_str(tzname[0], zones[i].standard, "tzset: standard time of %s", zones[i].zone);
                is_str(tzname[1], zones[i].daylight, "tzset: daylight saving time of %s",
                       zones[i].zone);
        }
        setenv("TZ", "NZST-12NZDT,M9.5.0,M4.1.0/3", 1);
        tzset();
        tzset();
        is_str(tzname[1], "NZDT", "tzset: again");
        unsetenv("TZ");
        return done_testing();
}
