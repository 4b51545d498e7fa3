#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

/**
 * Frees a memory protection key. 0, or -1: EINVAL, ENOSYS before Linux 4.9. See pkeys(7).
 */
int pkey_free(int key)
{
        return (int)syscall(SYS_pkey_free, key);
}
