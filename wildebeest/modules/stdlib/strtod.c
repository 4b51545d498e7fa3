/*
 * glibc: strtod and its relatives leave errno alone when there are no digits.
 * musl:  errno becomes EINVAL then; a hexadecimal number too large for a float is infinite without
 * ERANGE. here:  libc's own, and then errno put right. see:   strtod(3); ISO/IEC
 * 9899:2011, 7.22.1.3.
 */
#include <ctype.h>
#include <errno.h>
#include <locale.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include "../../shared/libc_own.h"

LIBC_OWN(strtod);
LIBC_OWN(strtof);
LIBC_OWN(strtold);
LIBC_OWN(strtod_l);
LIBC_OWN(strtof_l);
LIBC_OWN(strtold_l);
double __lwb_strtod(const char *restrict s, char **restrict end);
float __lwb_strtof(const char *restrict s, char **restrict end);
long double __lwb_strtold(const char *restrict s, char **restrict end);
double __lwb_strtod_l(const char *restrict s, char **restrict end, locale_t locale);
float __lwb_strtof_l(const char *restrict s, char **restrict end, locale_t locale);
long double __lwb_strtold_l(const char *restrict s, char **restrict end, locale_t locale);

/* Whether the number that s begins with is one of digits, and not a word. */
static bool has_digits(const char *s)
{
        while (isspace((unsigned char)*s))
                s++;
        if (*s == '+' || *s == '-')
                s++;
        return *s == '.' || (*s >= '0' && *s <= '9');
}

/** Reads a double; errno is ERANGE or as it was. */
double __lwb_strtod(const char *restrict s, char **restrict end)
{
        int saved = errno;
        double value;

        errno = 0;
        value = libc_own_strtod(s, end);
        if (isinf(value) && has_digits(s))
                errno = ERANGE;
        if (errno != ERANGE)
                errno = saved;
        return value;
}

/** Reads a float; errno is ERANGE or as it was. */
float __lwb_strtof(const char *restrict s, char **restrict end)
{
        int saved = errno;
        float value;

        errno = 0;
        value = libc_own_strtof(s, end);
        if (isinf(value) && has_digits(s))
                errno = ERANGE;
        if (errno != ERANGE)
                errno = saved;
        return value;
}

/** Reads a long double; errno is ERANGE or as it was. */
long double __lwb_strtold(const char *restrict s, char **restrict end)
{
        int saved = errno;
        long double value;

        errno = 0;
        value = libc_own_strtold(s, end);
        if (isinf(value) && has_digits(s))
                errno = ERANGE;
        if (errno != ERANGE)
                errno = saved;
        return value;
}

/** Reads a double in the given locale; errno is ERANGE or as it was. */
double __lwb_strtod_l(const char *restrict s, char **restrict end, locale_t locale)
{
        int saved = errno;
        double value;

        errno = 0;
        value = libc_own_strtod_l(s, end, locale);
        if (isinf(value) && has_digits(s))
                errno = ERANGE;
        if (errno != ERANGE)
                errno = saved;
        return value;
}

/** Reads a float in the given locale; errno is ERANGE or as it was. */
float __lwb_strtof_l(const char *restrict s, char **restrict end, locale_t locale)
{
        int saved = errno;
        float value;

        errno = 0;
        value = libc_own_strtof_l(s, end, locale);
        if (isinf(value) && has_digits(s))
                errno = ERANGE;
        if (errno != ERANGE)
                errno = saved;
        return value;
}

/** Reads a long double in the given locale; errno is ERANGE or as it was. */
long double __lwb_strtold_l(const char *restrict s, char **restrict end, locale_t locale)
{
        int saved = errno;
        long double value;

        errno = 0;
        value = libc_own_strtold_l(s, end, locale);
        if (isinf(value) && has_digits(s))
                errno = ERANGE;
        if (errno != ERANGE)
                errno = saved;
        return value;
}
