#include <sys/mount.h>
#include <sys/syscall.h>
#include <unistd.h>

/**
 * Opens a context of a file system that is mounted, to be configured anew; FSPICK_* in `flags`.
 * A descriptor, or -1: EINVAL where no mount is at `path`, EPERM, ENOENT, ENOSYS before Linux 5.2.
 * See fspick(2).
 */
int fspick(int dirfd, const char *path, unsigned int flags)
{
        return (int)syscall(SYS_fspick, dirfd, path, flags);
}
