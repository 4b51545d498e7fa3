/*
 * The kernel's <linux/prctl.h> after <sys/prctl.h>: what musl's header has
 * defined, prctl_mm_map, stays musl's.
 */
#ifndef LWB_UAPI_LINUX_PRCTL_H
#define LWB_UAPI_LINUX_PRCTL_H
#pragma GCC system_header
#include <features.h>

#if defined(_SYS_PRCTL_H)
#define __LWB_LINUX_PRCTL_H_SYS_PRCTL_H
#pragma push_macro("prctl_mm_map")
#undef prctl_mm_map
#define prctl_mm_map __lwb_kernel_prctl_mm_map
#endif
#include_next <linux/prctl.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_LINUX_PRCTL_H_SYS_PRCTL_H
#undef __LWB_LINUX_PRCTL_H_SYS_PRCTL_H
#undef prctl_mm_map
#pragma pop_macro("prctl_mm_map")
#endif

#endif
