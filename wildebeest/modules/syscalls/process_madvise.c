#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

/**
 * Gives the kernel advice about another process's memory; `flags` is 0. Bytes that are advised
 * about, or -1: EBADF, EINVAL, EPERM, ESRCH, ENOSYS before Linux 5.10. See process_madvise(2).
 */
ssize_t process_madvise(int pidfd, const struct iovec *vector, size_t count, int advice,
                        unsigned int flags)
{
        return syscall(SYS_process_madvise, pidfd, vector, count, advice, flags);
}
