/*
 * glibc: has it beside strtoll.
 * musl:  lacks it.
 * here:  its numbers are the same in every locale, as are the spaces of musl's.
 * see:   newlocale(3); GNU C Library manual, "Parsing of Integers".
 */
#include <locale.h>
#include <stdlib.h>
#include "scan_integer.h"

/** strtoll in the given locale. */
long long strtoll_l(const char *restrict s, char **restrict end, int base, locale_t locale)
{
        (void)locale;
        return (long long)__lwb_scan_integer(s, end, base, SCAN_LLONG);
}
