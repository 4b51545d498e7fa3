/* See statfs(2): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <sys/statfs.h>
#include <stddef.h>

_Static_assert(sizeof(struct statfs64) == sizeof(struct statfs), "struct statfs64");
_Static_assert(offsetof(struct statfs64, f_type) == offsetof(struct statfs, f_type), "f_type");
_Static_assert(offsetof(struct statfs64, f_blocks) == offsetof(struct statfs, f_blocks),
               "f_blocks");
_Static_assert(offsetof(struct statfs64, f_fsid) == offsetof(struct statfs, f_fsid), "f_fsid");
_Static_assert(offsetof(struct statfs64, f_namelen) == offsetof(struct statfs, f_namelen),
               "f_namelen");

/** statfs(2) under its LFS64 name. */
int statfs64(const char *path, struct statfs64 *status)
{
        return statfs(path, (struct statfs *)status);
}
