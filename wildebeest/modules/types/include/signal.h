/* <signal.h> with __sighandler_t, __sigset_t and __sigval_t, glibc's reserved names of musl's types. */
#ifndef LWB_TYPES_SIGNAL_H
#define LWB_TYPES_SIGNAL_H
#pragma GCC system_header
#include_next <signal.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

typedef void (*__sighandler_t)(int);
#if defined(_POSIX_SOURCE) || defined(_POSIX_C_SOURCE) || defined(_XOPEN_SOURCE) ||                \
        defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
typedef sigset_t __sigset_t;
typedef union sigval __sigval_t;
#endif

#endif
