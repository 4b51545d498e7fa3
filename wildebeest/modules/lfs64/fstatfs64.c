/* See fstatfs(2): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <sys/statfs.h>

/** fstatfs(2) under its LFS64 name. */
int fstatfs64(int fd, struct statfs64 *status)
{
        return fstatfs(fd, (struct statfs *)status);
}
