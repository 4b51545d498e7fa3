/*
 * <net/if_arp.h> after <linux/if_arp.h>: what the kernel's header has defined,
 * arphdr, arpreq, arpreq_old, stays the kernel's. musl's header defines it
 * without a look at the kernel's.
 */
#ifndef LWB_UAPI_NET_IF_ARP_H
#define LWB_UAPI_NET_IF_ARP_H
#pragma GCC system_header

#if defined(_LINUX_IF_ARP_H) || defined(_UAPI_LINUX_IF_ARP_H)
#define __LWB_NET_IF_ARP_H_LINUX_IF_ARP_H
#pragma push_macro("arphdr")
#undef arphdr
#define arphdr __lwb_musl_arphdr
#pragma push_macro("arpreq")
#undef arpreq
#define arpreq __lwb_musl_arpreq
#pragma push_macro("arpreq_old")
#undef arpreq_old
#define arpreq_old __lwb_musl_arpreq_old
#endif
#include_next <net/if_arp.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_NET_IF_ARP_H_LINUX_IF_ARP_H
#undef __LWB_NET_IF_ARP_H_LINUX_IF_ARP_H
#undef arphdr
#pragma pop_macro("arphdr")
#undef arpreq
#pragma pop_macro("arpreq")
#undef arpreq_old
#pragma pop_macro("arpreq_old")
#endif

#endif
