/*
 * <fnmatch.h> with FNM_EXTMATCH, which musl lacks, and a fnmatch that knows it.
 */
#ifndef LWB_FNMATCH_FNMATCH_H
#define LWB_FNMATCH_FNMATCH_H
#pragma GCC system_header
#include <features.h>
#include_next <fnmatch.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __cplusplus
extern "C" {
#endif
int fnmatch(const char *, const char *, int) __asm__("__lwb_fnmatch");
#ifdef __cplusplus
}
#endif

#if defined(_GNU_SOURCE) && !defined(FNM_EXTMATCH)
#define FNM_EXTMATCH 0x20
#endif

#endif
