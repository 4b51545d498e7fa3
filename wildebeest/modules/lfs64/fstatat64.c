/* See fstatat(2): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <sys/stat.h>

/** fstatat(2) under its LFS64 name. */
int fstatat64(int fd, const char *restrict path, struct stat64 *restrict status, int flags)
{
        return fstatat(fd, path, (struct stat *)status, flags);
}
