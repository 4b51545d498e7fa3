/*
 * <ftw.h> with the LFS64 functions as such: musl has
 * none with _GNU_SOURCE, and macros with _LARGEFILE64_SOURCE.
 */
#ifndef LWB_LFS64_FTW_H
#define LWB_LFS64_FTW_H
#pragma GCC system_header
#include_next <ftw.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_LFS64
/* musl's own names are macros, which would reach tags and members as well. */
#undef ftw64
#undef nftw64

/* What the module ftw gives the plain functions, where it is used too. */
#ifdef LWB_FTW_FTW_H
#define __LWB_FTW(name) "__lwb_" name
#else
#define __LWB_FTW(name) name
#endif

#ifdef __cplusplus
extern "C" {
#endif
int ftw64(const char *, int (*)(const char *, const struct stat64 *, int), int) __LWB_LFS64(__LWB_FTW("ftw"));
int nftw64(const char *, int (*)(const char *, const struct stat64 *, int, struct FTW *), int, int)
    __LWB_LFS64(__LWB_FTW("nftw"));
#ifdef __cplusplus
}
#endif
#endif

#endif
