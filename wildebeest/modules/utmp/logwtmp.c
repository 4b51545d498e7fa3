/*
 * glibc: logwtmp appends a login or logout to the file of all logins.
 * musl:  has no such function.
 * here:  as glibc.
 * see:   updwtmp(3).
 */
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#include "record.h"

/** Appends to _PATH_WTMP that `user` logged in on `line` from `host`, or out where `user` is empty.
 */
void logwtmp(const char *line, const char *user, const char *host)
{
        struct utmp entry = {.ut_pid = getpid(), .ut_type = *user ? USER_PROCESS : DEAD_PROCESS};
        struct timeval now;

        strncpy(entry.ut_line, line, sizeof entry.ut_line);
        strncpy(entry.ut_user, user, sizeof entry.ut_user);
        strncpy(entry.ut_host, host, sizeof entry.ut_host);
        gettimeofday(&now, NULL);
        entry.ut_tv.tv_sec = (__typeof__(entry.ut_tv.tv_sec))now.tv_sec;
        entry.ut_tv.tv_usec = (__typeof__(entry.ut_tv.tv_usec))now.tv_usec;
        updwtmp(_PATH_WTMP, &entry);
}
