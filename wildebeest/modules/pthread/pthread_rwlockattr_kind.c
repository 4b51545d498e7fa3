/*
 * glibc: PTHREAD_RWLOCK_PREFER_WRITER_NP is PTHREAD_RWLOCK_PREFER_READER_NP; with the third kind a
 * waiting writer keeps new readers out. musl:  lacks both functions; its locks prefer readers.
 * here:  the third kind is refused, as musl's lock can't do that. The kind is in the second int of
 * the attributes. see:   pthread_rwlockattr_setkind_np(3).
 */
#include <errno.h>
#include <pthread.h>
#include <string.h>

_Static_assert(sizeof(pthread_rwlockattr_t) == 2 * sizeof(int), "libc's attributes have changed");

/** Sets the kind of a read-write lock. 0; ENOTSUP for PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP;
 * EINVAL. */
int pthread_rwlockattr_setkind_np(pthread_rwlockattr_t *attributes, int kind)
{
        if (kind == PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP)
                return ENOTSUP;
        if (kind != PTHREAD_RWLOCK_PREFER_READER_NP && kind != PTHREAD_RWLOCK_PREFER_WRITER_NP)
                return EINVAL;
        memcpy((char *)attributes + sizeof(int), &kind, sizeof kind);
        return 0;
}

/** Stores the kind of a read-write lock. 0. */
int pthread_rwlockattr_getkind_np(const pthread_rwlockattr_t *restrict attributes,
                                  int *restrict kind)
{
        memcpy(kind, (const char *)attributes + sizeof(int), sizeof *kind);
        return 0;
}
