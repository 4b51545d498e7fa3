/*
 * <sys/un.h> after <linux/un.h>: what the kernel's header has defined,
 * sockaddr_un, stays the kernel's. musl's header defines it without a look at
 * the kernel's.
 */
#ifndef LWB_UAPI_SYS_UN_H
#define LWB_UAPI_SYS_UN_H
#pragma GCC system_header

#if defined(_LINUX_UN_H) || defined(_UAPI_LINUX_UN_H)
#define __LWB_SYS_UN_H_LINUX_UN_H
#pragma push_macro("sockaddr_un")
#undef sockaddr_un
#define sockaddr_un __lwb_musl_sockaddr_un
#endif
#include_next <sys/un.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_SYS_UN_H_LINUX_UN_H
#undef __LWB_SYS_UN_H_LINUX_UN_H
#undef sockaddr_un
#pragma pop_macro("sockaddr_un")
#endif

#endif
