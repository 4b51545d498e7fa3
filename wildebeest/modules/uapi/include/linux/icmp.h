/*
 * The kernel's <linux/icmp.h> after <netinet/ip_icmp.h>: what musl's header has
 * defined, icmphdr, stays musl's.
 */
#ifndef LWB_UAPI_LINUX_ICMP_H
#define LWB_UAPI_LINUX_ICMP_H
#pragma GCC system_header
#include <features.h>

#if defined(_NETINET_IP_ICMP_H)
#define __LWB_LINUX_ICMP_H_NETINET_IP_ICMP_H
#pragma push_macro("icmphdr")
#undef icmphdr
#define icmphdr __lwb_kernel_icmphdr
#endif
#include_next <linux/icmp.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_LINUX_ICMP_H_NETINET_IP_ICMP_H
#undef __LWB_LINUX_ICMP_H_NETINET_IP_ICMP_H
#undef icmphdr
#pragma pop_macro("icmphdr")
#endif

#endif
