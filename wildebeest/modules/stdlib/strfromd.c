/*
 * glibc: has strfromd, strfromf and strfroml since 2.25; another format than theirs aborts.
 * musl:  lacks them.
 * here:  snprintf with a format that was checked; another one is EINVAL.
 * see:   strfromd(3); ISO/IEC 9899:2024, 7.24.2.5.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Takes `%`, a precision perhaps, and a letter apart; an absent precision is -1. */
static int parse(const char *format, int *precision, char *letter)
{
        *precision = -1;
        if (*format++ != '%')
                goto invalid;
        if (*format == '.') {
                for (*precision = 0, format++; *format >= '0' && *format <= '9'; format++) {
                        if (__builtin_mul_overflow(*precision, 10, precision) ||
                            __builtin_add_overflow(*precision, *format - '0', precision)) {
                                errno = EOVERFLOW;
                                return -1;
                        }
                }
        }
        if (!*format || !strchr("aAeEfFgG", *format))
                goto invalid;
        *letter = *format;
        return 0;
invalid:
        errno = EINVAL;
        return -1;
}

/** Writes a long double as snprintf would with that format; the length, or -1 with errno. */
int strfroml(char *restrict buffer, size_t size, const char *restrict format, long double value)
{
        char own[] = "%.*L?";
        int precision;

        if (parse(format, &precision, &own[sizeof own - 2]))
                return -1;
        return snprintf(buffer, size, own, precision, value);
}

/** Writes a double as snprintf would with that format; the length, or -1 with errno. */
int strfromd(char *restrict buffer, size_t size, const char *restrict format, double value)
{
        char own[] = "%.*?";
        int precision;

        if (parse(format, &precision, &own[sizeof own - 2]))
                return -1;
        return snprintf(buffer, size, own, precision, value);
}

/** Writes a float as snprintf would with that format; the length, or -1 with errno. */
int strfromf(char *restrict buffer, size_t size, const char *restrict format, float value)
{
        return strfromd(buffer, size, format, (double)value);
}
