/*
 * <stdlib.h> with the LFS64 functions as such: musl has
 * none with _GNU_SOURCE, and macros with _LARGEFILE64_SOURCE.
 */
#ifndef LWB_LFS64_STDLIB_H
#define LWB_LFS64_STDLIB_H
#pragma GCC system_header
#include_next <stdlib.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_LFS64
/* musl's own names are macros, which would reach tags and members as well. */
#undef mkstemp64
#undef mkostemp64
#undef mkstemps64
#undef mkostemps64

#ifdef __cplusplus
extern "C" {
#endif
int mkstemp64(char *) __LWB_LFS64("mkstemp");
int mkstemps64(char *, int) __LWB_LFS64("mkstemps");
#ifdef _GNU_SOURCE
int mkostemp64(char *, int) __LWB_LFS64("mkostemp");
int mkostemps64(char *, int, int) __LWB_LFS64("mkostemps");
#endif
#ifdef __cplusplus
}
#endif
#endif

#endif
