/*
 * <locale.h> with our newlocale and setlocale: musl's make a locale of any name, so that
 * programs which ask what there is are told that all is.
 */
#ifndef LWB_NEWLOCALE_LOCALE_H
#define LWB_NEWLOCALE_LOCALE_H
#pragma GCC system_header
/* The module locale has it as well. */
#define __LWB_SETLOCALE "__lwb_setlocale_installed"
#include_next <locale.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __cplusplus
extern "C" {
#endif
__typeof__(setlocale) setlocale __asm__(__LWB_SETLOCALE);

#if defined(_POSIX_SOURCE) || defined(_POSIX_C_SOURCE) || defined(_XOPEN_SOURCE) ||                \
    defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
__typeof__(newlocale) newlocale __asm__("__lwb_newlocale");
#endif

#ifdef __cplusplus
}
#endif

#endif
