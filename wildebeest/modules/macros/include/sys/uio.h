/* <sys/uio.h> with a flag of pwritev2, which musl lacks. */
#ifndef LWB_MACROS_SYS_UIO_H
#define LWB_MACROS_SYS_UIO_H
#pragma GCC system_header
#include_next <sys/uio.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#ifndef RWF_NOAPPEND
#define RWF_NOAPPEND 0x00000020
#endif
#endif

#endif
