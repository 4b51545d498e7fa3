/*
 * glibc: mmap fails with the kernel's error.
 * musl:  EPERM of an anonymous mapping without an address, as filters and security modules answer
 *        it, becomes ENOMEM.
 * here:  the kernel is asked again, and its answer taken.
 * see:   mmap(2), ERRORS.
 */
#include <errno.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>
#include "../../shared/libc_own.h"

LIBC_OWN(mmap);
void *__lwb_mmap(void *address, size_t length, int protection, int flags, int file, off_t offset);

#ifdef SYS_mmap2
#define NUMBER SYS_mmap2
#else
#define NUMBER SYS_mmap
#endif

/** Maps a file, or memory with MAP_ANONYMOUS. MAP_FAILED and the kernel's error. */
void *__lwb_mmap(void *address, size_t length, int protection, int flags, int file, off_t offset)
{
        void *mapped = libc_own_mmap(address, length, protection, flags, file, offset);

        if (mapped != MAP_FAILED || errno != ENOMEM || address || !(flags & MAP_ANONYMOUS))
                return mapped;
        /* musl refuses these by itself. */
        if (flags & MAP_FIXED || length >= PTRDIFF_MAX)
                return mapped;
        return (void *)syscall(NUMBER, NULL, length, protection, flags, -1, 0L);
}
