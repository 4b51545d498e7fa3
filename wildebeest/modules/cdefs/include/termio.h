/*
 * <termio.h>, which musl lacks: <termios.h> and <sys/ioctl.h>, with the
 * structure that the ioctl requests TCGETA, TCSETA, TCSETAW and TCSETAF take.
 */
#ifndef LWB_CDEFS_TERMIO_H
#define LWB_CDEFS_TERMIO_H
#pragma GCC system_header
#include <sys/ioctl.h>
#include <termios.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

/* <asm/termios.h> defines both, and has NCC as the mark of it. */
#ifndef NCC
#if defined(__powerpc__)
#define NCC 10
#else
#define NCC 8
#endif
struct termio {
        unsigned short int c_iflag;
        unsigned short int c_oflag;
        unsigned short int c_cflag;
        unsigned short int c_lflag;
        unsigned char c_line;
        unsigned char c_cc[NCC];
};
#endif

#endif
