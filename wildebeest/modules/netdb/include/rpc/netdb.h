/*
 * <rpc/netdb.h>, which musl lacks: the names of RPC programs, from /etc/rpc.
 */
#ifndef LWB_NETDB_RPC_NETDB_H
#define LWB_NETDB_RPC_NETDB_H
#pragma GCC system_header
#include <features.h>
#include <stddef.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __cplusplus
extern "C" {
#endif
/* libtirpc's <rpc/rpcent.h> has the structure as well, on a system that is not glibc. */
#ifndef _RPC_RPCENT_H
#define _RPC_RPCENT_H
struct rpcent {
        char *r_name;
        char **r_aliases;
        int r_number;
};
#endif
void setrpcent(int);
void endrpcent(void);
struct rpcent *getrpcent(void);
struct rpcent *getrpcbyname(const char *);
struct rpcent *getrpcbynumber(int);
int getrpcent_r(struct rpcent *, char *, size_t, struct rpcent **);
int getrpcbyname_r(const char *, struct rpcent *, char *, size_t, struct rpcent **);
int getrpcbynumber_r(int, struct rpcent *, char *, size_t, struct rpcent **);
#ifdef __cplusplus
}
#endif

#endif
