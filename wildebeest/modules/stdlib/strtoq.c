/*
 * glibc: has it, the BSD name of strtoll.
 * musl:  lacks it.
 * here:  the same scanner.
 * see:   strtoll(3); GNU C Library manual, "Parsing of Integers".
 */
#include <stdlib.h>
#include "scan_integer.h"

/** strtoll under its BSD name. */
long long strtoq(const char *restrict s, char **restrict end, int base)
{
        return (long long)__lwb_scan_integer(s, end, base, SCAN_LLONG);
}
