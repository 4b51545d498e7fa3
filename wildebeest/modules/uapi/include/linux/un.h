/*
 * The kernel's <linux/un.h> after <sys/un.h>: what musl's header has defined,
 * sockaddr_un, stays musl's.
 */
#ifndef LWB_UAPI_LINUX_UN_H
#define LWB_UAPI_LINUX_UN_H
#pragma GCC system_header
#include <features.h>

#if defined(_SYS_UN_H)
#define __LWB_LINUX_UN_H_SYS_UN_H
#pragma push_macro("sockaddr_un")
#undef sockaddr_un
#define sockaddr_un __lwb_kernel_sockaddr_un
#endif
#include_next <linux/un.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_LINUX_UN_H_SYS_UN_H
#undef __LWB_LINUX_UN_H_SYS_UN_H
#undef sockaddr_un
#pragma pop_macro("sockaddr_un")
#endif

#endif
