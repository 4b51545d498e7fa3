/*
 * The kernel's <linux/mtio.h> after <sys/mtio.h>: what musl's header has
 * defined, mtget, mtop, mtpos, stays musl's.
 */
#ifndef LWB_UAPI_LINUX_MTIO_H
#define LWB_UAPI_LINUX_MTIO_H
#pragma GCC system_header
#include <features.h>

#if defined(_SYS_MTIO_H)
#define __LWB_LINUX_MTIO_H_SYS_MTIO_H
#pragma push_macro("mtget")
#undef mtget
#define mtget __lwb_kernel_mtget
#pragma push_macro("mtop")
#undef mtop
#define mtop __lwb_kernel_mtop
#pragma push_macro("mtpos")
#undef mtpos
#define mtpos __lwb_kernel_mtpos
#endif
#include_next <linux/mtio.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_LINUX_MTIO_H_SYS_MTIO_H
#undef __LWB_LINUX_MTIO_H_SYS_MTIO_H
#undef mtget
#pragma pop_macro("mtget")
#undef mtop
#pragma pop_macro("mtop")
#undef mtpos
#pragma pop_macro("mtpos")
#endif

#endif
