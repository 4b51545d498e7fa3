/* <semaphore.h> with sem_clockwait, which musl lacks: sem_timedwait with a clock of the caller's choice. */
#ifndef LWB_PTHREAD_SEMAPHORE_H
#define LWB_PTHREAD_SEMAPHORE_H
#pragma GCC system_header
#include_next <semaphore.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef _GNU_SOURCE
#ifndef __DEFINED_clockid_t
#define __NEED_clockid_t
#include <bits/alltypes.h>
#endif
#ifdef __cplusplus
extern "C"
#endif
int sem_clockwait(sem_t *__restrict, clockid_t, const struct timespec *__restrict);
#endif

#endif
