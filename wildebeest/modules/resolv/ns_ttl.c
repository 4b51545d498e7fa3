#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include "state.h"

static const struct {
        char letter;
        unsigned seconds;
} units[] = {{'w', 604800}, {'d', 86400}, {'h', 3600}, {'m', 60}, {'s', 1}};

enum { UNITS = sizeof units / sizeof *units };

/** Writes seconds as weeks to seconds, `1h1m`; a single unit in upper case, `1H`. Its length, or -1
 * when `room` is too small. */
int ns_format_ttl(unsigned long seconds, char *text, size_t room)
{
        char all[UNITS * 24];
        size_t used = 0;
        int parts = 0;

        for (size_t i = 0; i < UNITS; i++) {
                unsigned long count = seconds / units[i].seconds;

                seconds %= units[i].seconds;
                if (count == 0 && (i + 1 < UNITS || parts > 0))
                        continue;
                parts++;
                used += (size_t)snprintf(all + used, sizeof all - used, "%lu%c", count,
                                         units[i].letter);
        }
        if (used >= room)
                return -1;
        if (parts == 1)
                all[used - 1] = (char)(all[used - 1] - 32);
        memcpy(text, all, used + 1);
        return (int)used;
}

/** Reads what ns_format_ttl writes, or a number of seconds alone. 0, or -1 with EINVAL. */
int ns_parse_ttl(const char *text, unsigned long *seconds)
{
        unsigned long total = 0;
        unsigned long count = 0;
        bool digits = false;
        bool unit = false;

        for (; *text; text++) {
                size_t i = 0;

                if (*text >= '0' && *text <= '9') {
                        unsigned long digit = (unsigned long)(*text - '0');

                        if (count > (ULONG_MAX - digit) / 10)
                                goto bad;
                        count = count * 10 + digit;
                        digits = true;
                        continue;
                }
                while (i < UNITS && (*text | 32) != units[i].letter)
                        i++;
                if (!digits || i == UNITS || count > (ULONG_MAX - total) / units[i].seconds)
                        goto bad;
                total += count * units[i].seconds;
                count = 0;
                digits = false;
                unit = true;
        }
        if (digits == unit)
                goto bad;
        *seconds = unit ? total : count;
        return 0;
bad:
        errno = EINVAL;
        return -1;
}
