#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

/**
 * Sends a signal to a thread of a process. 0, or -1: EINVAL, ESRCH, EPERM, EAGAIN. See tgkill(2).
 */
int tgkill(pid_t process, pid_t thread, int signal)
{
        return (int)syscall(SYS_tgkill, process, thread, signal);
}
