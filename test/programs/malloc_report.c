/* Where LLVM's Scudo reports a misused heap, whatever a program has made of its file 2. */
#include <errno.h>
#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include "tap.h"

static const char report[] = "Scudo ERROR: invalid chunk state when deallocating";

/* Out of the optimizer's sight. */
static void *volatile hidden;

/* In a static program alone: libc.so does not export it. */
extern char __malloc_report[] __attribute__((weak));

static int kept[2];

/* The text that is left for a debugger goes to a pipe. An emulator says a word of its own where the signal ends a program. */
static void aborted(int number)
{
        (void)number;
        if (__malloc_report && write(kept[1], __malloc_report, strlen(__malloc_report)) < 0)
                _exit(1);
        _exit(77);
}

/* What can be read until the end, which for a terminal is an error. */
static void read_all(int file, char *text, size_t size)
{
        size_t length = 0;
        ssize_t n;

        while (length < size - 1 && ((n = read(file, text + length, size - 1 - length)) > 0 || (n < 0 && errno == EINTR)))
                length += n > 0 ? (size_t)n : 0;
        text[length] = '\0';
}

/* Frees a block twice on a terminal of its own, with `written` as file 2, or none; returns what the terminal showed. */
static const char *misuse(const char *name, int written)
{
        static char shown[1000], text[1000];
        int terminal, status;
        pid_t child;

        require(pipe(kept) == 0);
        child = forkpty(&terminal, NULL, NULL, NULL);
        require(child >= 0);
        if (child == 0) {
                signal(SIGABRT, aborted);
                signal(SIGPIPE, SIG_DFL);
                close(kept[0]);
                if (written < 0)
                        close(2);
                else if (written != 2)
                        dup2(written, 2);
                hidden = malloc(40);
                free(hidden);
                free(hidden);
                _exit(0);
        }
        close(kept[1]);
        read_all(terminal, shown, sizeof shown);
        read_all(kept[0], text, sizeof text);
        close(terminal);
        close(kept[0]);
        require(waitpid(child, &status, 0) == child);
        ok(WIFEXITED(status) && WEXITSTATUS(status) == 77, "file 2 is %s: aborts", name);
        if (__malloc_report)
                ok(strncmp(text, report, strlen(report)) == 0, "file 2 is %s: the text is kept for a debugger", name);
        return shown;
}

static void on_terminal(const char *name, int written)
{
        const char *shown = misuse(name, written);

        if (!ok(strstr(shown, report) != NULL, "file 2 is %s: the report is on the terminal", name))
                note("%s", shown);
        if (written > 2)
                close(written);
}

/* The report is in a file of the program's own that is a log, and in no other. */
static void test_file(const char *name, int flags, int is_log)
{
        char path[] = "/tmp/wildebeest-report-XXXXXX", text[1000] = "";
        int made = mkstemp(path), file;
        const char *shown;

        require(made >= 0 && write(made, "data", 4) == 4);
        require((file = open(path, O_RDWR | flags)) >= 0);
        shown = misuse(name, file);
        require(lseek(made, 0, SEEK_SET) == 0);
        read_all(made, text, sizeof text);
        unlink(path);
        if (is_log)
                ok(strstr(text, report) != NULL, "file 2 is %s: the report is in it", name);
        else
                is_str(text, "data", "file 2 is %s: it stays as it was", name);
        ok((strstr(shown, report) == NULL) == is_log, "file 2 is %s: the report is %son the terminal", name, is_log ? "not " : "");
        close(made);
        close(file);
}

static void test_socket(void)
{
        char text[1000];
        int ends[2];

        require(socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0);
        on_terminal("a connection", ends[1]);
        read_all(ends[0], text, sizeof text);
        is_str(text, "", "file 2 is a connection: nothing comes through it");
        close(ends[0]);
}

static void test_pipe(void)
{
        char text[1000];
        int ends[2];
        const char *shown;

        require(pipe(ends) == 0);
        shown = misuse("a pipe", ends[1]);
        close(ends[1]);
        read_all(ends[0], text, sizeof text);
        ok(strstr(text, report) != NULL && strstr(shown, report) == NULL, "file 2 is a pipe: the report is in it");
        close(ends[0]);
        require(pipe(ends) == 0);
        close(ends[0]);
        on_terminal("a pipe that nobody reads", ends[1]);
}

int main(void)
{
        /* What file 2 is now is what the program was given, and is written to whatever it is. */
        free(malloc(1));
        on_terminal("a terminal", 2);
        on_terminal("closed", -1);
        on_terminal("open for reading alone", open("/dev/null", O_RDONLY));
        on_terminal("/dev/null", open("/dev/null", O_RDWR));
        test_file("a file of data", 0, 0);
        test_file("a log", O_APPEND, 1);
        test_socket();
        test_pipe();
        return done_testing();
}
