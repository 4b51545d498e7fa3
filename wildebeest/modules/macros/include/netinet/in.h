/* <netinet/in.h> with newer options of IPv6, which musl lacks. */
#ifndef LWB_MACROS_NETINET_IN_H
#define LWB_MACROS_NETINET_IN_H
#pragma GCC system_header
#include_next <netinet/in.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#ifndef IPV6_RECVERR_RFC4884
#define IPV6_RECVERR_RFC4884 31
#endif
#endif

#endif
