/*
 * glibc: the system call, which takes a thread: 0 is the calling one.
 * musl:  refuses with ENOSYS, as POSIX means the threads of a process.
 * here:  the system call.
 * see:   sched_setscheduler(2).
 */
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

int __lwb_sched_setscheduler(pid_t thread, int policy, const struct sched_param *parameters);

/**
 * Sets the policy and the priority of a thread; SCHED_RESET_ON_FORK may be added to the policy. 0,
 * or -1: EINVAL, EPERM, ESRCH.
 */
int __lwb_sched_setscheduler(pid_t thread, int policy, const struct sched_param *parameters)
{
        return (int)syscall(SYS_sched_setscheduler, thread, policy, parameters);
}
