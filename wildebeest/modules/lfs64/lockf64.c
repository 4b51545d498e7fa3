/* See lockf(3): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <unistd.h>

/** lockf(3) under its LFS64 name. */
int lockf64(int fd, int command, off64_t size)
{
        return lockf(fd, command, size);
}
