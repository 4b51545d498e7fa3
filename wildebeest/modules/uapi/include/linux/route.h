/*
 * The kernel's <linux/route.h> after <net/route.h>: what musl's header has
 * defined, rtentry, stays musl's.
 */
#ifndef LWB_UAPI_LINUX_ROUTE_H
#define LWB_UAPI_LINUX_ROUTE_H
#pragma GCC system_header
#include <features.h>

#if defined(_NET_ROUTE_H)
#define __LWB_LINUX_ROUTE_H_NET_ROUTE_H
#pragma push_macro("rtentry")
#undef rtentry
#define rtentry __lwb_kernel_rtentry
#endif
#include_next <linux/route.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_LINUX_ROUTE_H_NET_ROUTE_H
#undef __LWB_LINUX_ROUTE_H_NET_ROUTE_H
#undef rtentry
#pragma pop_macro("rtentry")
#endif

#endif
