/* <signal.h> with pthread_sigqueue, which musl lacks: sigqueue for a thread. */
#ifndef LWB_PTHREAD_SIGNAL_H
#define LWB_PTHREAD_SIGNAL_H
#pragma GCC system_header
#include_next <signal.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef _GNU_SOURCE
#ifdef __cplusplus
extern "C"
#endif
int pthread_sigqueue(pthread_t, int, union sigval);
#endif

#endif
