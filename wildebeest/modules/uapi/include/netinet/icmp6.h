/*
 * <netinet/icmp6.h> after <linux/icmpv6.h>: what the kernel's header has
 * defined, icmp6_filter, stays the kernel's. musl's header defines it without a
 * look at the kernel's.
 */
#ifndef LWB_UAPI_NETINET_ICMP6_H
#define LWB_UAPI_NETINET_ICMP6_H
#pragma GCC system_header

#if defined(_LINUX_ICMPV6_H) || defined(_UAPI_LINUX_ICMPV6_H)
#define __LWB_NETINET_ICMP6_H_LINUX_ICMPV6_H
#pragma push_macro("icmp6_filter")
#undef icmp6_filter
#define icmp6_filter __lwb_musl_icmp6_filter
#endif
#include_next <netinet/icmp6.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_NETINET_ICMP6_H_LINUX_ICMPV6_H
#undef __LWB_NETINET_ICMP6_H_LINUX_ICMPV6_H
#undef icmp6_filter
#pragma pop_macro("icmp6_filter")
#endif

#endif
