/*
 * <sys/poll.h> as another name of <poll.h>, which in musl warns that it is the wrong name, and so
 * fails with -Werror. It is libc's header, as with glibc, where a package has a <poll.h> of its own.
 */
#ifndef LWB_CDEFS_SYS_POLL_H
#define LWB_CDEFS_SYS_POLL_H
#pragma GCC system_header
#include <features.h>
#include_next <poll.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef _GNU_SOURCE
#ifndef POLLREMOVE
#define POLLREMOVE 0x1000
#endif
#endif

#endif
