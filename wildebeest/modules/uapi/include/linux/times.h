/*
 * The kernel's <linux/times.h> with struct tms as <sys/times.h> has it: libc's
 * functions take that one, and the kernel's may have another layout.
 */
#ifndef LWB_UAPI_LINUX_TIMES_H
#define LWB_UAPI_LINUX_TIMES_H
#pragma GCC system_header

#include <sys/times.h>
#define tms __lwb_kernel_tms
#include_next <linux/times.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#undef tms

#endif
