/* See lstat(2): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <sys/stat.h>

/** lstat(2) under its LFS64 name. */
int lstat64(const char *restrict path, struct stat64 *restrict status)
{
        return lstat(path, (struct stat *)status);
}
