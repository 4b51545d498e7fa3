/*
 * The kernel's <linux/if_arp.h> after <net/if_arp.h>: what musl's header has
 * defined, arphdr, arpreq, arpreq_old, stays musl's.
 */
#ifndef LWB_UAPI_LINUX_IF_ARP_H
#define LWB_UAPI_LINUX_IF_ARP_H
#pragma GCC system_header
#include <features.h>

#if defined(_NET_IF_ARP_H)
#define __LWB_LINUX_IF_ARP_H_NET_IF_ARP_H
#pragma push_macro("arphdr")
#undef arphdr
#define arphdr __lwb_kernel_arphdr
#pragma push_macro("arpreq")
#undef arpreq
#define arpreq __lwb_kernel_arpreq
#pragma push_macro("arpreq_old")
#undef arpreq_old
#define arpreq_old __lwb_kernel_arpreq_old
#endif
#include_next <linux/if_arp.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_LINUX_IF_ARP_H_NET_IF_ARP_H
#undef __LWB_LINUX_IF_ARP_H_NET_IF_ARP_H
#undef arphdr
#pragma pop_macro("arphdr")
#undef arpreq
#pragma pop_macro("arpreq")
#undef arpreq_old
#pragma pop_macro("arpreq_old")
#endif

#endif
