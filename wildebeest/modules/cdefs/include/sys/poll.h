/*
 * <sys/poll.h> as another name of <poll.h>, which in musl warns that it is the wrong name, and so
 * fails with -Werror.
 */
#ifndef LWB_CDEFS_SYS_POLL_H
#define LWB_CDEFS_SYS_POLL_H
#pragma GCC system_header
#include <features.h>
#include <poll.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#endif
