/*
 * The kernel's <linux/if_ether.h> after <netinet/if_ether.h>: what musl's
 * header has defined, ethhdr, stays musl's.
 */
#ifndef LWB_UAPI_LINUX_IF_ETHER_H
#define LWB_UAPI_LINUX_IF_ETHER_H
#pragma GCC system_header
#include <features.h>

#if defined(_NETINET_IF_ETHER_H)
#define __LWB_LINUX_IF_ETHER_H_NETINET_IF_ETHER_H
#pragma push_macro("ethhdr")
#undef ethhdr
#define ethhdr __lwb_kernel_ethhdr
#endif
#include_next <linux/if_ether.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_LINUX_IF_ETHER_H_NETINET_IF_ETHER_H
#undef __LWB_LINUX_IF_ETHER_H_NETINET_IF_ETHER_H
#undef ethhdr
#pragma pop_macro("ethhdr")
#endif

#endif
