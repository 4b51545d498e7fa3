#include <sys/mount.h>
#include <sys/syscall.h>
#include <unistd.h>

/**
 * Opens a context in which a file system of a type is configured (fsconfig) and made mountable
 * (fsmount); FSOPEN_CLOEXEC in `flags`. A descriptor, or -1: ENODEV for an unknown type, EPERM,
 * EINVAL, EMFILE, ENOSYS before Linux 5.2. See fsopen(2).
 */
int fsopen(const char *type, unsigned int flags)
{
        return (int)syscall(SYS_fsopen, type, flags);
}
