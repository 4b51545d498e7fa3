/* <netinet/tcp.h> with constants of TCP that are older or newer than those of musl, which musl lacks. */
#ifndef LWB_MACROS_NETINET_TCP_H
#define LWB_MACROS_NETINET_TCP_H
#pragma GCC system_header
#include_next <netinet/tcp.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifndef TCP_COOKIE_TRANSACTIONS
#define TCP_COOKIE_TRANSACTIONS 15
#endif
#ifndef TCPOLEN_TSTAMP_APPA
#define TCPOLEN_TSTAMP_APPA (TCPOLEN_TIMESTAMP+2)
#endif
#ifndef TCPOPT_TSTAMP_HDR
#define TCPOPT_TSTAMP_HDR (TCPOPT_NOP<<24|TCPOPT_NOP<<16|TCPOPT_TIMESTAMP<<8|TCPOLEN_TIMESTAMP)
#endif
#ifndef TCP_MSS
#define TCP_MSS 512
#endif
#ifndef TCP_MAXWIN
#define TCP_MAXWIN 65535
#endif
#ifndef TCP_MAX_WINSHIFT
#define TCP_MAX_WINSHIFT 14
#endif
#ifndef TCPI_OPT_ECN_SEEN
#define TCPI_OPT_ECN_SEEN 16
#endif
#ifndef TCPI_OPT_SYN_DATA
#define TCPI_OPT_SYN_DATA 32
#endif
#ifndef TCP_COOKIE_MIN
#define TCP_COOKIE_MIN 8
#endif
#ifndef TCP_COOKIE_MAX
#define TCP_COOKIE_MAX 16
#endif
#ifndef TCP_COOKIE_PAIR_SIZE
#define TCP_COOKIE_PAIR_SIZE (2*TCP_COOKIE_MAX)
#endif
#ifndef TCP_COOKIE_IN_ALWAYS
#define TCP_COOKIE_IN_ALWAYS (1 << 0)
#endif
#ifndef TCP_COOKIE_OUT_NEVER
#define TCP_COOKIE_OUT_NEVER (1 << 1)
#endif
#ifndef TCP_S_DATA_IN
#define TCP_S_DATA_IN (1 << 2)
#endif
#ifndef TCP_S_DATA_OUT
#define TCP_S_DATA_OUT (1 << 3)
#endif
#ifndef TCP_MSS_DEFAULT
#define TCP_MSS_DEFAULT 536U
#endif
#ifndef TCP_MSS_DESIRED
#define TCP_MSS_DESIRED 1220U
#endif

#endif
