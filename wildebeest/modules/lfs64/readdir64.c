/* See readdir(3): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <dirent.h>
#include <stddef.h>

_Static_assert(sizeof(struct dirent64) == sizeof(struct dirent), "struct dirent64");
_Static_assert(offsetof(struct dirent64, d_ino) == offsetof(struct dirent, d_ino), "d_ino");
_Static_assert(offsetof(struct dirent64, d_off) == offsetof(struct dirent, d_off), "d_off");
_Static_assert(offsetof(struct dirent64, d_reclen) == offsetof(struct dirent, d_reclen),
               "d_reclen");
_Static_assert(offsetof(struct dirent64, d_type) == offsetof(struct dirent, d_type), "d_type");
_Static_assert(offsetof(struct dirent64, d_name) == offsetof(struct dirent, d_name), "d_name");

/** readdir(3) under its LFS64 name. */
struct dirent64 *readdir64(DIR *directory)
{
        return (struct dirent64 *)readdir(directory);
}
