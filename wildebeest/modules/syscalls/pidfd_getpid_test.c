/* pidfd_getpid, which musl lacks. */
#include <errno.h>
#include <signal.h>
#include <sys/pidfd.h>
#include <sys/wait.h>
#include <unistd.h>
#include "tap.h"

/* Older headers of glibc, for the sanitizer runs. */
pid_t pidfd_getpid(int);

int main(void)
{
        pid_t child;
        int fd = pidfd_open(getpid(), 0);

        if (fd < 0)
                skip_all("no pidfd_open here");
        is_int(pidfd_getpid(fd), getpid(), "pidfd_getpid: this process");
        close(fd);
        child = fork();
        require(child >= 0);
        if (!child)
                for (;;)
                        pause();
        fd = pidfd_open(child, 0);
        require(fd >= 0);
        is_int(pidfd_getpid(fd), child, "pidfd_getpid: a child");
        require(!kill(child, SIGKILL) && waitpid(child, NULL, 0) == child);
        errno = 0;
        ok(pidfd_getpid(fd) == -1 && errno == ESRCH, "pidfd_getpid: ESRCH when it has ended");
        close(fd);
        errno = 0;
        ok(pidfd_getpid(fd) == -1 && errno == EBADF, "pidfd_getpid: EBADF for no descriptor");
        errno = 0;
        ok(pidfd_getpid(0) == -1 && errno == EBADF, "pidfd_getpid: EBADF for another descriptor");
        return done_testing();
}
