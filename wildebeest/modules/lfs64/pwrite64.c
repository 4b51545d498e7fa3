/* See pwrite(2): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <unistd.h>

/** pwrite(2) under its LFS64 name. */
ssize_t pwrite64(int fd, const void *buffer, size_t size, off64_t offset)
{
        return pwrite(fd, buffer, size, offset);
}
