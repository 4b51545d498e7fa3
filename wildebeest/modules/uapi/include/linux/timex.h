/*
 * The kernel's <linux/timex.h> with struct timex as <sys/timex.h> has it:
 * libc's functions take that one, and the kernel's may have another layout.
 */
#ifndef LWB_UAPI_LINUX_TIMEX_H
#define LWB_UAPI_LINUX_TIMEX_H
#pragma GCC system_header

#include <sys/timex.h>
#define timex __lwb_kernel_timex
#include_next <linux/timex.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#undef timex

#endif
