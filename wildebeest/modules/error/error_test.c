/* error and error_at_line: what they write where, and when they exit. */
#include <errno.h>
#include <error.h>
#include <fcntl.h>
#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>
#include <wchar.h>
#include "tap.h"

static char written[65536];
static int exit_status;

static void own_name(void)
{
        fputs("<own>", stderr);
}

/* What a function writes to stdout and stderr, which are one file, and how it exits: 77 if not. */
static const char *run(void (*function)(void))
{
        char name[] = "error-XXXXXX";
        int file = mkstemp(name);
        int status;
        ssize_t n;
        pid_t pid;

        require(file >= 0 && !unlink(name));
        fflush(NULL);
        pid = fork();
        require(pid >= 0);
        if (!pid) {
                if (dup2(file, 1) < 0 || dup2(file, 2) < 0)
                        _exit(99);
                program_invocation_name = (char *)"dir/program";
                function();
                fflush(stdout);
                _exit(77);
        }
        require(waitpid(pid, &status, 0) == pid);
        exit_status = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
        n = pread(file, written, sizeof written - 1, 0);
        require(n >= 0);
        written[n] = '\0';
        close(file);
        return written;
}

static void plain(void)
{
        printf("before\n");
        error(0, 0, "a %s %d", "message", 1);
        error(0, ENOENT, "%s", "x");
        error(0, ENOTTY, "text");
        error(0, 4711, "number");
        error(0, -1, "negative");
        printf("%u messages\n", error_message_count);
}

static void exits(void)
{
        printf("unflushed\n");
        error(3, 0, "the end");
}

static void exits_256(void)
{
        error(256, 0, "the end");
}

static void with_lines(void)
{
        error_at_line(0, 0, "file", 12, "m%d", 1);
        error_at_line(0, EACCES, "file", 12, "m%d", 2);
        error_at_line(0, 0, NULL, 12, "m%d", 3);
        error_at_line(0, 0, "", 0, "m%d", 4);
        error_at_line(0, 0, "f", 2147483647, "m%d", 5);
        printf("%u messages\n", error_message_count);
}

static void named(void)
{
        error_print_progname = own_name;
        error(0, 0, "a");
        error_at_line(0, 0, "f", 1, "b");
        error_at_line(0, 0, NULL, 1, "c");
}

static void once(void)
{
        char one[] = "file", two[] = "file";
        /* glibc's header takes it that a constant status exits. */
        volatile int status = 5;

        error_at_line(0, 0, one, 1, "before it is set");
        error_one_per_line = 1;
        error_at_line(0, 0, one, 1, "first");
        error_at_line(0, 0, one, 1, "again");
        error_at_line(0, 0, two, 1, "again, another string");
        error_at_line(status, 0, two, 1, "again, and no exit");
        error_at_line(0, 0, one, 2, "another line");
        error(0, 0, "no line");
        error_at_line(0, 0, one, 2, "again, behind one without a line");
        error_at_line(0, 0, "other", 2, "another file");
        error_at_line(0, 0, NULL, 2, "no file");
        error_at_line(0, 0, NULL, 2, "no file again");
        error_at_line(0, 0, one, 2, "back");
        error_one_per_line = 0;
        error_at_line(0, 0, one, 3, "not noted");
        error_one_per_line = 1;
        error_at_line(0, 0, one, 2, "noted before");
        error_at_line(0, 0, one, 3, "three");
        printf("%u messages\n", error_message_count);
        error_at_line(6, 0, one, 4, "exits");
}

static void zero_line(void)
{
        error_one_per_line = 1;
        error_at_line(0, 0, NULL, 0, "a first one without file and line");
        error_at_line(0, 0, NULL, 0, "a second one");
}

static void closed_stdout(void)
{
        close(1);
        error(0, 0, "still said");
}

/* Cancelled before it calls: the message is whole, and the cancellation comes after. */
static void *cancelled(void *unused)
{
        int state;

        (void)unused;
        pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &state);
        pthread_cancel(pthread_self());
        pthread_setcancelstate(state, NULL);
        error(0, 0, "whole");
        pthread_testcancel();
        return (void *)1;
}

static void cancellation(void)
{
        pthread_t id;
        void *result;

        if (pthread_create(&id, NULL, cancelled, NULL) || pthread_join(id, &result))
                _exit(99);
        printf("%s\n", result == PTHREAD_CANCELED ? "cancelled" : "not cancelled");
}

int main(void)
{
        is_int(error_message_count, 0, "error_message_count: 0 at first");
        is_int(error_one_per_line, 0, "error_one_per_line: 0 at first");
        ok(!error_print_progname, "error_print_progname: null at first");
        is_str(run(plain),
               "before\ndir/program: a message 1\ndir/program: x: No such file or directory\n"
               "dir/program: text: Inappropriate ioctl for device\n"
               "dir/program: number: Unknown error 4711\ndir/program: negative: Unknown error -1\n"
               "5 messages\n",
               "error: messages");
        is_int(exit_status, 77, "error: status 0 does not exit");
        is_str(run(exits), "unflushed\ndir/program: the end\n", "error: the last message");
        is_int(exit_status, 3, "error: exits with its status");
        run(exits_256);
        is_int(exit_status, 0, "error: a status of which nothing is left");
        is_str(run(with_lines),
               "dir/program:file:12: m1\ndir/program:file:12: m2: Permission denied\n"
               "dir/program: m3\ndir/program::0: m4\ndir/program:f:2147483647: m5\n5 messages\n",
               "error_at_line: messages");
        is_str(run(named), "<own>a\n<own>f:1: b\n<own> c\n", "error_print_progname: is called");
        is_str(run(once),
               "dir/program:file:1: before it is set\ndir/program:file:1: first\n"
               "dir/program:file:2: another line\ndir/program: no line\n"
               "dir/program:other:2: another file\ndir/program: no file\n"
               "dir/program:file:2: back\ndir/program:file:3: not noted\n"
               "dir/program:file:3: three\n9 messages\ndir/program:file:4: exits\n",
               "error_one_per_line: messages");
        is_int(exit_status, 6, "error_at_line: exits");
        is_str(run(zero_line), "", "error_one_per_line: neither file nor line");
        is_str(run(closed_stdout), "dir/program: still said\n", "error: stdout is closed");
        is_str(run(cancellation), "dir/program: whole\ncancelled\n",
               "error: is no cancellation point");
        return done_testing();
}
