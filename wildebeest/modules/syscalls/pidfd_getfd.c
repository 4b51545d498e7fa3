#include <sys/pidfd.h>
#include <sys/syscall.h>
#include <unistd.h>

/**
 * A copy, close-on-exec, of another process's descriptor; `flags` is 0. -1: EBADF, EPERM, ESRCH,
 * EINVAL, ENOSYS before Linux 5.6. See pidfd_getfd(2).
 */
int pidfd_getfd(int pidfd, int fd, unsigned int flags)
{
        return (int)syscall(SYS_pidfd_getfd, pidfd, fd, flags);
}
