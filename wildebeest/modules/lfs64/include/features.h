/*
 * <features.h> with what the other overlays of this module share: __LWB_LFS64 is
 * defined where glibc declares the LFS64 names, with _LARGEFILE64_SOURCE or
 * _GNU_SOURCE. With LWB_NO_LFS64 the functions have their own symbols, which a
 * program that interposes them can define; otherwise they are the plain functions.
 */
#ifndef LWB_LFS64_FEATURES_H
#define LWB_LFS64_FEATURES_H
#pragma GCC system_header
#include_next <features.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#if defined(_LARGEFILE64_SOURCE) || defined(_GNU_SOURCE)
#ifdef LWB_NO_LFS64
#define __LWB_LFS64(symbol)
#else
#define __LWB_LFS64(symbol) __asm__(symbol)
#endif
#endif

#endif
