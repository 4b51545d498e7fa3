/* <netinet/igmp.h> with the advertisement of multicast routers, which musl lacks. */
#ifndef LWB_MACROS_NETINET_IGMP_H
#define LWB_MACROS_NETINET_IGMP_H
#pragma GCC system_header
#include_next <netinet/igmp.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifndef IGMP_MRDISC_ADV
#define IGMP_MRDISC_ADV 0x30
#endif

#endif
