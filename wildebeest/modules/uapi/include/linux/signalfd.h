/*
 * The kernel's <linux/signalfd.h> after <sys/signalfd.h>: what musl's header
 * has defined, signalfd_siginfo, stays musl's.
 */
#ifndef LWB_UAPI_LINUX_SIGNALFD_H
#define LWB_UAPI_LINUX_SIGNALFD_H
#pragma GCC system_header
#include <features.h>

#if defined(_SYS_SIGNALFD_H)
#define __LWB_LINUX_SIGNALFD_H_SYS_SIGNALFD_H
#pragma push_macro("signalfd_siginfo")
#undef signalfd_siginfo
#define signalfd_siginfo __lwb_kernel_signalfd_siginfo
#endif
#include_next <linux/signalfd.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_LINUX_SIGNALFD_H_SYS_SIGNALFD_H
#undef __LWB_LINUX_SIGNALFD_H_SYS_SIGNALFD_H
#undef signalfd_siginfo
#pragma pop_macro("signalfd_siginfo")
#endif

#endif
