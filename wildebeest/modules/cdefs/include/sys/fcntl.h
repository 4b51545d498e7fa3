/*
 * <sys/fcntl.h> as another name of <fcntl.h>, which in musl warns that it is the wrong name, and so
 * fails with -Werror.
 */
#ifndef LWB_CDEFS_SYS_FCNTL_H
#define LWB_CDEFS_SYS_FCNTL_H
#pragma GCC system_header
#include <fcntl.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#endif
