/*
 * <arpa/nameser.h> with the functions on names and times of life that musl lacks.
 */
#ifndef LWB_RESOLV_ARPA_NAMESER_H
#define LWB_RESOLV_ARPA_NAMESER_H
#pragma GCC system_header
#include_next <arpa/nameser.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __cplusplus
extern "C" {
#endif
int(ns_msg_getflag)(ns_msg, int);
int ns_format_ttl(unsigned long, char *, size_t);
int ns_parse_ttl(const char *, unsigned long *);
uint32_t ns_datetosecs(const char *, int *);
int ns_name_ntol(const unsigned char *, unsigned char *, size_t);
int ns_name_ntop(const unsigned char *, char *, size_t);
int ns_name_pton(const char *, unsigned char *, size_t);
int ns_name_unpack(const unsigned char *, const unsigned char *, const unsigned char *,
                   unsigned char *, size_t);
int ns_name_pack(const unsigned char *, unsigned char *, int, const unsigned char **,
                 const unsigned char **);
int ns_name_compress(const char *, unsigned char *, size_t, const unsigned char **,
                     const unsigned char **);
int ns_name_skip(const unsigned char **, const unsigned char *);
void ns_name_rollback(const unsigned char *, const unsigned char **, const unsigned char **);
int ns_samedomain(const char *, const char *);
int ns_subdomain(const char *, const char *);
int ns_samename(const char *, const char *);
int ns_makecanon(const char *, char *, size_t);
#ifdef __cplusplus
}
#endif

#endif
