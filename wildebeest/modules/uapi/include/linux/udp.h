/*
 * The kernel's <linux/udp.h> after <netinet/udp.h>: what musl's header has
 * defined, udphdr, stays musl's.
 */
#ifndef LWB_UAPI_LINUX_UDP_H
#define LWB_UAPI_LINUX_UDP_H
#pragma GCC system_header
#include <features.h>

#if defined(_NETINET_UDP_H)
#define __LWB_LINUX_UDP_H_NETINET_UDP_H
#pragma push_macro("udphdr")
#undef udphdr
#define udphdr __lwb_kernel_udphdr
#endif
#include_next <linux/udp.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_LINUX_UDP_H_NETINET_UDP_H
#undef __LWB_LINUX_UDP_H_NETINET_UDP_H
#undef udphdr
#pragma pop_macro("udphdr")
#endif

#endif
