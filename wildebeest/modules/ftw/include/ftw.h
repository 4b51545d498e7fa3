/*
 * <ftw.h> with FTW_ACTIONRETVAL and the four values that a callback then
 * returns; musl has neither, as POSIX has neither. Calls go to our ftw and nftw.
 */
#ifndef LWB_FTW_FTW_H
#define LWB_FTW_FTW_H
#pragma GCC system_header
#include_next <ftw.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __cplusplus
extern "C" {
#endif
__typeof__(ftw) ftw __asm__("__lwb_ftw");
__typeof__(nftw) nftw __asm__("__lwb_nftw");
#ifdef __cplusplus
}
#endif

#if defined(_GNU_SOURCE) && !defined(FTW_ACTIONRETVAL)
#define FTW_ACTIONRETVAL 16
#define FTW_CONTINUE 0
#define FTW_STOP 1
#define FTW_SKIP_SUBTREE 2
#define FTW_SKIP_SIBLINGS 3
#endif

#endif
