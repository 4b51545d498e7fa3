/*
 * glibc: the system call, which takes a thread: 0 is the calling one.
 * musl:  refuses with ENOSYS, as POSIX means the threads of a process.
 * here:  the system call.
 * see:   sched_setparam(2).
 */
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

int __lwb_sched_setparam(pid_t thread, const struct sched_param *parameters);

/**
 * Sets the priority of a thread within its policy. 0, or -1: EINVAL, EPERM, ESRCH.
 */
int __lwb_sched_setparam(pid_t thread, const struct sched_param *parameters)
{
        return (int)syscall(SYS_sched_setparam, thread, parameters);
}
