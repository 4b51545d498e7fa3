/*
 * <bits/wordsize.h>: __WORDSIZE, the bits of a long. musl has the macro in
 * <sys/reg.h> and <sys/user.h> alone.
 */
#ifndef LWB_TYPES_BITS_WORDSIZE_H
#define LWB_TYPES_BITS_WORDSIZE_H
#pragma GCC system_header
#include <features.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

/* <sys/reg.h> may have been first. */
#undef __WORDSIZE
#if __SIZEOF_LONG__ == 8
#define __WORDSIZE 64
#else
#define __WORDSIZE 32
#endif
/* The bits of time_t, 64 in musl on every architecture. */
#define __TIMESIZE 64

#endif
