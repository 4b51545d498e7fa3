/* <net/if_arp.h> with newer kinds of hardware, ARPHRD_*, which musl lacks. */
#ifndef LWB_MACROS_NET_IF_ARP_H
#define LWB_MACROS_NET_IF_ARP_H
#pragma GCC system_header
#include_next <net/if_arp.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifndef ARPHRD_MCTP
#define ARPHRD_MCTP 290
#endif
#ifndef ARPHRD_IEEE802154_PHY
#define ARPHRD_IEEE802154_PHY 805
#endif

#endif
