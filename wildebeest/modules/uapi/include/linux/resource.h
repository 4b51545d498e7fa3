/*
 * The kernel's <linux/resource.h> with struct rlimit, struct rusage as
 * <sys/resource.h> has them: libc's functions take that one, and the kernel's
 * may have another layout.
 */
#ifndef LWB_UAPI_LINUX_RESOURCE_H
#define LWB_UAPI_LINUX_RESOURCE_H
#pragma GCC system_header

#include <sys/resource.h>
#define rlimit __lwb_kernel_rlimit
#define rusage __lwb_kernel_rusage
/* The module lfs64 has it. */
#ifdef __LWB_LFS64
#define rlimit64 __lwb_kernel_rlimit64
#endif
#include_next <linux/resource.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_LFS64
#undef rlimit64
#endif
#undef rlimit
#undef rusage

#endif
