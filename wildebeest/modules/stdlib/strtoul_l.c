/*
 * glibc: has it beside strtoul.
 * musl:  lacks it.
 * here:  its numbers are the same in every locale, as are the spaces of musl's.
 * see:   newlocale(3); GNU C Library manual, "Parsing of Integers".
 */
#include <locale.h>
#include <stdlib.h>
#include "scan_integer.h"

/** strtoul in the given locale. */
unsigned long strtoul_l(const char *restrict s, char **restrict end, int base, locale_t locale)
{
        (void)locale;
        return (unsigned long)__lwb_scan_integer(s, end, base, SCAN_ULONG);
}
