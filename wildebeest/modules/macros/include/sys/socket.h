/* <sys/socket.h> with newer families, levels and options of sockets, and the ioctl requests of sockets, which musl lacks. */
#ifndef LWB_MACROS_SYS_SOCKET_H
#define LWB_MACROS_SYS_SOCKET_H
#pragma GCC system_header
#include_next <sys/socket.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#ifndef PF_MCTP
#define PF_MCTP 45
#endif
#ifndef AF_MCTP
#define AF_MCTP PF_MCTP
#endif
#ifndef SOL_MPTCP
#define SOL_MPTCP 284
#endif
#ifndef SOL_MCTP
#define SOL_MCTP 285
#endif
#ifndef SOL_SMC
#define SOL_SMC 286
#endif
#ifndef MSG_TRYHARD
#define MSG_TRYHARD MSG_DONTROUTE
#endif
#ifndef FIOSETOWN
#define FIOSETOWN 0x8901
#endif
#ifndef SIOCSPGRP
#define SIOCSPGRP 0x8902
#endif
#ifndef FIOGETOWN
#define FIOGETOWN 0x8903
#endif
#ifndef SIOCGPGRP
#define SIOCGPGRP 0x8904
#endif
#ifndef SIOCATMARK
#define SIOCATMARK 0x8905
#endif
#ifndef SIOCGSTAMP_OLD
#define SIOCGSTAMP_OLD 0x8906
#endif
#ifndef SIOCGSTAMPNS_OLD
#define SIOCGSTAMPNS_OLD 0x8907
#endif
#ifndef SO_RCVTIMEO_OLD
#ifdef __powerpc__
#define SO_RCVTIMEO_OLD 18
#else
#define SO_RCVTIMEO_OLD 20
#endif
#endif
#ifndef SO_SNDTIMEO_OLD
#ifdef __powerpc__
#define SO_SNDTIMEO_OLD 19
#else
#define SO_SNDTIMEO_OLD 21
#endif
#endif
#ifndef SO_TIMESTAMP_OLD
#define SO_TIMESTAMP_OLD 29
#endif
#ifndef SO_TIMESTAMPNS_OLD
#define SO_TIMESTAMPNS_OLD 35
#endif
#ifndef SO_TIMESTAMPING_OLD
#define SO_TIMESTAMPING_OLD 37
#endif
#ifndef SO_TIMESTAMP_NEW
#define SO_TIMESTAMP_NEW 63
#endif
#ifndef SO_TIMESTAMPNS_NEW
#define SO_TIMESTAMPNS_NEW 64
#endif
#ifndef SO_TIMESTAMPING_NEW
#define SO_TIMESTAMPING_NEW 65
#endif
#ifndef SO_RCVTIMEO_NEW
#define SO_RCVTIMEO_NEW 66
#endif
#ifndef SO_SNDTIMEO_NEW
#define SO_SNDTIMEO_NEW 67
#endif
#ifndef SO_NETNS_COOKIE
#define SO_NETNS_COOKIE 71
#endif
#ifndef SO_BUF_LOCK
#define SO_BUF_LOCK 72
#endif
#ifndef SO_RESERVE_MEM
#define SO_RESERVE_MEM 73
#endif
#ifndef SO_TXREHASH
#define SO_TXREHASH 74
#endif
#ifndef SO_RCVMARK
#define SO_RCVMARK 75
#endif
#endif

/* As of Linux 5.4 and 5.15; musl's are 128 and 45. */
#undef SOMAXCONN
#define SOMAXCONN 4096
#undef PF_MAX
#define PF_MAX 46
#undef AF_MAX
#define AF_MAX PF_MAX

#endif
