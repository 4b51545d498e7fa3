/*
 * The kernel's <linux/time.h> with struct itimerspec, struct itimerval, struct
 * timespec, struct timeval, struct timezone as <time.h> and <sys/time.h> has
 * them: libc's functions take that one, and the kernel's may have another
 * layout.
 */
#ifndef LWB_UAPI_LINUX_TIME_H
#define LWB_UAPI_LINUX_TIME_H
#pragma GCC system_header

#include <time.h>
#include <sys/time.h>
#define itimerspec __lwb_kernel_itimerspec
#define itimerval __lwb_kernel_itimerval
#define timespec __lwb_kernel_timespec
#define timeval __lwb_kernel_timeval
#define timezone __lwb_kernel_timezone
/* <time.h> of cdefs defines it for libc's structure; the kernel's header must not believe that its own is there. */
#undef _STRUCT_TIMESPEC
#include_next <linux/time.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#undef itimerspec
#undef itimerval
#undef timespec
#undef timeval
#undef timezone
#undef _STRUCT_TIMESPEC
#define _STRUCT_TIMESPEC 1

#endif
