/* <grp.h> with a size for buffers, which musl lacks. */
#ifndef LWB_MACROS_GRP_H
#define LWB_MACROS_GRP_H
#pragma GCC system_header
#include_next <grp.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#ifndef NSS_BUFLEN_GROUP
#define NSS_BUFLEN_GROUP 1024
#endif
#endif

#endif
