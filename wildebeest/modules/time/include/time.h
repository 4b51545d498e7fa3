/*
 * <time.h> with strptime_l, of the GNU C Library alone; with our strptime and strftime, which read and
 * write all that glibc's do; and with our tzset, which leaves no name empty.
 */
#ifndef LWB_TIME_TIME_H
#define LWB_TIME_TIME_H
#pragma GCC system_header
#include_next <time.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __cplusplus
extern "C" {
#endif
__typeof__(strftime) strftime __asm__("__lwb_strftime");

#if defined(_POSIX_SOURCE) || defined(_POSIX_C_SOURCE) || defined(_XOPEN_SOURCE) || defined(_GNU_SOURCE) ||            \
    defined(_BSD_SOURCE)
__typeof__(strftime_l) strftime_l __asm__("__lwb_strftime_l");
__typeof__(tzset) tzset __asm__("__lwb_tzset");
#endif

#if defined(_XOPEN_SOURCE) || defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
__typeof__(strptime) strptime __asm__("__lwb_strptime");
#endif

#ifdef _GNU_SOURCE
char *strptime_l(const char *__restrict, const char *__restrict, struct tm *__restrict, locale_t);
#endif
#ifdef __cplusplus
}
#endif

#endif
