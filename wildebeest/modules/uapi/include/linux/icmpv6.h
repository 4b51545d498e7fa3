/*
 * The kernel's <linux/icmpv6.h> after <netinet/icmp6.h>: what musl's header has
 * defined, icmp6_filter, stays musl's.
 */
#ifndef LWB_UAPI_LINUX_ICMPV6_H
#define LWB_UAPI_LINUX_ICMPV6_H
#pragma GCC system_header
#include <features.h>

#if defined(_NETINET_ICMP6_H)
#define __LWB_LINUX_ICMPV6_H_NETINET_ICMP6_H
#pragma push_macro("icmp6_filter")
#undef icmp6_filter
#define icmp6_filter __lwb_kernel_icmp6_filter
#endif
#include_next <linux/icmpv6.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_LINUX_ICMPV6_H_NETINET_ICMP6_H
#undef __LWB_LINUX_ICMPV6_H_NETINET_ICMP6_H
#undef icmp6_filter
#pragma pop_macro("icmp6_filter")
#endif

#endif
