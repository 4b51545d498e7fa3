/* See fallocate(2): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <fcntl.h>

/** fallocate(2) under its LFS64 name. */
int fallocate64(int fd, int mode, off64_t offset, off64_t size)
{
        return fallocate(fd, mode, offset, size);
}
