/*
 * glibc: has it since 2.35; where the kernel lacks the system call (before Linux 5.11), it refuses
 * or rounds to milliseconds. musl:  lacks it. here:  the system call; without it epoll_pwait, the
 * time rounded up to milliseconds. see:   epoll_wait(2).
 */
#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <sys/epoll.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

/* Milliseconds of a valid time, rounded up so that nobody is woken early; -1: no limit. */
static int milliseconds(const struct timespec *timeout)
{
        if (!timeout)
                return -1;
        if (timeout->tv_sec >= INT_MAX / 1000)
                return INT_MAX;
        return (int)(timeout->tv_sec * 1000 + (timeout->tv_nsec + 999999) / 1000000);
}

/**
 * Waits for events as epoll_pwait does, with a time-out in nanoseconds; null: none. The number of
 * events that are stored, 0 when the time is over, or -1: EINVAL (also for an invalid time), EBADF,
 * EFAULT, EINTR.
 */
int epoll_pwait2(int fd, struct epoll_event *events, int count, const struct timespec *timeout,
                 const sigset_t *mask)
{
        /* The kernel's time has 64 bits on every machine, its set of signals _NSIG bits. */
        long long time[2] = {timeout ? timeout->tv_sec : 0, timeout ? timeout->tv_nsec : 0};
        int saved = errno;
        int result;

        result = (int)syscall(SYS_epoll_pwait2, fd, events, count, timeout ? time : NULL, mask,
                              (size_t)(_NSIG / 8));
        if (result >= 0 || errno != ENOSYS)
                return result;
        if (timeout &&
            (timeout->tv_sec < 0 || timeout->tv_nsec < 0 || timeout->tv_nsec > 999999999)) {
                errno = EINVAL;
                return -1;
        }
        errno = saved;
        return epoll_pwait(fd, events, count, milliseconds(timeout), mask);
}
