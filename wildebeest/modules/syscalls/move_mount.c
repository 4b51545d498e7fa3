#include <sys/mount.h>
#include <sys/syscall.h>
#include <unistd.h>

/**
 * Moves a mount, or attaches one of fsmount or open_tree; MOVE_MOUNT_* in `flags`. 0, or -1:
 * EINVAL, EPERM, ENOENT, ENOSYS before Linux 5.2. See move_mount(2).
 */
int move_mount(int from, const char *from_path, int to, const char *to_path, unsigned int flags)
{
        return (int)syscall(SYS_move_mount, from, from_path, to, to_path, flags);
}
