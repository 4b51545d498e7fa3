/*
 * glibc: wcstod and its relatives leave errno alone when there are no digits.
 * musl:  errno becomes EINVAL then; a hexadecimal number too large for a float is infinite without
 * ERANGE. here:  libc's own, and then errno put right. see:   strtod(3); ISO/IEC
 * 9899:2011, 7.29.4.1.1.
 */
#include <wctype.h>
#include <errno.h>
#include <math.h>
#include <stdbool.h>
#include <wchar.h>
#include "../../shared/libc_own.h"

LIBC_OWN(wcstod);
LIBC_OWN(wcstof);
LIBC_OWN(wcstold);
double __lwb_wcstod(const wchar_t *restrict s, wchar_t **restrict end);
float __lwb_wcstof(const wchar_t *restrict s, wchar_t **restrict end);
long double __lwb_wcstold(const wchar_t *restrict s, wchar_t **restrict end);

/* Whether the number that s begins with is one of digits, and not a word. */
static bool has_digits(const wchar_t *s)
{
        while (iswspace((wint_t)*s))
                s++;
        if (*s == '+' || *s == '-')
                s++;
        return *s == '.' || (*s >= '0' && *s <= '9');
}

/** Reads a double; errno is ERANGE or as it was. */
double __lwb_wcstod(const wchar_t *restrict s, wchar_t **restrict end)
{
        int saved = errno;
        double value;

        errno = 0;
        value = libc_own_wcstod(s, end);
        if (isinf(value) && has_digits(s))
                errno = ERANGE;
        if (errno != ERANGE)
                errno = saved;
        return value;
}

/** Reads a float; errno is ERANGE or as it was. */
float __lwb_wcstof(const wchar_t *restrict s, wchar_t **restrict end)
{
        int saved = errno;
        float value;

        errno = 0;
        value = libc_own_wcstof(s, end);
        if (isinf(value) && has_digits(s))
                errno = ERANGE;
        if (errno != ERANGE)
                errno = saved;
        return value;
}

/** Reads a long double; errno is ERANGE or as it was. */
long double __lwb_wcstold(const wchar_t *restrict s, wchar_t **restrict end)
{
        int saved = errno;
        long double value;

        errno = 0;
        value = libc_own_wcstold(s, end);
        if (isinf(value) && has_digits(s))
                errno = ERANGE;
        if (errno != ERANGE)
                errno = saved;
        return value;
}
