/*
 * The kernel's <linux/stat.h> after <sys/stat.h>: what musl's header has
 * defined, statx, statx_timestamp, stays musl's.
 */
#ifndef LWB_UAPI_LINUX_STAT_H
#define LWB_UAPI_LINUX_STAT_H
#pragma GCC system_header
#include <features.h>

#if defined(_SYS_STAT_H)
#define __LWB_LINUX_STAT_H_SYS_STAT_H
#pragma push_macro("statx")
#undef statx
#define statx __lwb_kernel_statx
#pragma push_macro("statx_timestamp")
#undef statx_timestamp
#define statx_timestamp __lwb_kernel_statx_timestamp
#endif
#include_next <linux/stat.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_LINUX_STAT_H_SYS_STAT_H
#undef __LWB_LINUX_STAT_H_SYS_STAT_H
#undef statx
#pragma pop_macro("statx")
#undef statx_timestamp
#pragma pop_macro("statx_timestamp")
#endif

#endif
