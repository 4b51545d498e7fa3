/* See posix_fallocate(3): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <fcntl.h>

/** posix_fallocate(3) under its LFS64 name. */
int posix_fallocate64(int fd, off64_t offset, off64_t size)
{
        return posix_fallocate(fd, offset, size);
}
