/* <sys/ioctl.h> with _IOC_NR and the kernel's other macros of requests, IOC_IN, TCGETS2, which musl lacks. */
#ifndef LWB_MACROS_SYS_IOCTL_H
#define LWB_MACROS_SYS_IOCTL_H
#pragma GCC system_header
#include_next <sys/ioctl.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#include <asm/ioctl.h>

#if !defined(TCGETS2) && !defined(__powerpc__)
#define TCGETS2 _IOR('T', 0x2A, struct termios2)
#endif
#if !defined(TCSETS2) && !defined(__powerpc__)
#define TCSETS2 _IOW('T', 0x2B, struct termios2)
#endif
#if !defined(TCSETSW2) && !defined(__powerpc__)
#define TCSETSW2 _IOW('T', 0x2C, struct termios2)
#endif
#if !defined(TCSETSF2) && !defined(__powerpc__)
#define TCSETSF2 _IOW('T', 0x2D, struct termios2)
#endif

#endif
