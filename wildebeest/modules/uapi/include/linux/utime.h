/*
 * The kernel's <linux/utime.h> with struct utimbuf as <utime.h> has it: libc's
 * functions take that one, and the kernel's may have another layout.
 */
#ifndef LWB_UAPI_LINUX_UTIME_H
#define LWB_UAPI_LINUX_UTIME_H
#pragma GCC system_header

#include <utime.h>
#define utimbuf __lwb_kernel_utimbuf
#include_next <linux/utime.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#undef utimbuf

#endif
