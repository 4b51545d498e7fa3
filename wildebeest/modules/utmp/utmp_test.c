/* Files of logins: their records, locks and names. */
#include <errno.h>
#include <fcntl.h>
#include <paths.h>
#include <sched.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <utmp.h>
#include <utmpx.h>

#include "tap.h"

static char file[] = "utmp_test.XXXXXX";

static long size_of(const char *name)
{
        struct stat status;

        return stat(name, &status) == 0 ? (long)status.st_size : -1;
}

static void layout(void)
{
#if defined(__aarch64__) || defined(__s390x__) || defined(__loongarch64)
        enum { SIZE = 400, TIME = 344, LASTLOG = 296 };
#else
        enum { SIZE = 384, TIME = 340, LASTLOG = 292 };
#endif
        is_int(sizeof(struct utmp), SIZE, "struct utmp: size");
        is_int(sizeof(struct utmpx), SIZE, "struct utmpx: size");
        is_int(sizeof(struct lastlog), LASTLOG, "struct lastlog: size");
        is_int(offsetof(struct utmp, ut_tv), TIME, "struct utmp: the time");
        is_int(offsetof(struct utmp, ut_user), 44, "struct utmp: the user");
        is_int(offsetof(struct utmp, ut_exit.e_exit), 334, "struct utmp: the status");
        is_str(_PATH_UTMP, "/var/run/utmp", "_PATH_UTMP: where others look");
        is_str(_PATH_WTMP, "/var/log/wtmp", "_PATH_WTMP: where others look");
        is_str(_PATH_LASTLOG, "/var/log/lastlog", "_PATH_LASTLOG: where others look");
        is_str(UTMP_FILE, _PATH_UTMP, "UTMP_FILE: is _PATH_UTMP");
}

static void appending(void)
{
        struct utmp entry = {.ut_type = USER_PROCESS, .ut_line = "pts/7"}, *found, room;
        int descriptor;

        require(truncate(file, 0) == 0);
        updwtmp("no/such/file", &entry);
        is_int(size_of("no/such/file"), -1, "updwtmp: makes no file");
        updwtmp(file, &entry);
        is_int(size_of(file), sizeof entry, "updwtmp: appends a record");
        require(truncate(file, (off_t)sizeof entry + 7) == 0);
        updwtmpx(file, (const struct utmpx *)&entry);
        is_int(size_of(file), 2 * sizeof entry, "updwtmpx: a part of a record is written over");
        require(truncate(file, (off_t)sizeof entry + 7) == 0);
        require(utmpname(file) == 0);
        setutent();
        ok(getutent_r(&room, &found) == 0 && found == &room && !strcmp(room.ut_line, "pts/7"),
           "getutent_r: a record");
        ok(getutent_r(&room, &found) == -1 && found == NULL, "getutent_r: a part is none");
        strcpy(entry.ut_id, "s/8");
        strcpy(entry.ut_line, "pts/8");
        ok(pututline(&entry) != NULL, "pututline: behind a part of a record");
        is_int(size_of(file), 2 * sizeof entry, "pututline: a part is written over");
        endutent();
        require(chmod(file, 0444) == 0);
        descriptor = open(file, O_RDWR);
        if (descriptor >= 0) {
                close(descriptor);
                note("this user may write everything");
        } else {
                setutent();
                errno = 0;
                ok(pututline(&entry) == NULL && errno == EACCES, "pututline: EACCES");
                endutent();
        }
        require(chmod(file, 0644) == 0);
}

/* A process that locks the file holds updwtmp up. */
static void locks(void)
{
        struct utmp entry = {.ut_type = USER_PROCESS};
        struct timespec begin, end, pause = {.tv_nsec = 300000000};
        struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
        int ready[2], status;
        char byte;
        pid_t child;

        require(pipe(ready) == 0);
        fflush(stdout);
        child = fork();
        require(child >= 0);
        if (child == 0) {
                int descriptor = open(file, O_RDWR);

                if (descriptor < 0 || fcntl(descriptor, F_SETLK, &lock) != 0 ||
                    write(ready[1], "", 1) != 1)
                        _exit(1);
                nanosleep(&pause, NULL);
                _exit(0);
        }
        require(read(ready[0], &byte, 1) == 1);
        clock_gettime(CLOCK_MONOTONIC, &begin);
        updwtmp(file, &entry);
        clock_gettime(CLOCK_MONOTONIC, &end);
        require(waitpid(child, &status, 0) == child && status == 0);
        ok((end.tv_sec - begin.tv_sec) * 1000 + (end.tv_nsec - begin.tv_nsec) / 1000000 >= 200,
           "updwtmp: waits for a lock");
        close(ready[0]);
        close(ready[1]);
}

static void copies(void)
{
        struct utmp entry = {.ut_type = BOOT_TIME, .ut_user = "reboot"}, back;
        struct utmpx extended;

        getutmpx(&entry, &extended);
        getutmp(&extended, &back);
        ok(extended.ut_type == BOOT_TIME && !memcmp(&back, &entry, sizeof back),
           "getutmp, getutmpx: copy");
        is_int(utmpxname("/dev/null"), 0, "utmpxname: returns 0");
        setutxent();
        ok(getutxent() == NULL, "getutxent: NULL where there is none");
        endutxent();
        is_int(utmpname("no/such/file"), 0, "utmpname: does not look");
        errno = 0;
        ok(pututline(&entry) == NULL && errno == ENOENT, "pututline: ENOENT");
}

static int write_file(const char *name, const char *text)
{
        int descriptor = open(name, O_WRONLY | O_CREAT, 0644);
        int good =
            descriptor >= 0 && write(descriptor, text, strlen(text)) == (ssize_t)strlen(text);

        close(descriptor);
        return good;
}

/* Empty folders /var/log and /run of one's own, of this process alone; false where they can't be
 * had. */
static int own_folders(void)
{
        char map[64];
        uid_t user = geteuid();

        if (unshare(CLONE_NEWNS) != 0) {
                if (unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
                        return 0;
                snprintf(map, sizeof map, "0 %u 1", (unsigned int)user);
                if (!write_file("/proc/self/uid_map", map))
                        return 0;
        }
        if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
            mount("none", "/var/log", "tmpfs", 0, NULL) != 0)
                return 0;
        if (mount("none", "/var/run/.", "tmpfs", 0, NULL) != 0)
                return 0;
        return write_file(_PATH_WTMP, "") && write_file(_PATH_UTMP, "");
}

/* login, logout and logwtmp write where the system has its files: in a child, with folders of its
 * own there. */
static int system_files(void)
{
        struct utmp entry = {.ut_id = "s/9", .ut_user = "someone", .ut_host = "elsewhere"}, got;
        int good = 0, descriptor;

        if (!own_folders())
                return 64;
        logwtmp("pts/9", "someone", "elsewhere");
        logwtmp("pts/9", "", "");
        descriptor = open(_PATH_WTMP, O_RDONLY);
        good += read(descriptor, &got, sizeof got) == sizeof got && got.ut_type == USER_PROCESS &&
                got.ut_pid == getpid() && !strcmp(got.ut_line, "pts/9") &&
                !strcmp(got.ut_user, "someone") && !strcmp(got.ut_host, "elsewhere") &&
                got.ut_tv.tv_sec > 1600000000;
        good +=
            2 * (read(descriptor, &got, sizeof got) == sizeof got && got.ut_type == DEAD_PROCESS);
        strcpy(entry.ut_line, "pts/9");
        entry.ut_type = USER_PROCESS;
        utmpname(_PATH_UTMP);
        pututline(&entry);
        good += 4 * (logout("pts/8") == 0);
        good += 8 * (logout("pts/9") == 1);
        utmpname(_PATH_UTMP);
        setutent();
        good += 16 * ((entry.ut_type = DEAD_PROCESS) &&
                      getutid_r(&entry, &got, &(struct utmp *){NULL}) == 0 &&
                      got.ut_type == DEAD_PROCESS && !*got.ut_user && !*got.ut_host &&
                      !strcmp(got.ut_line, "pts/9"));
        /* Without a terminal; glibc 2.36 leaves the line empty then. */
        for (int standard = 0; standard < 3; standard++)
                dup2(descriptor, standard);
        login(&entry);
        good +=
            32 * (read(descriptor, &got, sizeof got) == sizeof got && got.ut_type == USER_PROCESS &&
                  got.ut_pid == getpid() && (!strcmp(got.ut_line, "???") || !*got.ut_line) &&
                  !strcmp(got.ut_user, "someone"));
        return good;
}

static void own_system(void)
{
        int status;
        pid_t child;

        fflush(stdout);
        child = fork();
        require(child >= 0);
        if (child == 0)
                _exit(system_files());
        require(waitpid(child, &status, 0) == child && WIFEXITED(status));
        if (WEXITSTATUS(status) == 64)
                note("no /var/log of one's own here: login, logout and logwtmp are not tested");
        else
                is_int(WEXITSTATUS(status), 63, "login, logout, logwtmp: what they write");
}

int main(void)
{
        int descriptor = mkstemp(file);

        require(descriptor >= 0);
        close(descriptor);
        layout();
        appending();
        locks();
        copies();
        own_system();
        unlink(file);
        return done_testing();
}
