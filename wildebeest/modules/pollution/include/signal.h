/*
 * <signal.h> with what glibc's gives besides its own names, and programs so rely on:
 * <sys/ucontext.h>, pthread_barrier_t, pthread_barrierattr_t, pthread_cond_t,
 * pthread_condattr_t, pthread_key_t, pthread_mutex_t, pthread_mutexattr_t,
 * pthread_once_t, pthread_rwlock_t, pthread_rwlockattr_t and pthread_spinlock_t; under
 * _GNU_SOURCE <unistd.h>. musl's headers give what POSIX wants of each. Nothing is
 * added in the strict modes.
 *
 * Written by `wildebeest generate` from closures.json and review.json; do not edit.
 */
#ifndef LWB_POLLUTION_SIGNAL_H
#define LWB_POLLUTION_SIGNAL_H
#pragma GCC system_header
#include_next <signal.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#include <sys/ucontext.h>
#if !defined(__DEFINED_pthread_barrier_t) || !defined(__DEFINED_pthread_barrierattr_t) || !defined(__DEFINED_pthread_cond_t) || !defined(__DEFINED_pthread_condattr_t) || !defined(__DEFINED_pthread_key_t) || !defined(__DEFINED_pthread_mutex_t) || !defined(__DEFINED_pthread_mutexattr_t) || !defined(__DEFINED_pthread_once_t) || !defined(__DEFINED_pthread_rwlock_t) || !defined(__DEFINED_pthread_rwlockattr_t) || !defined(__DEFINED_pthread_spinlock_t)
#define __NEED_pthread_barrier_t
#define __NEED_pthread_barrierattr_t
#define __NEED_pthread_cond_t
#define __NEED_pthread_condattr_t
#define __NEED_pthread_key_t
#define __NEED_pthread_mutex_t
#define __NEED_pthread_mutexattr_t
#define __NEED_pthread_once_t
#define __NEED_pthread_rwlock_t
#define __NEED_pthread_rwlockattr_t
#define __NEED_pthread_spinlock_t
#include <bits/alltypes.h>
#endif
#endif
#ifdef _GNU_SOURCE
#include <unistd.h>
#endif

#endif
