/* See fstatvfs(3): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <sys/statvfs.h>

/** fstatvfs(3) under its LFS64 name. */
int fstatvfs64(int fd, struct statvfs64 *status)
{
        return fstatvfs(fd, (struct statvfs *)status);
}
