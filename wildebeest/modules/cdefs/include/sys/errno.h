/*
 * <sys/errno.h> as another name of <errno.h>, which in musl warns that it is the wrong name, and so
 * fails with -Werror.
 */
#ifndef LWB_CDEFS_SYS_ERRNO_H
#define LWB_CDEFS_SYS_ERRNO_H
#pragma GCC system_header
#include <errno.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#endif
