/*
 * glibc: has it since 2.11.
 * musl:  lacks it, and does not tell a thread's number.
 * here:  the number is in the thread's clock, as the kernel builds those of threads: its
 * complement, above 3 bits. see:   pthread_sigqueue(3), pthread_getcpuclockid(3).
 */
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/**
 * Sends a signal with a value to a thread of this process. 0, EINVAL for no signal or one that libc
 * keeps for itself, ESRCH, EAGAIN.
 */
int pthread_sigqueue(pthread_t thread, int number, union sigval value)
{
        siginfo_t info;
        clockid_t clock;
        sigset_t all;
        int error;

        sigfillset(&all);
        if (number && sigismember(&all, number) != 1)
                return EINVAL;
        error = pthread_getcpuclockid(thread, &clock);
        if (error)
                return error;
        memset(&info, 0, sizeof info);
        info.si_signo = number;
        info.si_code = SI_QUEUE;
        info.si_pid = getpid();
        info.si_uid = getuid();
        info.si_value = value;
        return syscall(SYS_rt_tgsigqueueinfo, getpid(), ~(clock >> 3), number, &info) ? errno : 0;
}
