/*
 * glibc: has it, the BSD name of wcstoull.
 * musl:  lacks it.
 * here:  the same scanner.
 * see:   GNU C Library manual, "Parsing of Integers".
 */
#include <wchar.h>
#include "scan_integer.h"

/** wcstoull under its BSD name. */
unsigned long long wcstouq(const wchar_t *restrict s, wchar_t **restrict end, int base)
{
        return __lwb_scan_wide_integer(s, end, base, SCAN_ULLONG);
}
