/* <poll.h> with an event of poll that Linux has, which musl lacks. */
#ifndef LWB_MACROS_POLL_H
#define LWB_MACROS_POLL_H
#pragma GCC system_header
#include_next <poll.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#ifndef POLLREMOVE
#define POLLREMOVE 0x1000
#endif
#endif

#endif
