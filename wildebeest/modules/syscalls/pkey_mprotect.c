#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

/**
 * Sets the protection of pages, PROT_*, and their protection key; with the key -1 as mprotect does,
 * so also where there are no keys. 0, or -1: EINVAL, EACCES, ENOMEM, ENOSYS before Linux 4.9. See
 * pkeys(7).
 */
int pkey_mprotect(void *address, size_t length, int protection, int key)
{
        if (key == -1)
                return mprotect(address, length, protection);
        return (int)syscall(SYS_pkey_mprotect, address, length, protection, key);
}
