#include <sys/mount.h>
#include <sys/syscall.h>
#include <unistd.h>

/**
 * A descriptor of a mount, or with OPEN_TREE_CLONE of a copy of it (AT_RECURSIVE: and what is
 * mounted below); OPEN_TREE_CLOEXEC, AT_EMPTY_PATH, AT_NO_AUTOMOUNT, AT_SYMLINK_NOFOLLOW. -1:
 * EINVAL, EPERM, ENOENT, ENOSYS before Linux 5.2. See open_tree(2).
 */
int open_tree(int dirfd, const char *path, unsigned int flags)
{
        return (int)syscall(SYS_open_tree, dirfd, path, flags);
}
