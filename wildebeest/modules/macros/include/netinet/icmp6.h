/* <netinet/icmp6.h> with the extended echo of RFC 8335, which musl lacks. */
#ifndef LWB_MACROS_NETINET_ICMP6_H
#define LWB_MACROS_NETINET_ICMP6_H
#pragma GCC system_header
#include_next <netinet/icmp6.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifndef ICMPV6_EXT_ECHO_REQUEST
#define ICMPV6_EXT_ECHO_REQUEST 160
#endif
#ifndef ICMPV6_EXT_ECHO_REPLY
#define ICMPV6_EXT_ECHO_REPLY 161
#endif

#endif
