#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

/**
 * Renames as renameat does; RENAME_NOREPLACE, RENAME_EXCHANGE and RENAME_WHITEOUT in `flags`. 0, or
 * -1: EEXIST, EINVAL for what the file system can't do, ENOSYS before Linux 3.15 unless `flags` is
 * 0, and the errors of renameat. See renameat2(2).
 */
int renameat2(int from, const char *from_path, int to, const char *to_path, unsigned int flags)
{
        if (!flags)
                return renameat(from, from_path, to, to_path);
        return (int)syscall(SYS_renameat2, from, from_path, to, to_path, flags);
}
