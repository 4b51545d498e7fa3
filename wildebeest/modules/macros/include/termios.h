/* <termios.h> with the comparison of control characters, which musl lacks. */
#ifndef LWB_MACROS_TERMIOS_H
#define LWB_MACROS_TERMIOS_H
#pragma GCC system_header
#include_next <termios.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#ifndef CCEQ
#define CCEQ(val, c) ((c) == (val) && (val) != _POSIX_VDISABLE)
#endif
#endif

#endif
