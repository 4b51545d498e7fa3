/*
 * <time.h> with _STRUCT_TIMESPEC, by which glibc's headers remember that there is a struct timespec:
 * programs define one of their own without it. musl's remember it by a name of their own.
 */
#ifndef LWB_CDEFS_TIME_H
#define LWB_CDEFS_TIME_H
#pragma GCC system_header
#include_next <time.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

/* Strict C has no such type, nor this macro in the same part of musl's header. */
#if defined(CLOCK_REALTIME) && !defined(_STRUCT_TIMESPEC)
#define _STRUCT_TIMESPEC 1
#endif

#endif
