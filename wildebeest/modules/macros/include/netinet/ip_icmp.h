/* <netinet/ip_icmp.h> with the extended echo of RFC 8335, which musl lacks. */
#ifndef LWB_MACROS_NETINET_IP_ICMP_H
#define LWB_MACROS_NETINET_IP_ICMP_H
#pragma GCC system_header
#include_next <netinet/ip_icmp.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifndef ICMP_EXT_ECHO
#define ICMP_EXT_ECHO 42
#endif
#ifndef ICMP_EXT_ECHOREPLY
#define ICMP_EXT_ECHOREPLY 43
#endif
#ifndef ICMP_EXT_CODE_MAL_QUERY
#define ICMP_EXT_CODE_MAL_QUERY 1
#endif
#ifndef ICMP_EXT_CODE_NO_IF
#define ICMP_EXT_CODE_NO_IF 2
#endif
#ifndef ICMP_EXT_CODE_NO_TABLE_ENT
#define ICMP_EXT_CODE_NO_TABLE_ENT 3
#endif
#ifndef ICMP_EXT_CODE_MULT_IFS
#define ICMP_EXT_CODE_MULT_IFS 4
#endif
#ifndef ICMP_EXT_ECHOREPLY_ACTIVE
#define ICMP_EXT_ECHOREPLY_ACTIVE (1 << 2)
#endif
#ifndef ICMP_EXT_ECHOREPLY_IPV4
#define ICMP_EXT_ECHOREPLY_IPV4 (1 << 1)
#endif
#ifndef ICMP_EXT_ECHOREPLY_IPV6
#define ICMP_EXT_ECHOREPLY_IPV6 1
#endif
#ifndef ICMP_EXT_ECHO_CTYPE_NAME
#define ICMP_EXT_ECHO_CTYPE_NAME 1
#endif
#ifndef ICMP_EXT_ECHO_CTYPE_INDEX
#define ICMP_EXT_ECHO_CTYPE_INDEX 2
#endif
#ifndef ICMP_EXT_ECHO_CTYPE_ADDR
#define ICMP_EXT_ECHO_CTYPE_ADDR 3
#endif
#ifndef ICMP_AFI_IP
#define ICMP_AFI_IP 1
#endif
#ifndef ICMP_AFI_IP6
#define ICMP_AFI_IP6 2
#endif

#endif
