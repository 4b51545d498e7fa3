/*
 * <netinet/ip_icmp.h> after <linux/icmp.h>: what the kernel's header has
 * defined, icmphdr, stays the kernel's. musl's header defines it without a look
 * at the kernel's.
 */
#ifndef LWB_UAPI_NETINET_IP_ICMP_H
#define LWB_UAPI_NETINET_IP_ICMP_H
#pragma GCC system_header

#if defined(_LINUX_ICMP_H) || defined(_UAPI_LINUX_ICMP_H)
#define __LWB_NETINET_IP_ICMP_H_LINUX_ICMP_H
#pragma push_macro("icmphdr")
#undef icmphdr
#define icmphdr __lwb_musl_icmphdr
#endif
#include_next <netinet/ip_icmp.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_NETINET_IP_ICMP_H_LINUX_ICMP_H
#undef __LWB_NETINET_IP_ICMP_H_LINUX_ICMP_H
#undef icmphdr
#pragma pop_macro("icmphdr")
#endif

#endif
