/*
 * <netpacket/packet.h> after <linux/if_packet.h>: what the kernel's header has
 * defined, packet_mreq, sockaddr_ll, stays the kernel's. musl's header defines
 * it without a look at the kernel's.
 */
#ifndef LWB_UAPI_NETPACKET_PACKET_H
#define LWB_UAPI_NETPACKET_PACKET_H
#pragma GCC system_header
#include <features.h>

#if defined(_UAPI__LINUX_IF_PACKET_H) || defined(__LINUX_IF_PACKET_H) || defined(__UAPI_LINUX_IF_PACKET_H)
#define __LWB_NETPACKET_PACKET_H_LINUX_IF_PACKET_H
#pragma push_macro("packet_mreq")
#undef packet_mreq
#define packet_mreq __lwb_musl_packet_mreq
#pragma push_macro("sockaddr_ll")
#undef sockaddr_ll
#define sockaddr_ll __lwb_musl_sockaddr_ll
#endif
#include_next <netpacket/packet.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_NETPACKET_PACKET_H_LINUX_IF_PACKET_H
#undef __LWB_NETPACKET_PACKET_H_LINUX_IF_PACKET_H
#undef packet_mreq
#pragma pop_macro("packet_mreq")
#undef sockaddr_ll
#pragma pop_macro("sockaddr_ll")
#endif

#endif
