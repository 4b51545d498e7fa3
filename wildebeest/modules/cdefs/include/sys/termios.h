/*
 * <sys/termios.h> as another name of <termios.h>, which in musl warns that it is the wrong name,
 * and so fails with -Werror.
 */
#ifndef LWB_CDEFS_SYS_TERMIOS_H
#define LWB_CDEFS_SYS_TERMIOS_H
#pragma GCC system_header
#include <termios.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#endif
