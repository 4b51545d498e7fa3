/*
 * <sys/signalfd.h> after <linux/signalfd.h>: what the kernel's header has
 * defined, signalfd_siginfo, stays the kernel's. musl's header defines it
 * without a look at the kernel's.
 */
#ifndef LWB_UAPI_SYS_SIGNALFD_H
#define LWB_UAPI_SYS_SIGNALFD_H
#pragma GCC system_header

#if defined(_LINUX_SIGNALFD_H) || defined(_UAPI_LINUX_SIGNALFD_H)
#define __LWB_SYS_SIGNALFD_H_LINUX_SIGNALFD_H
#pragma push_macro("signalfd_siginfo")
#undef signalfd_siginfo
#define signalfd_siginfo __lwb_musl_signalfd_siginfo
#endif
#include_next <sys/signalfd.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_SYS_SIGNALFD_H_LINUX_SIGNALFD_H
#undef __LWB_SYS_SIGNALFD_H_LINUX_SIGNALFD_H
#undef signalfd_siginfo
#pragma pop_macro("signalfd_siginfo")
#endif

#endif
