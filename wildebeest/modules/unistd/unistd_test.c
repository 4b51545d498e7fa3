/* What musl's <unistd.h> lacks: close_range, closefrom, execveat, group_member. */
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include "filter.h"
#include "oom.h"
#include "tap.h"

#define SKIPPED 77

/* What a check returns in a child: 0, the line that failed, or SKIPPED. */
static int in_child(int (*check)(void))
{
        int status;
        pid_t child;

        fflush(stdout);
        child = fork();
        require(child >= 0);
        if (!child)
                _exit(check());
        require(waitpid(child, &status, 0) == child);
        return WIFEXITED(status) ? WEXITSTATUS(status) : 256 + WTERMSIG(status);
}

#define expect(condition)                                                                          \
        do {                                                                                       \
                if (!(condition))                                                                  \
                        return __LINE__ % 255 == SKIPPED ? 1 : __LINE__ % 255;                     \
        } while (0)

static void child_point(int (*check)(void), const char *description)
{
        int result = in_child(check);

        if (result == SKIPPED)
                skip(description, "no seccomp filter here");
        else
                is_int(result, 0, "%s", description);
}

static int is_open(int fd)
{
        return fcntl(fd, F_GETFD) >= 0;
}

static int no_close_range(void)
{
        return close_range(1, 0, 0) < 0 && errno == ENOSYS;
}

static int closes_range(void)
{
        if (no_close_range())
                return SKIPPED;
        for (int fd = 40; fd < 50; fd++)
                expect(dup2(1, fd) == fd);
        expect(close_range(42, 44, 0) == 0);
        expect(is_open(41) && !is_open(42) && !is_open(44) && is_open(45));
        expect(close_range(45, 46, CLOSE_RANGE_CLOEXEC) == 0);
        expect(fcntl(45, F_GETFD) == FD_CLOEXEC && fcntl(46, F_GETFD) == FD_CLOEXEC);
        expect(fcntl(47, F_GETFD) == 0);
        expect(close_range(48, ~0U, CLOSE_RANGE_UNSHARE) == 0);
        expect(is_open(47) && !is_open(48) && !is_open(49));
        return 0;
}

static int refuses_range(void)
{
        if (no_close_range())
                return SKIPPED;
        errno = 0;
        expect(close_range(5, 4, 0) == -1 && errno == EINVAL);
        errno = 0;
        expect(close_range(5, 6, 1 << 20) == -1 && errno == EINVAL);
        return 0;
}

static int closes_from(void)
{
        for (int fd = 40; fd < 300; fd++)
                expect(dup2(1, fd) == fd);
        errno = EXDEV;
        closefrom(42);
#ifndef __GLIBC__
        expect(errno == EXDEV);
#endif
        expect(is_open(40) && is_open(41));
        for (int fd = 42; fd < 300; fd++)
                expect(!is_open(fd));
        closefrom(42);
        expect(is_open(41));
        return 0;
}

static int closes_from_list(void)
{
        if (!filter(SYS_close_range, ENOSYS))
                return SKIPPED;
        return closes_from();
}

static int closes_filtered(void)
{
        if (!filter(SYS_close_range, EPERM))
                return SKIPPED;
        return closes_from();
}

#ifndef __GLIBC__
/* glibc ends the program here. */
static int closes_without_proc(void)
{
        struct rlimit limit = {512, 512};

        expect(!setrlimit(RLIMIT_NOFILE, &limit));
        if (!filter(SYS_close_range, ENOSYS) || !filter(SYS_openat, EACCES))
                return SKIPPED;
#ifdef SYS_open
        expect(filter(SYS_open, EACCES));
#endif
        return closes_from();
}
#endif

static int closes_with_none_free(void)
{
        struct rlimit limit = {64, 64};
        int fd;

        if (!filter(SYS_close_range, ENOSYS))
                return SKIPPED;
        expect(!setrlimit(RLIMIT_NOFILE, &limit));
        while ((fd = dup(1)) >= 0)
                ;
        expect(is_open(63));
        closefrom(10);
        expect(is_open(9));
        for (fd = 10; fd < 64; fd++)
                expect(!is_open(fd));
        return 0;
}

static int closes_all(void)
{
        closefrom(-1);
        for (int fd = 0; fd < 64; fd++)
                expect(!is_open(fd));
        return 0;
}

static int runs_at(void)
{
        char *const argv[] = {"sh", "-c", "exit $V", NULL};
        char *const envp[] = {"V=5", NULL};
        int bin = open("/bin", O_PATH | O_DIRECTORY | O_CLOEXEC);

        expect(bin >= 0);
        errno = 0;
        expect(execveat(bin, "no such program", argv, envp, 0) == -1);
        if (errno == ENOSYS)
                return SKIPPED;
        expect(errno == ENOENT);
        errno = 0;
        expect(execveat(bin, "sh", argv, envp, 1 << 30) == -1 && errno == EINVAL);
        execveat(bin, "sh", argv, envp, 0);
        return 1;
}

static int runs_descriptor(void)
{
        char *const argv[] = {"sh", "-c", "exit $V", NULL};
        char *const envp[] = {"V=5", NULL};
        int shell = open("/bin/sh", O_PATH | O_CLOEXEC);

        expect(shell >= 0);
        execveat(shell, "", argv, envp, AT_EMPTY_PATH);
        return errno == ENOSYS ? SKIPPED : 1;
}

static void test_execveat(void)
{
        int result = in_child(runs_at);

        if (result == SKIPPED)
                skip("execveat: a program of a directory", "no execveat here");
        else
                is_int(result, 5, "execveat: a program of a directory");
        result = in_child(runs_descriptor);
        if (result == SKIPPED)
                skip("execveat: a descriptor", "no execveat here");
        else
                is_int(result, 5, "execveat: a descriptor");
}

/* With 100 groups, more than a first guess at their number. */
static int counts_many(void)
{
        gid_t groups[100];

        for (int i = 0; i < 100; i++)
                groups[i] = (gid_t)(5000 + i);
        if (setgroups(100, groups))
                return SKIPPED;
        expect(!setresgid(4000, 4001, 4002));
        for (int i = 0; i < 100; i++)
                expect(group_member((gid_t)(5000 + i)));
        expect(!group_member(4999) && !group_member(5100));
        expect(!group_member(4000) && !group_member(4001) && !group_member(4002));
        expect(!setgroups(0, NULL));
        expect(!group_member(5000) && !group_member(4001));
        return 0;
}

/* The same without memory for them. */
static int lacks_memory(void)
{
        gid_t groups[100];

        for (int i = 0; i < 100; i++)
                groups[i] = (gid_t)(5000 + i);
        if (setgroups(100, groups))
                return SKIPPED;
        for (long n = 0; oom_try(n); n++) {
                int found;

                errno = 0;
                found = group_member(5099);
                if (oom_end())
                        expect(!found && errno == ENOMEM);
                else
                        expect(found);
        }
        return 0;
}

static void test_group_member(void)
{
        int count = getgroups(0, NULL);
        gid_t *groups = malloc((size_t)(count + 1) * sizeof *groups);
        gid_t other = 0;
        int all = 1;
        int result;

        require(count >= 0 && groups);
        require(getgroups(count, groups) == count);
        for (int i = 0; i < count; i++)
                all = all && group_member(groups[i]);
        ok(all, "group_member: the groups of the process");
        for (int i = 0; i < count; i++)
                if (groups[i] == other) {
                        other++;
                        i = -1;
                }
        ok(!group_member(other), "group_member: another group");
        free(groups);
        result = in_child(counts_many);
        if (result == SKIPPED)
                skip("group_member: many groups", "needs root");
        else
                is_int(result, 0, "group_member: many groups");
        result = in_child(lacks_memory);
        if (result == SKIPPED)
                skip("group_member: no memory", "needs root");
        else
                is_int(result, 0, "group_member: no memory");
}

int main(void)
{
        child_point(closes_range, "close_range: closes, marks, unshares");
        child_point(refuses_range, "close_range: EINVAL");
        child_point(closes_from, "closefrom: closes the rest");
        child_point(closes_from_list, "closefrom: without close_range");
        child_point(closes_filtered, "closefrom: with EPERM for close_range");
#ifndef __GLIBC__
        child_point(closes_without_proc, "closefrom: without close_range and /proc");
#endif
        child_point(closes_with_none_free, "closefrom: without close_range and a free descriptor");
        child_point(closes_all, "closefrom: a negative descriptor is 0");
        test_execveat();
        test_group_member();
        return done_testing();
}
