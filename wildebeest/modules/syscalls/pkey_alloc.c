#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

/**
 * Allocates a memory protection key; `flags` is 0, `rights` PKEY_DISABLE_ACCESS or
 * PKEY_DISABLE_WRITE. The key, or -1: ENOSPC where none is free or the processor has none, EINVAL,
 * ENOSYS before Linux 4.9. See pkeys(7).
 */
int pkey_alloc(unsigned int flags, unsigned int rights)
{
        return (int)syscall(SYS_pkey_alloc, flags, rights);
}
