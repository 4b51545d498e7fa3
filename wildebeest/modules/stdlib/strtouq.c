/*
 * glibc: has it, the BSD name of strtoull.
 * musl:  lacks it.
 * here:  the same scanner.
 * see:   strtoll(3); GNU C Library manual, "Parsing of Integers".
 */
#include <stdlib.h>
#include "scan_integer.h"

/** strtoull under its BSD name. */
unsigned long long strtouq(const char *restrict s, char **restrict end, int base)
{
        return __lwb_scan_integer(s, end, base, SCAN_ULLONG);
}
