/*
 * <termios.h> with what glibc's gives besides its own names, and programs so rely on:
 * <sys/ttydefaults.h> and TIOCSER_TEMT. musl's headers give what POSIX wants of each.
 * Nothing is added in the strict modes. musl has TIOCSER_TEMT in <sys/ioctl.h>.
 *
 * Written by `wildebeest generate` from closures.json and review.json; do not edit.
 */
#ifndef LWB_POLLUTION_TERMIOS_H
#define LWB_POLLUTION_TERMIOS_H
#pragma GCC system_header
#include_next <termios.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#include <sys/ttydefaults.h>
#ifndef TIOCSER_TEMT
#define TIOCSER_TEMT 1
#endif
#endif

#endif
