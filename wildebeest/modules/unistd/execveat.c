#include <sys/syscall.h>
#include <unistd.h>

/**
 * execve of `path` relative to the directory `dirfd`, or with AT_EMPTY_PATH of `dirfd` itself.
 * Returns only on failure. Errors: those of execve, EBADF, EINVAL (unknown flag), ELOOP (a symbolic
 * link with AT_SYMLINK_NOFOLLOW), ENOSYS before Linux 3.19. See execveat(2).
 */
int execveat(int dirfd, const char *path, char *const argv[], char *const envp[], int flags)
{
        return (int)syscall(SYS_execveat, dirfd, path, argv, envp, flags);
}
