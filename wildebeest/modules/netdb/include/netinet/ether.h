/*
 * <netinet/ether.h> whose functions read /etc/ethers and accept and print what
 * glibc's do; musl's look nothing up.
 */
#ifndef LWB_NETDB_NETINET_ETHER_H
#define LWB_NETDB_NETINET_ETHER_H
#pragma GCC system_header
#include_next <netinet/ether.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __cplusplus
extern "C" {
#endif
__typeof__(ether_ntohost) ether_ntohost __asm__("__lwb_ether_ntohost");
__typeof__(ether_hostton) ether_hostton __asm__("__lwb_ether_hostton");
__typeof__(ether_line) ether_line __asm__("__lwb_ether_line");
__typeof__(ether_ntoa) ether_ntoa __asm__("__lwb_ether_ntoa");
__typeof__(ether_ntoa_r) ether_ntoa_r __asm__("__lwb_ether_ntoa_r");
__typeof__(ether_aton) ether_aton __asm__("__lwb_ether_aton");
__typeof__(ether_aton_r) ether_aton_r __asm__("__lwb_ether_aton_r");
#ifdef __cplusplus
}
#endif

#endif
