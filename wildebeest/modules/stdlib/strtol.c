/*
 * glibc: strtol and its relatives leave errno alone when there are no digits, and *end when the
 * base is invalid. musl:  errno becomes EINVAL in both cases, and *end the string. here:  a scanner
 * of our own, so that libc's calls of its own function keep what they mean. see:   strtol(3);
 * ISO/IEC 9899:2011, 7.22.1.4.
 */
#include <stdint.h>
#include <stdlib.h>
#include "scan_integer.h"

/* So the headers direct the functions for intmax_t and uintmax_t here as well. */
_Static_assert(sizeof(intmax_t) == sizeof(long long), "intmax_t is as wide as long long");

long __lwb_strtol(const char *restrict s, char **restrict end, int base);
unsigned long __lwb_strtoul(const char *restrict s, char **restrict end, int base);
long long __lwb_strtoll(const char *restrict s, char **restrict end, int base);
unsigned long long __lwb_strtoull(const char *restrict s, char **restrict end, int base);

/** Reads a long. */
long __lwb_strtol(const char *restrict s, char **restrict end, int base)
{
        return (long)__lwb_scan_integer(s, end, base, SCAN_LONG);
}

/** Reads an unsigned long. */
unsigned long __lwb_strtoul(const char *restrict s, char **restrict end, int base)
{
        return (unsigned long)__lwb_scan_integer(s, end, base, SCAN_ULONG);
}

/** Reads a long long, which is what an intmax_t is. */
long long __lwb_strtoll(const char *restrict s, char **restrict end, int base)
{
        return (long long)__lwb_scan_integer(s, end, base, SCAN_LLONG);
}

/** Reads an unsigned long long, which is what a uintmax_t is. */
unsigned long long __lwb_strtoull(const char *restrict s, char **restrict end, int base)
{
        return __lwb_scan_integer(s, end, base, SCAN_ULLONG);
}
