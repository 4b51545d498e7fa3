/*
 * glibc: the system call, which takes a thread: 0 is the calling one.
 * musl:  refuses with ENOSYS, as POSIX means the threads of a process.
 * here:  the system call.
 * see:   sched_getparam(2).
 */
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

int __lwb_sched_getparam(pid_t thread, struct sched_param *parameters);

/**
 * Stores the priority of a thread. 0, or -1: EINVAL, ESRCH.
 */
int __lwb_sched_getparam(pid_t thread, struct sched_param *parameters)
{
        return (int)syscall(SYS_sched_getparam, thread, parameters);
}
