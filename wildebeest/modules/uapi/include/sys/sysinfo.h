/*
 * <sys/sysinfo.h> after <linux/sysinfo.h>: what the kernel's header has
 * defined, sysinfo, stays the kernel's. musl's header defines it without a look
 * at the kernel's.
 */
#ifndef LWB_UAPI_SYS_SYSINFO_H
#define LWB_UAPI_SYS_SYSINFO_H
#pragma GCC system_header

#if defined(_LINUX_SYSINFO_H) || defined(_UAPI_LINUX_SYSINFO_H)
#define __LWB_SYS_SYSINFO_H_LINUX_SYSINFO_H
#pragma push_macro("sysinfo")
#undef sysinfo
#define sysinfo __lwb_musl_sysinfo
#endif
#include_next <sys/sysinfo.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_SYS_SYSINFO_H_LINUX_SYSINFO_H
#undef __LWB_SYS_SYSINFO_H_LINUX_SYSINFO_H
#undef sysinfo
#pragma pop_macro("sysinfo")
#ifdef __cplusplus
extern "C"
#endif
int sysinfo(struct sysinfo *);
#endif

#endif
