/*
 * <getopt.h> with glibc's getopt, getopt_long and getopt_long_only in place of musl's.
 */
#ifndef LWB_GETOPT_GETOPT_H
#define LWB_GETOPT_GETOPT_H
#pragma GCC system_header
#include_next <getopt.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __cplusplus
extern "C" {
#endif

int getopt(int, char *const[], const char *) __asm__("__lwb_getopt");
int getopt_long(int, char *const *, const char *, const struct option *,
                int *) __asm__("__lwb_getopt_long");
int getopt_long_only(int, char *const *, const char *, const struct option *,
                     int *) __asm__("__lwb_getopt_long_only");

#ifdef __cplusplus
}
#endif

#endif
