/*
 * <netdb.h> with the values of h_errno for success and for a failure that errno
 * tells, the character before an address's scope, and the paths of the databases.
 */
#ifndef LWB_MACROS_NETDB_H
#define LWB_MACROS_NETDB_H
#pragma GCC system_header
#include_next <netdb.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

/* What a name can have at most, as glibc says; musl's 255 leave no room for the NUL of the longest. */
#ifdef NI_MAXHOST
#undef NI_MAXHOST
#define NI_MAXHOST 1025
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

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#ifndef NETDB_INTERNAL
#define NETDB_INTERNAL -1
#endif
#ifndef NETDB_SUCCESS
#define NETDB_SUCCESS 0
#endif
#endif

#ifdef _GNU_SOURCE
#ifndef SCOPE_DELIMITER
#define SCOPE_DELIMITER '%'
#endif
#endif

#endif
