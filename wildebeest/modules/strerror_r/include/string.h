/*
 * <string.h> with the strerror_r that returns the text, which glibc has with _GNU_SOURCE and musl
 * has not, and with glibc's texts in strerror, strerror_l, strerror_r and __xpg_strerror_r.
 */
#ifndef LWB_STRERROR_R_STRING_H
#define LWB_STRERROR_R_STRING_H
#pragma GCC system_header
/* Under another name libc's declaration does not clash with one of another type. */
#undef strerror_r
#define strerror_r lwb_musl_strerror_r
#include_next <string.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif
#undef strerror_r

#ifdef __cplusplus
extern "C" {
#endif

char *strerror(int) __asm__("__lwb_strerror");
#if defined(_POSIX_SOURCE) || defined(_POSIX_C_SOURCE) || defined(_XOPEN_SOURCE) ||                \
    defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#ifdef _GNU_SOURCE
char *strerror_r(int, char *, size_t) __asm__("__lwb_strerror_r");
#else
int strerror_r(int, char *, size_t) __asm__("__lwb_xpg_strerror_r");
#endif
int __xpg_strerror_r(int, char *, size_t) __asm__("__lwb_xpg_strerror_r");
char *strerror_l(int, locale_t) __asm__("__lwb_strerror_l");
#endif

#ifdef __cplusplus
}
#endif

#endif
