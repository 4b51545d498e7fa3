#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

/**
 * Frees the memory of a process that is being killed, in the calling context; `flags` is 0. 0, or
 * -1: EBADF, EINVAL, EAGAIN, ESRCH, ENOSYS before Linux 5.15. See the GNU C Library manual.
 */
int process_mrelease(int pidfd, unsigned int flags)
{
        return (int)syscall(SYS_process_mrelease, pidfd, flags);
}
