#include <sys/pidfd.h>
#include <sys/syscall.h>
#include <unistd.h>

/**
 * A descriptor of a process, readable when it has ended; PIDFD_NONBLOCK, PIDFD_THREAD in `flags`.
 * -1: ESRCH, EINVAL, EMFILE, ENOSYS before Linux 5.3. See pidfd_open(2).
 */
int pidfd_open(pid_t pid, unsigned int flags)
{
        return (int)syscall(SYS_pidfd_open, pid, flags);
}
