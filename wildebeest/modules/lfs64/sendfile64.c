/* See sendfile(2): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <sys/sendfile.h>

/** sendfile(2) under its LFS64 name. */
ssize_t sendfile64(int to, int from, off64_t *offset, size_t size)
{
        return sendfile(to, from, offset, size);
}
