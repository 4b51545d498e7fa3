/*
 * <wait.h> as another name of <sys/wait.h>, which in musl warns that it is the wrong name, and so
 * fails with -Werror.
 */
#ifndef LWB_CDEFS_WAIT_H
#define LWB_CDEFS_WAIT_H
#pragma GCC system_header
#include <sys/wait.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#endif
