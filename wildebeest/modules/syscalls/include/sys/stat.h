/*
 * <sys/stat.h> with the kernel's struct statx and STATX_*: musl's structure ends with the members of Linux
 * 4.11 (musl 1.2.5) or 6.13 (1.2.6). As with glibc <linux/stat.h> gives them, where it is there.
 */
#ifndef LWB_SYSCALLS_SYS_STAT_H
#define LWB_SYSCALLS_SYS_STAT_H
#pragma GCC system_header
#include <features.h>

#if defined(_GNU_SOURCE) && defined(__has_include)
#if __has_include(<linux/stat.h>) && !defined(_SYS_STAT_H)
#include <linux/stat.h>
#define __LWB_SYSCALLS_STATX
#pragma push_macro("statx")
#undef statx
#define statx __lwb_musl_statx
#pragma push_macro("statx_timestamp")
#undef statx_timestamp
#define statx_timestamp __lwb_musl_statx_timestamp
#endif
#endif
#include_next <sys/stat.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_SYSCALLS_STATX
#undef __LWB_SYSCALLS_STATX
/* Balanced, so that other masks of this header may do the same. */
#undef statx
#pragma pop_macro("statx")
#undef statx_timestamp
#pragma pop_macro("statx_timestamp")
#ifdef __cplusplus
extern "C"
#endif
int statx(int, const char *__restrict, int, unsigned, struct statx *__restrict);
#endif

#endif
