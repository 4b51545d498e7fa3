/*
 * <arpa/inet.h> with inet_net_pton, inet_net_ntop, inet_neta and the inet_nsap functions, which
 * musl lacks.
 */
#ifndef LWB_RESOLV_ARPA_INET_H
#define LWB_RESOLV_ARPA_INET_H
#pragma GCC system_header
#include_next <arpa/inet.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#include <stddef.h>
#ifdef __cplusplus
extern "C" {
#endif
int inet_net_pton(int, const char *, void *, size_t);
char *inet_net_ntop(int, const void *, int, char *, size_t);
char *inet_neta(in_addr_t, char *, size_t);
unsigned int inet_nsap_addr(const char *, unsigned char *, int);
char *inet_nsap_ntoa(int, const unsigned char *, char *);
#ifdef __cplusplus
}
#endif
#endif

#endif
