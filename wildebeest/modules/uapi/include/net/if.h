/*
 * <net/if.h> after <linux/if.h>: what the kernel's header has defined,
 * ifc_ifcu, ifconf, ifmap, ifr_ifru, ifreq, stays the kernel's. musl's header
 * defines it without a look at the kernel's. And without IFF_VOLATILE, which
 * glibc leaves to the kernel's header: musl writes it with other blanks, so that
 * a project's own copy of that header is warned of.
 */
#ifndef LWB_UAPI_NET_IF_H
#define LWB_UAPI_NET_IF_H
#pragma GCC system_header

#if defined(_LINUX_IF_H) || defined(_UAPI_LINUX_IF_H)
#define __LWB_NET_IF_H_LINUX_IF_H
#pragma push_macro("ifc_ifcu")
#undef ifc_ifcu
#define ifc_ifcu __lwb_musl_ifc_ifcu
#pragma push_macro("ifconf")
#undef ifconf
#define ifconf __lwb_musl_ifconf
#pragma push_macro("ifmap")
#undef ifmap
#define ifmap __lwb_musl_ifmap
#pragma push_macro("ifr_ifru")
#undef ifr_ifru
#define ifr_ifru __lwb_musl_ifr_ifru
#pragma push_macro("ifreq")
#undef ifreq
#define ifreq __lwb_musl_ifreq
#endif
#include_next <net/if.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifndef __LWB_NET_IF_H_LINUX_IF_H
#undef IFF_VOLATILE
#endif

#ifdef __LWB_NET_IF_H_LINUX_IF_H
#undef __LWB_NET_IF_H_LINUX_IF_H
#undef ifc_ifcu
#pragma pop_macro("ifc_ifcu")
#undef ifconf
#pragma pop_macro("ifconf")
#undef ifmap
#pragma pop_macro("ifmap")
#undef ifr_ifru
#pragma pop_macro("ifr_ifru")
#undef ifreq
#pragma pop_macro("ifreq")
#endif

#endif
