/*
 * <netinet/if_ether.h> after <linux/if_ether.h>: what the kernel's header has
 * defined, ethhdr, stays the kernel's. musl's header defines it without a look
 * at the kernel's.
 */
#ifndef LWB_UAPI_NETINET_IF_ETHER_H
#define LWB_UAPI_NETINET_IF_ETHER_H
#pragma GCC system_header

#if defined(_LINUX_IF_ETHER_H) || defined(_UAPI_LINUX_IF_ETHER_H)
#define __LWB_NETINET_IF_ETHER_H_LINUX_IF_ETHER_H
#pragma push_macro("ethhdr")
#undef ethhdr
#define ethhdr __lwb_musl_ethhdr
#endif
#include_next <netinet/if_ether.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_NETINET_IF_ETHER_H_LINUX_IF_ETHER_H
#undef __LWB_NETINET_IF_ETHER_H_LINUX_IF_ETHER_H
#undef ethhdr
#pragma pop_macro("ethhdr")
#endif

#endif
