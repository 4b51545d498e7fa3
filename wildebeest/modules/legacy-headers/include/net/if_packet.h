/*
 * <net/if_packet.h>, which musl lacks: struct sockaddr_pkt, the address of the obsolete SOCK_PACKET. It stays out
 * where the kernel's <linux/if_packet.h> has defined it.
 */
#ifndef LWB_LEGACY_HEADERS_NET_IF_PACKET_H
#define LWB_LEGACY_HEADERS_NET_IF_PACKET_H
#pragma GCC system_header
#include <features.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#include <sys/socket.h>

#if !defined(__LINUX_IF_PACKET_H) && !defined(_UAPI__LINUX_IF_PACKET_H)
/* <linux/if_packet.h> of the module uapi gives its own another name then. */
#define __LWB_SOCKADDR_PKT
struct sockaddr_pkt {
        sa_family_t spkt_family;
        unsigned char spkt_device[14];
        unsigned short spkt_protocol;
};
#endif

#endif
