/*
 * glibc: login and logout note in the files of logins that someone comes and goes.
 * musl:  has neither.
 * here:  as glibc.
 * see:   login(3).
 */
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#include "record.h"

static void set_time(struct utmp *entry)
{
        struct timeval now;

        gettimeofday(&now, NULL);
        entry->ut_tv.tv_sec = (__typeof__(entry->ut_tv.tv_sec))now.tv_sec;
        entry->ut_tv.tv_usec = (__typeof__(entry->ut_tv.tv_usec))now.tv_usec;
}

/* The name below /dev of the terminal that is standard input, output or error; false where none is.
 */
static bool own_terminal(char *line, size_t size)
{
        char path[64 + 5];

        for (int descriptor = 0; descriptor < 3; descriptor++) {
                const char *name = path;

                if (ttyname_r(descriptor, path, sizeof path) != 0)
                        continue;
                if (!strncmp(name, "/dev/", 5))
                        name += 5;
                strncpy(line, name, size);
                return true;
        }
        return false;
}

/** Notes *entry, with this process and its terminal, in _PATH_UTMP (where there is a terminal) and
 * _PATH_WTMP. */
void login(const struct utmp *entry)
{
        struct utmp copy = *entry;

        copy.ut_type = USER_PROCESS;
        copy.ut_pid = getpid();
        if (own_terminal(copy.ut_line, sizeof copy.ut_line)) {
                if (utmpname(_PATH_UTMP) == 0) {
                        setutent();
                        pututline(&copy);
                        endutent();
                }
        } else {
                strncpy(copy.ut_line, "???", sizeof copy.ut_line);
        }
        updwtmp(_PATH_WTMP, &copy);
}

/** Notes in _PATH_UTMP that the login on `line` ended. 1, or 0 where there is none or it can't be
 * stored. */
int logout(const char *line)
{
        struct utmp entry = {.ut_type = USER_PROCESS}, *found;
        int stored = 0;

        if (utmpname(_PATH_UTMP) != 0)
                return 0;
        setutent();
        strncpy(entry.ut_line, line, sizeof entry.ut_line);
        if (getutline_r(&entry, &entry, &found) == 0) {
                memset(entry.ut_user, 0, sizeof entry.ut_user);
                memset(entry.ut_host, 0, sizeof entry.ut_host);
                entry.ut_type = DEAD_PROCESS;
                set_time(&entry);
                stored = pututline(&entry) != NULL;
        }
        endutent();
        return stored;
}
