/*
 * <sys/stat.h> after <linux/stat.h>: what the kernel's header has defined,
 * statx, statx_timestamp, stays the kernel's. musl's header defines it without
 * a look at the kernel's.
 */
#ifndef LWB_UAPI_SYS_STAT_H
#define LWB_UAPI_SYS_STAT_H
#pragma GCC system_header

#if defined(_LINUX_STAT_H) || defined(_UAPI_LINUX_STAT_H)
#define __LWB_SYS_STAT_H_LINUX_STAT_H
#pragma push_macro("statx")
#undef statx
#define statx __lwb_musl_statx
#pragma push_macro("statx_timestamp")
#undef statx_timestamp
#define statx_timestamp __lwb_musl_statx_timestamp
#endif
#include_next <sys/stat.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_SYS_STAT_H_LINUX_STAT_H
#undef __LWB_SYS_STAT_H_LINUX_STAT_H
#undef statx
#pragma pop_macro("statx")
#undef statx_timestamp
#pragma pop_macro("statx_timestamp")
#ifdef _GNU_SOURCE
#ifdef __cplusplus
extern "C"
#endif
int statx(int, const char *__restrict, int, unsigned, struct statx *__restrict);
#endif
#endif

#endif
