/*
 * <locale.h> with our newlocale: musl's makes a locale of any name, so that
 * programs which ask what there is are told that all is.
 */
#ifndef LWB_NEWLOCALE_LOCALE_H
#define LWB_NEWLOCALE_LOCALE_H
#pragma GCC system_header
#include_next <locale.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#if defined(_POSIX_SOURCE) || defined(_POSIX_C_SOURCE) || defined(_XOPEN_SOURCE) ||                \
    defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#ifdef __cplusplus
extern "C" {
#endif
__typeof__(newlocale) newlocale __asm__("__lwb_newlocale");
#ifdef __cplusplus
}
#endif
#endif

#endif
