/*
 * glibc: the system call, which takes a thread: 0 is the calling one.
 * musl:  refuses with ENOSYS, as POSIX means the threads of a process.
 * here:  the system call.
 * see:   sched_getscheduler(2).
 */
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

int __lwb_sched_getscheduler(pid_t thread);

/**
 * The policy of a thread, SCHED_*. -1: EINVAL, ESRCH.
 */
int __lwb_sched_getscheduler(pid_t thread)
{
        return (int)syscall(SYS_sched_getscheduler, thread);
}
