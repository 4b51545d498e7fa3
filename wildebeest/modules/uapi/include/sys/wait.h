/*
 * <sys/wait.h> after <linux/wait.h>: what the kernel's header has defined, as
 * enumerators or macros, stays the kernel's. musl's header defines it without a
 * look at the kernel's.
 */
#ifndef LWB_UAPI_SYS_WAIT_H
#define LWB_UAPI_SYS_WAIT_H
#pragma GCC system_header

#if defined(_LINUX_WAIT_H) || defined(_UAPI_LINUX_WAIT_H)
#define __LWB_SYS_WAIT_H_LINUX_WAIT_H
#pragma push_macro("P_ALL")
#undef P_ALL
#pragma push_macro("P_PGID")
#undef P_PGID
#pragma push_macro("P_PID")
#undef P_PID
#pragma push_macro("P_PIDFD")
#undef P_PIDFD
#endif
#include_next <sys/wait.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_SYS_WAIT_H_LINUX_WAIT_H
#undef __LWB_SYS_WAIT_H_LINUX_WAIT_H
#pragma pop_macro("P_ALL")
#pragma pop_macro("P_PGID")
#pragma pop_macro("P_PID")
#pragma pop_macro("P_PIDFD")
#endif

#endif
