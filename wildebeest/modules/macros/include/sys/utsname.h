/* <sys/utsname.h> with the length of its members, which musl lacks. */
#ifndef LWB_MACROS_SYS_UTSNAME_H
#define LWB_MACROS_SYS_UTSNAME_H
#pragma GCC system_header
#include_next <sys/utsname.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#ifndef SYS_NMLN
#define SYS_NMLN 65
#endif
#ifndef _UTSNAME_LENGTH
#define _UTSNAME_LENGTH 65
#endif
#endif

#endif
