/*
 * The kernel's <linux/ip.h> after <netinet/ip.h>: what musl's header has
 * defined, iphdr, stays musl's.
 */
#ifndef LWB_UAPI_LINUX_IP_H
#define LWB_UAPI_LINUX_IP_H
#pragma GCC system_header
#include <features.h>

#if defined(_NETINET_IP_H)
#define __LWB_LINUX_IP_H_NETINET_IP_H
#pragma push_macro("iphdr")
#undef iphdr
#define iphdr __lwb_kernel_iphdr
#endif
#include_next <linux/ip.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_LINUX_IP_H_NETINET_IP_H
#undef __LWB_LINUX_IP_H_NETINET_IP_H
#undef iphdr
#pragma pop_macro("iphdr")
#endif

#endif
