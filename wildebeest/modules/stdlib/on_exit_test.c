/* on_exit beside atexit; each case ends a child, whose handlers write to a pipe. */
#include <errno.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
#include "oom.h"
#include "tap.h"

static int out;

static void say(const char *text)
{
        if (write(out, text, strlen(text)) < 0)
                _exit(99);
}

static void tell(int status, void *argument)
{
        char line[64];

        snprintf(line, sizeof line, "%s=%d ", (const char *)argument, status);
        say(line);
}

static void plain(void)
{
        say("atexit ");
}

static void nested(int status, void *argument)
{
        tell(status, argument);
        if (on_exit(tell, "late"))
                say("failed ");
}

static void order(void)
{
        if (on_exit(tell, "first") || atexit(plain) || on_exit(tell, "second") ||
            on_exit(tell, "third"))
                say("failed ");
        exit(3);
}

static void registers_late(void)
{
        if (on_exit(tell, "first") || on_exit(nested, "second"))
                say("failed ");
        exit(257);
}

static void many(void)
{
        for (int i = 0; i < 1000; i++)
                if (on_exit(tell, i % 2 ? "b" : "a"))
                        say("failed ");
        exit(0);
}

static void leaves_at_once(void)
{
        if (on_exit(tell, "first"))
                say("failed ");
        _exit(5);
}

static void twice(void)
{
        if (on_exit(tell, "same") || on_exit(tell, "same"))
                say("failed ");
        exit(-1);
}

/* Runs a case in a child; what its handlers wrote. */
static char *output_of(void (*body)(void), int *status)
{
        static char text[16384];
        size_t length = 0;
        ssize_t n;
        int ends[2];

        require(pipe(ends) == 0);
        fflush(stdout);
        switch (fork()) {
        case -1:
                require(!"fork");
        case 0:
                close(ends[0]);
                out = ends[1];
                body();
                _exit(98);
        }
        close(ends[1]);
        while ((n = read(ends[0], text + length, sizeof text - 1 - length)) > 0)
                length += (size_t)n;
        close(ends[0]);
        text[length] = '\0';
        require(wait(status) > 0);
        *status = WIFEXITED(*status) ? WEXITSTATUS(*status) : -1;
        return text;
}

static void ignored(int status, void *argument)
{
        (void)status;
        (void)argument;
}

int main(void)
{
        char expected[4097] = "";
        int status;

        is_str(output_of(order, &status), "third=3 second=3 atexit first=3 ",
               "on_exit: in one order with atexit, with the status");
        is_int(status, 3, "on_exit: leaves the status");
        is_str(output_of(registers_late, &status), "second=257 late=257 first=257 ",
               "on_exit: one registered by another runs next");
        is_int(status, 1, "on_exit: the whole status was told");
        for (int i = 0; i < 500; i++)
                strcat(expected, "b=0 a=0 ");
        is_str(output_of(many, &status), expected, "on_exit: a thousand of them");
        is_str(output_of(leaves_at_once, &status), "", "on_exit: not with _exit");
        is_int(status, 5, "on_exit: _exit's status");
        is_str(output_of(twice, &status), "same=-1 same=-1 ", "on_exit: the same twice");

        for (long n = 0; oom_try(n); n++) {
                int failed;

                errno = 0;
                failed = on_exit(ignored, NULL);
                if (oom_end())
                        ok(failed == -1 && errno == ENOMEM, "on_exit: ENOMEM, allocation %ld", n);
                else
                        is_int(failed, 0, "on_exit: after %ld allocations", n);
        }
        return done_testing();
}
