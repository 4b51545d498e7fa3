/* <pwd.h> with a size for buffers, which musl lacks. */
#ifndef LWB_MACROS_PWD_H
#define LWB_MACROS_PWD_H
#pragma GCC system_header
#include_next <pwd.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#ifndef NSS_BUFLEN_PASSWD
#define NSS_BUFLEN_PASSWD 1024
#endif
#endif

#endif
