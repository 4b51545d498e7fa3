/*
 * <resolv.h> whose functions work on a struct __res_state, the caller's or _res of the thread: its
 * servers, search list and options. musl's read resolv.conf for themselves and have no res_n ones.
 */
#ifndef LWB_RESOLV_RESOLV_H
#define LWB_RESOLV_RESOLV_H
#pragma GCC system_header
#include_next <resolv.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifndef RES_NOTLDQUERY
#define RES_NOTLDQUERY 0x01000000
#endif
#ifndef RES_NORELOAD
#define RES_NORELOAD 0x02000000
#endif
#ifndef RES_TRUSTAD
#define RES_TRUSTAD 0x04000000
#endif
#ifndef RES_NOAAAA
#define RES_NOAAAA 0x08000000
#endif

#ifdef __cplusplus
extern "C" {
#endif
__typeof__(__res_state) __res_state __asm__("__lwb_res_state");
__typeof__(res_init) res_init __asm__("__lwb_res_init");
__typeof__(res_query) res_query __asm__("__lwb_res_query");
__typeof__(res_querydomain) res_querydomain __asm__("__lwb_res_querydomain");
__typeof__(res_search) res_search __asm__("__lwb_res_search");
__typeof__(res_mkquery) res_mkquery __asm__("__lwb_res_mkquery");
__typeof__(res_send) res_send __asm__("__lwb_res_send");
void res_close(void);
int res_ninit(res_state);
void res_nclose(res_state);
int res_nquery(res_state, const char *, int, int, unsigned char *, int);
int res_nquerydomain(res_state, const char *, const char *, int, int, unsigned char *, int);
int res_nsearch(res_state, const char *, int, int, unsigned char *, int);
int res_nmkquery(res_state, int, const char *, int, int, const unsigned char *, int,
                 const unsigned char *, unsigned char *, int);
int res_nsend(res_state, const unsigned char *, int, unsigned char *, int);
int res_hnok(const char *);
int res_ownok(const char *);
int res_mailok(const char *);
int res_dnok(const char *);
int res_nameinquery(const char *, int, int, const unsigned char *, const unsigned char *);
int res_queriesmatch(const unsigned char *, const unsigned char *, const unsigned char *,
                     const unsigned char *);
int res_isourserver(const struct sockaddr_in *);
unsigned int res_randomid(void);
int dn_count_labels(const char *);
int b64_ntop(const unsigned char *, size_t, char *, size_t);
int b64_pton(const char *, unsigned char *, size_t);
const char *p_class(int);
const char *p_type(int);
const char *p_rcode(int);
const char *p_time(uint32_t);
#ifdef __cplusplus
}
#endif

#endif
