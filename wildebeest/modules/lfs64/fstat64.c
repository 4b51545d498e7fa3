/* See fstat(2): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <sys/stat.h>

/** fstat(2) under its LFS64 name. */
int fstat64(int fd, struct stat64 *status)
{
        return fstat(fd, (struct stat *)status);
}
