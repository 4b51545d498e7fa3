/* See lseek(2): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <unistd.h>

/** lseek(2) under its LFS64 name. */
off64_t lseek64(int fd, off64_t offset, int whence)
{
        return lseek(fd, offset, whence);
}
