/* See statvfs(3): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <sys/statvfs.h>
#include <stddef.h>

_Static_assert(sizeof(struct statvfs64) == sizeof(struct statvfs), "struct statvfs64");
_Static_assert(offsetof(struct statvfs64, f_bsize) == offsetof(struct statvfs, f_bsize), "f_bsize");
_Static_assert(offsetof(struct statvfs64, f_blocks) == offsetof(struct statvfs, f_blocks),
               "f_blocks");
_Static_assert(offsetof(struct statvfs64, f_favail) == offsetof(struct statvfs, f_favail),
               "f_favail");
_Static_assert(offsetof(struct statvfs64, f_fsid) == offsetof(struct statvfs, f_fsid), "f_fsid");
_Static_assert(offsetof(struct statvfs64, f_flag) == offsetof(struct statvfs, f_flag), "f_flag");
_Static_assert(offsetof(struct statvfs64, f_namemax) == offsetof(struct statvfs, f_namemax),
               "f_namemax");

/** statvfs(3) under its LFS64 name. */
int statvfs64(const char *restrict path, struct statvfs64 *restrict status)
{
        return statvfs(path, (struct statvfs *)status);
}
