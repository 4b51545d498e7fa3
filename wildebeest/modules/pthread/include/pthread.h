/*
 * <pthread.h> with what musl lacks of glibc's: waits with a clock of the caller's choice (pthread_mutex_clocklock,
 * pthread_cond_clockwait, pthread_rwlock_clockrdlock, pthread_rwlock_clockwrlock, pthread_clockjoin_np),
 * processors and blocked signals of a thread to be (pthread_attr_setaffinity_np, pthread_attr_setsigmask_np and their
 * get forms), and kinds of read-write locks. pthread_create honours the attributes, pthread_getattr_np reads the
 * processors, pthread_attr_destroy frees them.
 */
#ifndef LWB_PTHREAD_PTHREAD_H
#define LWB_PTHREAD_PTHREAD_H
#pragma GCC system_header
#include_next <pthread.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __cplusplus
extern "C" {
#endif

int pthread_create(pthread_t *__restrict, const pthread_attr_t *__restrict, void *(*)(void *),
                   void *__restrict) __asm__("__lwb_pthread_create");
int pthread_attr_destroy(pthread_attr_t *) __asm__("__lwb_pthread_attr_destroy");

#ifdef _GNU_SOURCE
/* A writer that nobody overtakes is refused by pthread_rwlockattr_setkind_np, so there is no initializer. */
enum {
        PTHREAD_RWLOCK_PREFER_READER_NP,
        PTHREAD_RWLOCK_PREFER_WRITER_NP,
        PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP,
        PTHREAD_RWLOCK_DEFAULT_NP = PTHREAD_RWLOCK_PREFER_READER_NP
};
#define PTHREAD_ATTR_NO_SIGMASK_NP (-1)

int pthread_getattr_np(pthread_t, pthread_attr_t *) __asm__("__lwb_pthread_getattr_np");
int pthread_attr_setaffinity_np(pthread_attr_t *, size_t, const struct cpu_set_t *);
int pthread_attr_getaffinity_np(const pthread_attr_t *, size_t, struct cpu_set_t *);
int pthread_attr_setsigmask_np(pthread_attr_t *, const sigset_t *);
int pthread_attr_getsigmask_np(const pthread_attr_t *, sigset_t *);
int pthread_rwlockattr_setkind_np(pthread_rwlockattr_t *, int);
int pthread_rwlockattr_getkind_np(const pthread_rwlockattr_t *__restrict, int *__restrict);
int pthread_mutex_clocklock(pthread_mutex_t *__restrict, clockid_t, const struct timespec *__restrict);
int pthread_cond_clockwait(pthread_cond_t *__restrict, pthread_mutex_t *__restrict, clockid_t,
                           const struct timespec *__restrict);
int pthread_rwlock_clockrdlock(pthread_rwlock_t *__restrict, clockid_t,
                               const struct timespec *__restrict);
int pthread_rwlock_clockwrlock(pthread_rwlock_t *__restrict, clockid_t,
                               const struct timespec *__restrict);
int pthread_clockjoin_np(pthread_t, void **, clockid_t, const struct timespec *);
#endif

#ifdef __cplusplus
}
#endif

#endif
