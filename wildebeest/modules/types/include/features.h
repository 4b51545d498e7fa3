/*
 * <features.h>, which every header of libc includes, with the types of
 * <bits/types.h> and __WORDSIZE: with glibc nearly each header gives them, so
 * programs use them with no include of their own.
 */
#ifndef LWB_TYPES_FEATURES_H
#define LWB_TYPES_FEATURES_H
#pragma GCC system_header
#include_next <features.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#include <bits/types.h>

#endif
