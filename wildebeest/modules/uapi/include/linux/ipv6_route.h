/*
 * The kernel's <linux/ipv6_route.h> after <net/route.h>: what musl's header has
 * defined, in6_rtmsg, stays musl's.
 */
#ifndef LWB_UAPI_LINUX_IPV6_ROUTE_H
#define LWB_UAPI_LINUX_IPV6_ROUTE_H
#pragma GCC system_header
#include <features.h>

#if defined(_NET_ROUTE_H)
#define __LWB_LINUX_IPV6_ROUTE_H_NET_ROUTE_H
#pragma push_macro("in6_rtmsg")
#undef in6_rtmsg
#define in6_rtmsg __lwb_kernel_in6_rtmsg
#endif
#include_next <linux/ipv6_route.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_LINUX_IPV6_ROUTE_H_NET_ROUTE_H
#undef __LWB_LINUX_IPV6_ROUTE_H_NET_ROUTE_H
#undef in6_rtmsg
#pragma pop_macro("in6_rtmsg")
#endif

#endif
