/*
 * <sys/prctl.h> after <linux/prctl.h>: what the kernel's header has defined,
 * prctl_mm_map, stays the kernel's. musl's header defines it without a look at
 * the kernel's.
 */
#ifndef LWB_UAPI_SYS_PRCTL_H
#define LWB_UAPI_SYS_PRCTL_H
#pragma GCC system_header

#if defined(_LINUX_PRCTL_H) || defined(_UAPI_LINUX_PRCTL_H)
#define __LWB_SYS_PRCTL_H_LINUX_PRCTL_H
#pragma push_macro("prctl_mm_map")
#undef prctl_mm_map
#define prctl_mm_map __lwb_musl_prctl_mm_map
#endif
#include_next <sys/prctl.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_SYS_PRCTL_H_LINUX_PRCTL_H
#undef __LWB_SYS_PRCTL_H_LINUX_PRCTL_H
#undef prctl_mm_map
#pragma pop_macro("prctl_mm_map")
#endif

#endif
