/*
 * <sys/mtio.h> after <linux/mtio.h>: what the kernel's header has defined,
 * mtget, mtop, mtpos, stays the kernel's. musl's header defines it without a
 * look at the kernel's.
 */
#ifndef LWB_UAPI_SYS_MTIO_H
#define LWB_UAPI_SYS_MTIO_H
#pragma GCC system_header

#if defined(_LINUX_MTIO_H) || defined(_UAPI_LINUX_MTIO_H)
#define __LWB_SYS_MTIO_H_LINUX_MTIO_H
#pragma push_macro("mtget")
#undef mtget
#define mtget __lwb_musl_mtget
#pragma push_macro("mtop")
#undef mtop
#define mtop __lwb_musl_mtop
#pragma push_macro("mtpos")
#undef mtpos
#define mtpos __lwb_musl_mtpos
#endif
#include_next <sys/mtio.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_SYS_MTIO_H_LINUX_MTIO_H
#undef __LWB_SYS_MTIO_H_LINUX_MTIO_H
#undef mtget
#pragma pop_macro("mtget")
#undef mtop
#pragma pop_macro("mtop")
#undef mtpos
#pragma pop_macro("mtpos")
#endif

#endif
