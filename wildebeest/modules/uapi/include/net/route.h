/*
 * <net/route.h> after <linux/route.h> or <linux/ipv6_route.h>: what the
 * kernel's header has defined, rtentry, in6_rtmsg, stays the kernel's. musl's
 * header defines it without a look at the kernel's.
 */
#ifndef LWB_UAPI_NET_ROUTE_H
#define LWB_UAPI_NET_ROUTE_H
#pragma GCC system_header

#if defined(_LINUX_ROUTE_H) || defined(_UAPI_LINUX_ROUTE_H)
#define __LWB_NET_ROUTE_H_LINUX_ROUTE_H
#pragma push_macro("rtentry")
#undef rtentry
#define rtentry __lwb_musl_rtentry
#endif
#if defined(_LINUX_IPV6_ROUTE_H) || defined(_UAPI_LINUX_IPV6_ROUTE_H)
#define __LWB_NET_ROUTE_H_LINUX_IPV6_ROUTE_H
#pragma push_macro("in6_rtmsg")
#undef in6_rtmsg
#define in6_rtmsg __lwb_musl_in6_rtmsg
#endif
#include_next <net/route.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_NET_ROUTE_H_LINUX_ROUTE_H
#undef __LWB_NET_ROUTE_H_LINUX_ROUTE_H
#undef rtentry
#pragma pop_macro("rtentry")
#endif
#ifdef __LWB_NET_ROUTE_H_LINUX_IPV6_ROUTE_H
#undef __LWB_NET_ROUTE_H_LINUX_IPV6_ROUTE_H
#undef in6_rtmsg
#pragma pop_macro("in6_rtmsg")
#endif

#endif
