/*
 * The smallest TAP producer that C tests need. A test calls ok() and its
 * relatives, then returns done_testing() from main. Output has no version
 * line, so tap, prove and ctest all read it; the exit status is 1 when a
 * point failed.
 */
#ifndef LWB_TESTING_TAP_H
#define LWB_TESTING_TAP_H

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int tap_points;
static int tap_failures;

/* Prints a diagnostic line. */
__attribute__((format(printf, 1, 2), unused)) static void note(const char *format, ...)
{
        va_list args;

        printf("# ");
        va_start(args, format);
        vprintf(format, args);
        va_end(args);
        putchar('\n');
        fflush(stdout);
}

/* Reports one test point; returns whether it passed. The description must not contain '#'. */
__attribute__((format(printf, 2, 3), unused)) static int ok(int passed, const char *format, ...)
{
        va_list args;

        tap_points++;
        if (!passed)
                tap_failures++;
        printf("%s %d - ", passed ? "ok" : "not ok", tap_points);
        va_start(args, format);
        vprintf(format, args);
        va_end(args);
        putchar('\n');
        /* A crash in the next point must not take this line with it, nor a fork repeat it. */
        fflush(stdout);
        return passed;
}

/* Reports whether two integers are equal, with both values when they are not. */
#define is_int(got, expected, ...)                                                                 \
        do {                                                                                       \
                long long tap_got = (long long)(got);                                              \
                long long tap_expected = (long long)(expected);                                    \
                if (!ok(tap_got == tap_expected, __VA_ARGS__))                                     \
                        note("got %lld, expected %lld (%s:%d)", tap_got, tap_expected, __FILE__,   \
                             __LINE__);                                                            \
        } while (0)

/* Reports whether two strings are equal; NULL equals only NULL. */
#define is_str(got, expected, ...)                                                                 \
        do {                                                                                       \
                const char *tap_got = (got);                                                       \
                const char *tap_expected = (expected);                                             \
                int tap_same = tap_got && tap_expected ? !strcmp(tap_got, tap_expected)            \
                                                       : tap_got == tap_expected;                  \
                if (!ok(tap_same, __VA_ARGS__))                                                    \
                        note("got \"%s\", expected \"%s\" (%s:%d)", tap_got ? tap_got : "(null)",  \
                             tap_expected ? tap_expected : "(null)", __FILE__, __LINE__);          \
        } while (0)

/*
 * Whether generated case (or batch of cases) number `index` is run: all are, but every n-th alone
 * where WILDEBEEST_SAMPLE=n asks for a sample, as the driver does where only the link differs.
 */
__attribute__((unused)) static int in_sample(unsigned long long index)
{
        const char *sample = getenv("WILDEBEEST_SAMPLE");
        unsigned long long n = sample ? strtoull(sample, NULL, 10) : 1;

        return n == 0 || index % n == 0;
}

/* Ends the whole test as skipped. */
#define skip_all(reason)                                                                           \
        do {                                                                                       \
                printf("1..0 # SKIP %s\n", reason);                                                \
                exit(0);                                                                           \
        } while (0)

/* Ends the program when a precondition of the test itself fails. */
#define require(condition)                                                                         \
        do {                                                                                       \
                if (!(condition)) {                                                                \
                        printf("Bail out! %s:%d: %s\n", __FILE__, __LINE__, #condition);           \
                        exit(1);                                                                   \
                }                                                                                  \
        } while (0)

/* Prints the plan; the value is main's. */
__attribute__((unused)) static int done_testing(void)
{
        printf("1..%d\n", tap_points);
        return tap_failures != 0 || tap_points == 0;
}

#endif
