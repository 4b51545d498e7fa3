/*
 * <pthread.h> with static initializers and names for the kinds of mutexes, and
 * the cleanup handlers that also defer cancellation.
 *
 * An adaptive mutex is a normal one: spinning first is no more than a hint.
 */
#ifndef LWB_MACROS_PTHREAD_H
#define LWB_MACROS_PTHREAD_H
#pragma GCC system_header
#include_next <pthread.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifndef PTHREAD_MUTEX_TIMED_NP
#define PTHREAD_MUTEX_TIMED_NP PTHREAD_MUTEX_NORMAL
#endif
#ifndef PTHREAD_MUTEX_RECURSIVE_NP
#define PTHREAD_MUTEX_RECURSIVE_NP PTHREAD_MUTEX_RECURSIVE
#endif
#ifndef PTHREAD_MUTEX_ERRORCHECK_NP
#define PTHREAD_MUTEX_ERRORCHECK_NP PTHREAD_MUTEX_ERRORCHECK
#endif
#ifndef PTHREAD_MUTEX_ADAPTIVE_NP
#define PTHREAD_MUTEX_ADAPTIVE_NP PTHREAD_MUTEX_NORMAL
#endif

#ifdef _GNU_SOURCE
/* The kind is the first int of musl's mutex; all of an unlocked one's rest is 0. */
#if !defined(__cplusplus) || __cplusplus >= 201103L
#ifdef __cplusplus
static_assert(
#else
_Static_assert(
#endif
    __builtin_offsetof(pthread_mutex_t, __u.__i[0]) == 0 &&
        sizeof(((pthread_mutex_t *)0)->__u.__i) == sizeof(pthread_mutex_t) &&
        sizeof(pthread_mutex_t) == (sizeof(long) == 8 ? 10 : 6) * sizeof(int) &&
        PTHREAD_MUTEX_RECURSIVE == 1 && PTHREAD_MUTEX_ERRORCHECK == 2,
    "musl's mutex has changed, so its static initializers must");
#endif

#ifndef PTHREAD_MUTEX_FAST_NP
#define PTHREAD_MUTEX_FAST_NP PTHREAD_MUTEX_NORMAL
#endif
/* clang-format off */
#ifndef PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP
#define PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP {{{PTHREAD_MUTEX_RECURSIVE}}}
#endif
#ifndef PTHREAD_ERRORCHECK_MUTEX_INITIALIZER_NP
#define PTHREAD_ERRORCHECK_MUTEX_INITIALIZER_NP {{{PTHREAD_MUTEX_ERRORCHECK}}}
#endif
/* clang-format on */
#ifndef PTHREAD_ADAPTIVE_MUTEX_INITIALIZER_NP
#define PTHREAD_ADAPTIVE_MUTEX_INITIALIZER_NP PTHREAD_MUTEX_INITIALIZER
#endif

#ifndef pthread_cleanup_push_defer_np
#define pthread_cleanup_push_defer_np(routine, arg)                                                \
        do {                                                                                       \
                int lwb_cancel_type;                                                               \
                pthread_setcanceltype(PTHREAD_CANCEL_DEFERRED, &lwb_cancel_type);                  \
        pthread_cleanup_push(routine, arg)
#define pthread_cleanup_pop_restore_np(execute)                                                    \
        pthread_cleanup_pop(execute);                                                              \
        pthread_setcanceltype(lwb_cancel_type, 0);                                                 \
        }                                                                                          \
        while (0)
#endif
#endif

#endif
