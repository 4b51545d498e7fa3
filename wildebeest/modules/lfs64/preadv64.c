/* See preadv(2): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <sys/uio.h>

/** preadv(2) under its LFS64 name. */
ssize_t preadv64(int fd, const struct iovec *parts, int number, off64_t offset)
{
        return preadv(fd, parts, number, offset);
}
