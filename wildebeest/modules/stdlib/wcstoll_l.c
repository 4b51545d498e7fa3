/*
 * glibc: has it beside wcstoll.
 * musl:  lacks it.
 * here:  its numbers are the same in every locale, as are the spaces of musl's.
 * see:   newlocale(3); GNU C Library manual, "Parsing of Integers".
 */
#include <locale.h>
#include <wchar.h>
#include "scan_integer.h"

/** wcstoll in the given locale. */
long long wcstoll_l(const wchar_t *restrict s, wchar_t **restrict end, int base, locale_t locale)
{
        (void)locale;
        return (long long)__lwb_scan_wide_integer(s, end, base, SCAN_LLONG);
}
