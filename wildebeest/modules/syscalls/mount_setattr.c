#include <sys/mount.h>
#include <sys/syscall.h>
#include <unistd.h>

/**
 * Changes the attributes of a mount, with AT_RECURSIVE of all below it too; `size` in bytes. 0, or
 * -1: EINVAL, EPERM, EBUSY, E2BIG, ENOSYS before Linux 5.12. See mount_setattr(2).
 */
int mount_setattr(int dirfd, const char *path, unsigned int flags, struct mount_attr *attributes,
                  size_t size)
{
        return (int)syscall(SYS_mount_setattr, dirfd, path, flags, attributes, size);
}
