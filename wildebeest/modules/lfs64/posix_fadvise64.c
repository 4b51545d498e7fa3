/* See posix_fadvise(2): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <fcntl.h>

/** posix_fadvise(2) under its LFS64 name. */
int posix_fadvise64(int fd, off64_t offset, off64_t size, int advice)
{
        return posix_fadvise(fd, offset, size, advice);
}
