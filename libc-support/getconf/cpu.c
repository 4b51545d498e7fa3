#include <stdlib.h>
#include <unistd.h>

#include "getconf.h"

/** Counts what a list such as `0-3,8` names; -1 where it is none. */
static intmax_t count_list(const char *list)
{
        intmax_t count = 0;
        for (;;) {
                char *end;
                if (*list < '0' || *list > '9')
                        return -1;
                long first = strtol(list, &end, 10), last = first;
                if (*end == '-') {
                        list = end + 1;
                        if (*list < '0' || *list > '9')
                                return -1;
                        last = strtol(list, &end, 10);
                }
                if (last < first || last > 1 << 24)
                        return -1;
                count += last - first + 1;
                if (*end == '\0')
                        return count;
                if (*end != ',')
                        return -1;
                list = end + 1;
        }
}

intmax_t processors_configured(void)
{
        char line[4096];
        intmax_t count = -1;
        if (read_line(GETCONF_SYSFS "/possible", line, sizeof line) == 0)
                count = count_list(line);
        return count > 0 ? count : sysconf(_SC_NPROCESSORS_CONF);
}
