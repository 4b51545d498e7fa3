/*
 * <unistd.h> with glibc's getopt in place of musl's, but for programs that ask for POSIX alone: as
 * with glibc, those get one that never permutes.
 */
#ifndef LWB_GETOPT_UNISTD_H
#define LWB_GETOPT_UNISTD_H
#pragma GCC system_header
#include_next <unistd.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __cplusplus
extern "C" {
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
int getopt(int, char *const[], const char *) __asm__("__lwb_getopt");
#endif

#ifdef __cplusplus
}
#endif

#endif
