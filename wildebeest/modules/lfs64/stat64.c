/* See stat(2): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <sys/stat.h>
#include <stddef.h>

_Static_assert(sizeof(struct stat64) == sizeof(struct stat), "struct stat64");
_Static_assert(offsetof(struct stat64, st_dev) == offsetof(struct stat, st_dev), "st_dev");
_Static_assert(offsetof(struct stat64, st_ino) == offsetof(struct stat, st_ino), "st_ino");
_Static_assert(offsetof(struct stat64, st_mode) == offsetof(struct stat, st_mode), "st_mode");
_Static_assert(offsetof(struct stat64, st_size) == offsetof(struct stat, st_size), "st_size");
_Static_assert(offsetof(struct stat64, st_blocks) == offsetof(struct stat, st_blocks), "st_blocks");
_Static_assert(offsetof(struct stat64, st_mtim) == offsetof(struct stat, st_mtim), "st_mtim");

/** stat(2) under its LFS64 name. */
int stat64(const char *restrict path, struct stat64 *restrict status)
{
        return stat(path, (struct stat *)status);
}
