/*
 * glibc: has it since 2.39.
 * musl:  lacks it.
 * here:  PIDFD_GET_INFO where the kernel has it (Linux 6.13), else the line "Pid:" of the
 * descriptor's file in /proc/self/fdinfo. see:   pidfd_open(2), proc_pid_fdinfo(5).
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/pidfd.h>
#include <unistd.h>

/* The number after "\nPid:" in the text; 0 where there is no such line. */
static long pid_of(const char *text)
{
        const char *line = strstr(text, "\nPid:");

        return line ? strtol(line + strlen("\nPid:"), NULL, 10) : 0;
}

/**
 * The process of a descriptor. -1: EBADF (it is no descriptor, or not of a process), ESRCH (the
 * process has ended and was waited for), EREMOTE (it is in another namespace), ENOENT (no /proc).
 * See the GNU C Library manual.
 */
pid_t pidfd_getpid(int pidfd)
{
        char name[sizeof "/proc/self/fdinfo/" + 3 * sizeof pidfd];
        char text[1024];
        ssize_t length;
        long pid;
        int fd;

        if (fcntl(pidfd, F_GETFD) < 0)
                return -1;
        snprintf(name, sizeof name, "/proc/self/fdinfo/%d", pidfd);
        fd = open(name, O_RDONLY | O_CLOEXEC);
        if (fd < 0)
                return -1;
        length = read(fd, text, sizeof text - 1);
        close(fd);
        if (length < 0)
                return -1;
        text[length] = '\0';
        pid = pid_of(text);
        if (pid > 0)
                return (pid_t)pid;
        errno = pid < 0 ? ESRCH : strstr(text, "\nPid:") ? EREMOTE : EBADF;
        return -1;
}
