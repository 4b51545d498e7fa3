#include <sys/mount.h>
#include <sys/syscall.h>
#include <unistd.h>

/**
 * A mount of a context that FSCONFIG_CMD_CREATE has made, not yet part of the tree; FSMOUNT_CLOEXEC
 * in `flags`, MOUNT_ATTR_* in `attributes`. A descriptor for move_mount, or -1: EBUSY, EPERM,
 * EINVAL, ENOSYS before Linux 5.2. See fsmount(2).
 */
int fsmount(int fd, unsigned int flags, unsigned int attributes)
{
        return (int)syscall(SYS_fsmount, fd, flags, attributes);
}
