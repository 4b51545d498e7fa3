/* Times read and written by usual formats. */
#include <stdlib.h>

#include "timing.h"

int main(void)
{
        char text[64];
        struct tm tm = {.tm_mday = 1};

        MEASURE("strptime %Y-%m-%dT%H:%M:%S%z", 200000, strptime("2026-11-22T09:30:00+0100", "%Y-%m-%dT%H:%M:%S%z", &tm));
        MEASURE("strptime %a, %d %b %Y %T", 200000, strptime("Sun, 22 Nov 2026 09:30:00", "%a, %d %b %Y %T", &tm));
        MEASURE("strftime %a, %d %b %Y %T", 200000, strftime(text, sizeof text, "%a, %d %b %Y %T", &tm));
        MEASURE("strftime %-d %^B %Y", 200000, strftime(text, sizeof text, "%-d %^B %Y", &tm));
        return 0;
}
