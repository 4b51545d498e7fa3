/*
 * <netdb.h> with what musl lacks: the _r forms that read /etc/hosts, networks,
 * services and protocols, netgroups, the rpc database, the _PATH_ macros,
 * getaddrinfo_a and its relatives, and those of rcmd.
 */
#ifndef LWB_NETDB_NETDB_H
#define LWB_NETDB_NETDB_H
#pragma GCC system_header
#include_next <netdb.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifndef _PATH_HEQUIV
#define _PATH_HEQUIV "/etc/hosts.equiv"
#endif
#ifndef _PATH_HOSTS
#define _PATH_HOSTS "/etc/hosts"
#endif
#ifndef _PATH_NETWORKS
#define _PATH_NETWORKS "/etc/networks"
#endif
#ifndef _PATH_NSSWITCH_CONF
#define _PATH_NSSWITCH_CONF "/etc/nsswitch.conf"
#endif
#ifndef _PATH_PROTOCOLS
#define _PATH_PROTOCOLS "/etc/protocols"
#endif
#ifndef _PATH_SERVICES
#define _PATH_SERVICES "/etc/services"
#endif

#ifdef __cplusplus
extern "C" {
#endif
__typeof__(sethostent) sethostent __asm__("__lwb_sethostent");
__typeof__(gethostent) gethostent __asm__("__lwb_gethostent");
__typeof__(endhostent) endhostent __asm__("__lwb_endhostent");
__typeof__(setnetent) setnetent __asm__("__lwb_setnetent");
__typeof__(getnetent) getnetent __asm__("__lwb_getnetent");
__typeof__(endnetent) endnetent __asm__("__lwb_endnetent");
__typeof__(getnetbyname) getnetbyname __asm__("__lwb_getnetbyname");
__typeof__(getnetbyaddr) getnetbyaddr __asm__("__lwb_getnetbyaddr");
__typeof__(setservent) setservent __asm__("__lwb_setservent");
__typeof__(getservent) getservent __asm__("__lwb_getservent");
__typeof__(endservent) endservent __asm__("__lwb_endservent");
__typeof__(getservbyname) getservbyname __asm__("__lwb_getservbyname");
__typeof__(getservbyport) getservbyport __asm__("__lwb_getservbyport");
__typeof__(setprotoent) setprotoent __asm__("__lwb_setprotoent");
__typeof__(getprotoent) getprotoent __asm__("__lwb_getprotoent");
__typeof__(endprotoent) endprotoent __asm__("__lwb_endprotoent");
__typeof__(getprotobyname) getprotobyname __asm__("__lwb_getprotobyname");
__typeof__(getprotobynumber) getprotobynumber __asm__("__lwb_getprotobynumber");
__typeof__(gai_strerror) gai_strerror __asm__("__lwb_gai_strerror");
#ifdef __cplusplus
}
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#include <rpc/netdb.h>
#ifdef __cplusplus
extern "C" {
#endif
__typeof__(getservbyname_r) getservbyname_r __asm__("__lwb_getservbyname_r");
__typeof__(getservbyport_r) getservbyport_r __asm__("__lwb_getservbyport_r");
int gethostent_r(struct hostent *__restrict, char *__restrict, size_t, struct hostent **__restrict,
                 int *__restrict);
int getnetent_r(struct netent *__restrict, char *__restrict, size_t, struct netent **__restrict,
                int *__restrict);
int getnetbyname_r(const char *__restrict, struct netent *__restrict, char *__restrict, size_t,
                   struct netent **__restrict, int *__restrict);
int getnetbyaddr_r(uint32_t, int, struct netent *__restrict, char *__restrict, size_t,
                   struct netent **__restrict, int *__restrict);
int getservent_r(struct servent *__restrict, char *__restrict, size_t, struct servent **__restrict);
int getprotoent_r(struct protoent *__restrict, char *__restrict, size_t,
                  struct protoent **__restrict);
int getprotobyname_r(const char *__restrict, struct protoent *__restrict, char *__restrict, size_t,
                     struct protoent **__restrict);
int getprotobynumber_r(int, struct protoent *__restrict, char *__restrict, size_t,
                       struct protoent **__restrict);
int setnetgrent(const char *);
void endnetgrent(void);
int getnetgrent(char **__restrict, char **__restrict, char **__restrict);
int getnetgrent_r(char **__restrict, char **__restrict, char **__restrict, char *__restrict,
                  size_t);
int innetgr(const char *, const char *, const char *, const char *);
int rresvport(int *);
int rresvport_af(int *, sa_family_t);
int rcmd(char **__restrict, unsigned short, const char *__restrict, const char *__restrict,
         const char *__restrict, int *__restrict);
int rcmd_af(char **__restrict, unsigned short, const char *__restrict, const char *__restrict,
            const char *__restrict, int *__restrict, sa_family_t);
int rexec(char **__restrict, int, const char *__restrict, const char *__restrict,
          const char *__restrict, int *__restrict);
int rexec_af(char **__restrict, int, const char *__restrict, const char *__restrict,
             const char *__restrict, int *__restrict, sa_family_t);
int ruserok(const char *, int, const char *, const char *);
int ruserok_af(const char *, int, const char *, const char *, sa_family_t);
int iruserok(uint32_t, int, const char *, const char *);
int iruserok_af(const void *, int, const char *, const char *, sa_family_t);
#ifdef __cplusplus
}
#endif
#endif

#ifdef _GNU_SOURCE
#if !defined(__DEFINED_struct_timespec) || !defined(__DEFINED_time_t)
#define __NEED_struct_timespec
#define __NEED_time_t
#include <bits/alltypes.h>
#endif

#define GAI_WAIT 0
#define GAI_NOWAIT 1

struct sigevent;
struct gaicb {
        const char *ar_name;
        const char *ar_service;
        const struct addrinfo *ar_request;
        struct addrinfo *ar_result;
        int __return;
        int __reserved[5];
};

#ifdef __cplusplus
extern "C" {
#endif
int getaddrinfo_a(int, struct gaicb *[], int, struct sigevent *__restrict);
int gai_suspend(const struct gaicb *const[], int, const struct timespec *);
int gai_error(struct gaicb *);
int gai_cancel(struct gaicb *);
#ifdef __cplusplus
}
#endif
#endif

#endif
