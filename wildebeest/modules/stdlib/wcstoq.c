/*
 * glibc: has it, the BSD name of wcstoll.
 * musl:  lacks it.
 * here:  the same scanner.
 * see:   GNU C Library manual, "Parsing of Integers".
 */
#include <wchar.h>
#include "scan_integer.h"

/** wcstoll under its BSD name. */
long long wcstoq(const wchar_t *restrict s, wchar_t **restrict end, int base)
{
        return (long long)__lwb_scan_wide_integer(s, end, base, SCAN_LLONG);
}
