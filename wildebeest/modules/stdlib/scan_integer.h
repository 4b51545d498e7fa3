/*
 * The scanner behind strtol and its relatives, for char and for wchar_t. A function of the family
 * is one call of
 * __lwb_scan_integer or __lwb_scan_wide_integer with the kind of integer that it returns.
 */
#ifndef LWB_STDLIB_SCAN_INTEGER_H
#define LWB_STDLIB_SCAN_INTEGER_H

#include <wchar.h>

/** What a function of the family returns; SCAN_C23 is added where 0b and 0B introduce base 2. */
enum scan_kind {
        SCAN_LONG = 0,
        SCAN_LLONG = 1,
        SCAN_ULONG = 2,
        SCAN_ULLONG = 3,
        SCAN_UNSIGNED = 2,
        SCAN_C23 = 4,
};

/**
 * Reads an integer as strtol does: the value, negated modulo 2^64 after a minus sign, or with
 * ERANGE the nearest value that the kind has. No digits: 0, with errno as it was. Base 1, below 0
 * or above 36: 0 with EINVAL, and `*end` as it was.
 */
unsigned long long __lwb_scan_integer(const char *restrict s, char **restrict end, int base,
                                      unsigned kind);

/** The same for wide characters. */
unsigned long long __lwb_scan_wide_integer(const wchar_t *restrict s, wchar_t **restrict end,
                                           int base, unsigned kind);

#endif
