/* %m of the functions that print, in glibc's words. */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <syslog.h>
#include <unistd.h>
#include "oom.h"
#include "tap.h"

static const struct {
        int error;
        const char *name;
        const char *text;
} errors[] = {
#define ERROR(name, text) {name, #name, text},
#include "../errtext/errors.h"
};

static char room[700];

/* Formats that no compiler looks at. */
static int print(const char *format, ...)
{
        va_list arguments;
        int result;

        va_start(arguments, format);
        result = vsnprintf(room, sizeof room, format, arguments);
        va_end(arguments);
        return result;
}

static void test_every_error(void)
{
        size_t same = 0, named = 0;

        for (size_t i = 0; i < sizeof errors / sizeof *errors; i++) {
                errno = errors[i].error;
                print("%m");
                if (strcmp(room, errors[i].text))
                        note("%s: \"%s\"", errors[i].name, room);
                else
                        same++;
                errno = errors[i].error;
                print("%#m");
                named += !strcmp(room, errors[i].name);
        }
        is_int(same, sizeof errors / sizeof *errors, "printf: %%m of every error");
        is_int(named, sizeof errors / sizeof *errors, "printf: %%#m of every error");
}

/* What glibc 2.36 wrote. */
static void test_conversions(void)
{
        static const struct {
                int error;
                const char *format, *expected;
        } cases[] = {
            {ERANGE, "%m", "Numerical result out of range"},
            {ERANGE, "<%5m>", "<Numerical result out of range>"},
            {ERANGE, "%35m|", "      Numerical result out of range|"},
            {ERANGE, "%-35m|", "Numerical result out of range      |"},
            {ERANGE, "%035m|", "      Numerical result out of range|"},
            {ERANGE, "% -'35m|", "Numerical result out of range      |"},
            {ERANGE, "%.3m|", "Num|"},
            {ERANGE, "%10.4m|", "      Nume|"},
            {ERANGE, "%-10.4m|", "Nume      |"},
            {ERANGE, "%.m%.0m|", "|"},
            {ERANGE, "%lm%hhm%jm|",
             "Numerical result out of rangeNumerical result out of range"
             "Numerical result out of range|"},
            {ERANGE, "%1$35m|", "      Numerical result out of range|"},
            {ERANGE, "%%m %m %%%m%%",
             "%m Numerical result out of range %Numerical result out of range%"},
            {ERANGE, "%#m %#10m|%-#10m|%#.3m", "ERANGE     ERANGE|ERANGE    |ERA"},
            {0, "%m %#m", "Success 0"},
            {4711, "%m %20m %#m", "Unknown error 4711   Unknown error 4711 4711"},
            {-3, "%m %.9m %#.1m", "Unknown error -3 Unknown e -3"},
        };

        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
                int length;

                errno = cases[i].error;
                length = print(cases[i].format);
                is_str(room, cases[i].expected, "printf: %d, %s", cases[i].error, cases[i].format);
                is_int(length, (long long)strlen(cases[i].expected), "printf: the length, %d, %s",
                       cases[i].error, cases[i].format);
        }
        errno = ERANGE;
        print("%s %m %d", "%m", 7);
        is_str(room, "%m Numerical result out of range 7", "printf: %%m among others");
        errno = ERANGE;
        print("%2$s %m %1$d", 7, "%m");
        is_str(room, "%m Numerical result out of range 7", "printf: %%m among numbered ones");
        errno = ERANGE;
        is_int(print("%600m"), 600, "printf: %%m wider than our room");
        is_str(room + 600 - 29, "Numerical result out of range", "printf: %%m at its right end");
        errno = ERANGE;
        ok(print("%2147483647m ") < 0 && errno == EOVERFLOW, "printf: EOVERFLOW, width");
        errno = ERANGE;
        ok(print("%2147483640m%m") < 0 && errno == EOVERFLOW, "printf: EOVERFLOW, length");
}

#define WRITES(function, call)                                                                     \
        do {                                                                                       \
                *room = '\0';                                                                      \
                errno = ERANGE;                                                                    \
                call;                                                                              \
                is_str(room, "4 Numerical result out of range", function);                         \
        } while (0)

static void by_va_list(int which, void *to, const char *format, ...)
{
        va_list arguments;

        va_start(arguments, format);
        switch (which) {
        case 0:
                vsprintf(to, format, arguments);
                break;
        case 1:
                vfprintf(to, format, arguments);
                break;
        case 2:
                is_int(vasprintf(to, format, arguments), 31, "vasprintf: the length");
                break;
        case 3:
                vdprintf(*(int *)to, format, arguments);
                break;
        case 4:
                vprintf(format, arguments);
                break;
        }
        va_end(arguments);
}

/* What a file descriptor holds from its start, in `room`; then it is empty again. */
static void take(int file)
{
        ssize_t length = pread(file, room, sizeof room - 1, 0);

        room[length > 0 ? length : 0] = '\0';
        require(!ftruncate(file, 0) && !lseek(file, 0, SEEK_SET));
}

static void test_functions(void)
{
        int file = memfd_create("printf-m", MFD_CLOEXEC), standard;
        FILE *stream = fdopen(dup(file), "w");
        char *text = NULL;

        require(file >= 0 && stream);
        WRITES("sprintf", sprintf(room, "%d %m", 4));
        WRITES("vsprintf", by_va_list(0, room, "%d %m", 4));
        WRITES("snprintf", snprintf(room, sizeof room, "%d %m", 4));
        WRITES("fprintf", (fprintf(stream, "%d %m", 4), fflush(stream), take(file)));
        WRITES("vfprintf", (by_va_list(1, stream, "%d %m", 4), fflush(stream), take(file)));
        WRITES("asprintf", (asprintf(&text, "%d %m", 4), strcpy(room, text), free(text)));
        WRITES("vasprintf", (by_va_list(2, &text, "%d %m", 4), strcpy(room, text), free(text)));
        WRITES("dprintf", (dprintf(file, "%d %m", 4), take(file)));
        WRITES("vdprintf", (by_va_list(3, &file, "%d %m", 4), take(file)));
        fflush(stdout);
        standard = dup(1);
        require(standard >= 0 && dup2(file, 1) == 1);
        errno = ERANGE;
        printf("%d %m", 4);
        fflush(stdout);
        take(file);
        text = strdup(room);
        errno = ERANGE;
        by_va_list(4, NULL, "%d %m", 4);
        fflush(stdout);
        take(file);
        require(dup2(standard, 1) == 1 && text);
        is_str(text, "4 Numerical result out of range", "printf");
        is_str(room, "4 Numerical result out of range", "vprintf");
        free(text);
        setbuf(stream, NULL);
        WRITES("fprintf, unbuffered", (fprintf(stream, "%d %m", 4), take(file)));
        fclose(stream);
        close(standard);
        close(file);
}

static void log_list(const char *format, ...)
{
        va_list arguments;

        va_start(arguments, format);
        vsyslog(LOG_ERR, format, arguments);
        va_end(arguments);
}

/* LOG_PERROR: what goes to the log goes to standard error as well, be there a log or not. */
static void test_syslog(void)
{
        int file = memfd_create("syslog", MFD_CLOEXEC), standard = dup(2);

        require(file >= 0 && standard >= 0 && dup2(file, 2) == 2);
        openlog("name", LOG_PERROR, LOG_USER);
        errno = ERANGE;
        syslog(LOG_ERR, "%d %m", 4);
        take(2);
        require(dup2(standard, 2) == 2);
        is_str(room, "name: 4 Numerical result out of range\n", "syslog");
        require(dup2(file, 2) == 2);
        errno = ERANGE;
        log_list("%d %m", 4);
        take(2);
        require(dup2(standard, 2) == 2);
        is_str(room, "name: 4 Numerical result out of range\n", "vsyslog");
        closelog();
        close(standard);
        close(file);
}

static void test_memory(void)
{
        for (long n = 0; oom_try(n); n++) {
                int length, error;

                errno = ERANGE;
                length = print("%600m");
                error = errno;
                if (oom_end())
                        ok(length < 0 && error == ENOMEM, "printf: ENOMEM, allocation %ld", n);
        }
}

int main(void)
{
        test_every_error();
        test_conversions();
        test_functions();
        test_syslog();
        test_memory();
        return done_testing();
}
