/* See pwritev2(2): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <sys/uio.h>

/** pwritev2(2) under its LFS64 name. */
ssize_t pwritev64v2(int fd, const struct iovec *parts, int number, off64_t offset, int flags)
{
        return pwritev2(fd, parts, number, offset, flags);
}
