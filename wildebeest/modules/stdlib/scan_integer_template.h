/*
 * The body of __lwb_scan_integer for one character type. The file that includes it defines
 * SCAN_NAME, SCAN_CHAR and SCAN_SPACE(c).
 */
#include <errno.h>
#include <limits.h>
#include <stdbool.h>
#include "scan_integer.h"

/* The value of c as a digit; 36 when it is none. */
static unsigned digit(SCAN_CHAR c)
{
        unsigned code = (unsigned)c;

        if (code - '0' < 10)
                return code - '0';
        code |= 'a' - 'A';
        return code - 'a' < 26 ? code - 'a' + 10 : 36;
}

/* Whether s begins with 0 and the given letter, in either case, and then a digit of that base. */
static bool has_prefix(const SCAN_CHAR *s, char lower, unsigned base)
{
        return s[0] == '0' &&
               (s[1] == (SCAN_CHAR)lower || s[1] == (SCAN_CHAR)(lower - 'a' + 'A')) &&
               digit(s[2]) < base;
}

unsigned long long SCAN_NAME(const SCAN_CHAR *restrict s, SCAN_CHAR **restrict end, int base,
                             unsigned kind)
{
        bool is_unsigned = kind & SCAN_UNSIGNED;
        unsigned long long limit, value = 0;
        const SCAN_CHAR *start = s, *first;
        bool negative = false, overflow = false;

        if (base < 0 || base == 1 || base > 36) {
                errno = EINVAL;
                return 0;
        }
        while (SCAN_SPACE(*s))
                s++;
        if (*s == '+' || *s == '-')
                negative = *s++ == '-';

        if ((base == 0 || base == 16) && has_prefix(s, 'x', 16)) {
                s += 2;
                base = 16;
        } else if ((kind & SCAN_C23) && (base == 0 || base == 2) && has_prefix(s, 'b', 2)) {
                s += 2;
                base = 2;
        } else if (base == 0) {
                base = *s == '0' ? 8 : 10;
        }

        switch (kind & (SCAN_ULONG | SCAN_ULLONG)) {
        case SCAN_LONG:
                limit = (unsigned long long)LONG_MAX + negative;
                break;
        case SCAN_LLONG:
                limit = (unsigned long long)LLONG_MAX + negative;
                break;
        case SCAN_ULONG:
                limit = ULONG_MAX;
                break;
        default:
                limit = ULLONG_MAX;
        }
        first = s;
        for (unsigned d; (d = digit(*s)) < (unsigned)base; s++) {
                if (overflow || value > (limit - d) / (unsigned)base)
                        overflow = true;
                else
                        value = value * (unsigned)base + d;
        }
        if (end)
                *end = (SCAN_CHAR *)(s == first ? start : s);
        if (overflow) {
                errno = ERANGE;
                value = limit;
                if (is_unsigned)
                        return value;
        }
        return negative ? 0 - value : value;
}
