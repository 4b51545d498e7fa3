/*
 * The kernel's <linux/if_packet.h> after <netpacket/packet.h>: what musl's
 * header has defined, packet_mreq, sockaddr_ll, stays musl's; so does
 * <net/if_packet.h>'s sockaddr_pkt.
 */
#ifndef LWB_UAPI_LINUX_IF_PACKET_H
#define LWB_UAPI_LINUX_IF_PACKET_H
#pragma GCC system_header
#include <features.h>

#if defined(_NETPACKET_PACKET_H)
#define __LWB_LINUX_IF_PACKET_H_NETPACKET_PACKET_H
#pragma push_macro("packet_mreq")
#undef packet_mreq
#define packet_mreq __lwb_kernel_packet_mreq
#pragma push_macro("sockaddr_ll")
#undef sockaddr_ll
#define sockaddr_ll __lwb_kernel_sockaddr_ll
#endif
#ifdef __LWB_SOCKADDR_PKT
#pragma push_macro("sockaddr_pkt")
#undef sockaddr_pkt
#define sockaddr_pkt __lwb_kernel_sockaddr_pkt
#endif
#include_next <linux/if_packet.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_SOCKADDR_PKT
#undef sockaddr_pkt
#pragma pop_macro("sockaddr_pkt")
#endif
#ifdef __LWB_LINUX_IF_PACKET_H_NETPACKET_PACKET_H
#undef __LWB_LINUX_IF_PACKET_H_NETPACKET_PACKET_H
#undef packet_mreq
#pragma pop_macro("packet_mreq")
#undef sockaddr_ll
#pragma pop_macro("sockaddr_ll")
#endif

#endif
