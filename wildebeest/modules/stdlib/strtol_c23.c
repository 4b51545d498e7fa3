/*
 * glibc: 2.38 and later: from C23 on, strtol and its relatives take 0b and 0B before a binary
 * number, for the bases 0 and 2. musl:  the 0 is the number. here:  what a file compiled as C23
 * gets. see:   ISO/IEC 9899:2024, 7.24.2.8.
 */
#include <stdint.h>
#include <stdlib.h>
#include "scan_integer.h"

/* So the headers direct the functions for intmax_t and uintmax_t here as well. */
_Static_assert(sizeof(intmax_t) == sizeof(long long), "intmax_t is as wide as long long");

long __lwb_c23_strtol(const char *restrict s, char **restrict end, int base);
unsigned long __lwb_c23_strtoul(const char *restrict s, char **restrict end, int base);
long long __lwb_c23_strtoll(const char *restrict s, char **restrict end, int base);
unsigned long long __lwb_c23_strtoull(const char *restrict s, char **restrict end, int base);

/** Reads a long. */
long __lwb_c23_strtol(const char *restrict s, char **restrict end, int base)
{
        return (long)__lwb_scan_integer(s, end, base, SCAN_LONG | SCAN_C23);
}

/** Reads an unsigned long. */
unsigned long __lwb_c23_strtoul(const char *restrict s, char **restrict end, int base)
{
        return (unsigned long)__lwb_scan_integer(s, end, base, SCAN_ULONG | SCAN_C23);
}

/** Reads a long long, which is what an intmax_t is. */
long long __lwb_c23_strtoll(const char *restrict s, char **restrict end, int base)
{
        return (long long)__lwb_scan_integer(s, end, base, SCAN_LLONG | SCAN_C23);
}

/** Reads an unsigned long long, which is what a uintmax_t is. */
unsigned long long __lwb_c23_strtoull(const char *restrict s, char **restrict end, int base)
{
        return __lwb_scan_integer(s, end, base, SCAN_ULLONG | SCAN_C23);
}
