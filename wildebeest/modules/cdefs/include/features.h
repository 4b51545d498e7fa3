/*
 * <features.h>, which every header of libc includes, with the macros of
 * <sys/cdefs.h>: glibc's includes it, so programs use __BEGIN_DECLS, __THROW or
 * __attribute_malloc__ after any header at all.
 */
#ifndef LWB_CDEFS_FEATURES_H
#define LWB_CDEFS_FEATURES_H
#pragma GCC system_header
#include_next <features.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#include <sys/cdefs.h>

#endif
