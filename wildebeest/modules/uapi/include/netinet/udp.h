/*
 * <netinet/udp.h> after <linux/udp.h>: what the kernel's header has defined,
 * udphdr, stays the kernel's. musl's header defines it without a look at the
 * kernel's.
 */
#ifndef LWB_UAPI_NETINET_UDP_H
#define LWB_UAPI_NETINET_UDP_H
#pragma GCC system_header

#if defined(_LINUX_UDP_H) || defined(_UAPI_LINUX_UDP_H)
#define __LWB_NETINET_UDP_H_LINUX_UDP_H
#pragma push_macro("udphdr")
#undef udphdr
#define udphdr __lwb_musl_udphdr
#endif
#include_next <netinet/udp.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_NETINET_UDP_H_LINUX_UDP_H
#undef __LWB_NETINET_UDP_H_LINUX_UDP_H
#undef udphdr
#pragma pop_macro("udphdr")
#endif

#endif
