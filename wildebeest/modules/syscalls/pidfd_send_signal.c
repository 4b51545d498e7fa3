#include <sys/pidfd.h>
#include <sys/syscall.h>
#include <unistd.h>

/**
 * Sends a signal to the process of a descriptor, with `info` as rt_sigqueueinfo(2) does, if not
 * null. 0, or -1: EBADF, ESRCH, EPERM, EINVAL, ENOSYS before Linux 5.1. See pidfd_send_signal(2).
 */
int pidfd_send_signal(int pidfd, int signal, siginfo_t *info, unsigned int flags)
{
        return (int)syscall(SYS_pidfd_send_signal, pidfd, signal, info, flags);
}
