/* See pread(2): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <unistd.h>

/** pread(2) under its LFS64 name. */
ssize_t pread64(int fd, void *buffer, size_t size, off64_t offset)
{
        return pread(fd, buffer, size, offset);
}
