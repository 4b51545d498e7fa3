/* <netinet/if_ether.h> with newer protocols of Ethernet, which musl lacks. */
#ifndef LWB_MACROS_NETINET_IF_ETHER_H
#define LWB_MACROS_NETINET_IF_ETHER_H
#pragma GCC system_header
#include_next <netinet/if_ether.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifndef ETH_P_PROFINET
#define ETH_P_PROFINET 0x8892
#endif
#ifndef ETH_P_REALTEK
#define ETH_P_REALTEK 0x8899
#endif
#ifndef ETH_P_ETHERCAT
#define ETH_P_ETHERCAT 0x88A4
#endif
#ifndef ETH_P_DSA_A5PSW
#define ETH_P_DSA_A5PSW 0xE001
#endif
#ifndef ETH_P_CANXL
#define ETH_P_CANXL 0x000E
#endif
#ifndef ETH_P_MCTP
#define ETH_P_MCTP 0x00FA
#endif

#endif
