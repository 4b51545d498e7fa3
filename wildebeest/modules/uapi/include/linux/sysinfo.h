/*
 * The kernel's <linux/sysinfo.h> after <sys/sysinfo.h>: what musl's header has
 * defined, sysinfo, stays musl's.
 */
#ifndef LWB_UAPI_LINUX_SYSINFO_H
#define LWB_UAPI_LINUX_SYSINFO_H
#pragma GCC system_header
#include <features.h>

#if defined(_SYS_SYSINFO_H)
#define __LWB_LINUX_SYSINFO_H_SYS_SYSINFO_H
#pragma push_macro("sysinfo")
#undef sysinfo
#define sysinfo __lwb_kernel_sysinfo
#endif
#include_next <linux/sysinfo.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_LINUX_SYSINFO_H_SYS_SYSINFO_H
#undef __LWB_LINUX_SYSINFO_H_SYS_SYSINFO_H
#undef sysinfo
#pragma pop_macro("sysinfo")
#endif

#endif
