/*
 * <netinet/in.h> with bindresvport, which musl lacks.
 */
#ifndef LWB_NETDB_NETINET_IN_H
#define LWB_NETDB_NETINET_IN_H
#pragma GCC system_header
#include_next <netinet/in.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#ifdef __cplusplus
extern "C" {
#endif
/* In the umbrella the module uapi may have given this name to the kernel's structure alone. */
#pragma push_macro("sockaddr_in")
#undef sockaddr_in
int bindresvport(int, struct sockaddr_in *);
#pragma pop_macro("sockaddr_in")
#ifdef __cplusplus
}
#endif
#endif

#endif
