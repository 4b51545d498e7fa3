/*
 * <signal.h> with System V's name of SIGCHLD, BSD's of flags and masks. Linux
 * never restarts a call without SA_RESTART, so SA_INTERRUPT asks for what is.
 */
#ifndef LWB_MACROS_SIGNAL_H
#define LWB_MACROS_SIGNAL_H
#pragma GCC system_header
#include_next <signal.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#if defined(SIGCHLD) && !defined(SIGCLD)
#define SIGCLD SIGCHLD
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#ifndef SA_INTERRUPT
#define SA_INTERRUPT 0x20000000
#endif
#ifndef SA_STACK
#define SA_STACK SA_ONSTACK
#endif
#ifndef SA_NOMASK
#define SA_NOMASK SA_NODEFER
#endif
#ifndef SA_ONESHOT
#define SA_ONESHOT SA_RESETHAND
#endif
#ifndef sigmask
#define sigmask(signal) ((int)(1U << (-1 + (signal))))
#endif
#endif

#endif
