/*
 * <netdb.h> with AI_IDN, AI_CANONIDN and NI_IDN, which musl lacks, and
 * getaddrinfo and getnameinfo that know them.
 */
#ifndef LWB_IDN_NETDB_H
#define LWB_IDN_NETDB_H
#pragma GCC system_header
#include_next <netdb.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef _GNU_SOURCE
#define AI_IDN 0x40
#define AI_CANONIDN 0x80
#define AI_IDN_ALLOW_UNASSIGNED 0x100
#define AI_IDN_USE_STD3_ASCII_RULES 0x200
#define NI_IDN 0x20
#define NI_IDN_ALLOW_UNASSIGNED 0x40
#define NI_IDN_USE_STD3_ASCII_RULES 0x80

#ifdef __cplusplus
extern "C" {
#endif
__typeof__(getaddrinfo) getaddrinfo __asm__("__lwb_getaddrinfo");
__typeof__(getnameinfo) getnameinfo __asm__("__lwb_getnameinfo");
#ifdef __cplusplus
}
#endif
#endif

#endif
