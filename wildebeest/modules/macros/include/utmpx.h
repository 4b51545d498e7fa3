/*
 * <utmpx.h> with ACCOUNTING, and the names of the files: those that musl's
 * <utmp.h> has, which can't exist, since musl keeps no records of logins.
 */
#ifndef LWB_MACROS_UTMPX_H
#define LWB_MACROS_UTMPX_H
#pragma GCC system_header
#include_next <utmpx.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef _GNU_SOURCE
#include <paths.h>
#ifndef ACCOUNTING
#define ACCOUNTING 9
#endif
#ifndef _PATH_UTMPX
#define _PATH_UTMPX _PATH_UTMP
#endif
#ifndef _PATH_WTMPX
#define _PATH_WTMPX _PATH_WTMP
#endif
#ifndef UTMPX_FILE
#define UTMPX_FILE _PATH_UTMPX
#endif
#ifndef UTMPX_FILENAME
#define UTMPX_FILENAME _PATH_UTMPX
#endif
#ifndef WTMPX_FILE
#define WTMPX_FILE _PATH_WTMPX
#endif
#ifndef WTMPX_FILENAME
#define WTMPX_FILENAME _PATH_WTMPX
#endif
#endif

#endif
