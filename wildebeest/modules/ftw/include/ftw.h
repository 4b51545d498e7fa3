/*
 * <ftw.h> with FTW_ACTIONRETVAL and the four values that a callback then
 * returns; musl has neither, as POSIX has neither.
 */
#ifndef LWB_FTW_FTW_H
#define LWB_FTW_FTW_H
#pragma GCC system_header
#include_next <ftw.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#if defined(_GNU_SOURCE) && !defined(FTW_ACTIONRETVAL)
#define FTW_ACTIONRETVAL 16
#define FTW_CONTINUE 0
#define FTW_STOP 1
#define FTW_SKIP_SUBTREE 2
#define FTW_SKIP_SIBLINGS 3
#endif

#endif
