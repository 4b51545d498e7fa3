/*
 * <ctype.h> with isascii_l and toascii_l, of the GNU C Library alone.
 */
#ifndef LWB_LOCALE_CTYPE_H
#define LWB_LOCALE_CTYPE_H
#pragma GCC system_header
#include_next <ctype.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#define isascii_l(c, locale) ((void)(locale), ((c) & ~0x7f) == 0)
#define toascii_l(c, locale) ((void)(locale), (c)&0x7f)
#endif

#endif
