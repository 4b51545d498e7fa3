/*
 * <netinet/ip.h> after <linux/ip.h>: what the kernel's header has defined,
 * iphdr, stays the kernel's. musl's header defines it without a look at the
 * kernel's.
 */
#ifndef LWB_UAPI_NETINET_IP_H
#define LWB_UAPI_NETINET_IP_H
#pragma GCC system_header

#if defined(_LINUX_IP_H) || defined(_UAPI_LINUX_IP_H)
#define __LWB_NETINET_IP_H_LINUX_IP_H
#pragma push_macro("iphdr")
#undef iphdr
#define iphdr __lwb_musl_iphdr
#endif
#include_next <netinet/ip.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_NETINET_IP_H_LINUX_IP_H
#undef __LWB_NETINET_IP_H_LINUX_IP_H
#undef iphdr
#pragma pop_macro("iphdr")
#endif

#endif
