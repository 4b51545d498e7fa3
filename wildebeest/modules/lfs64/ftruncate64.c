/* See ftruncate(2): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <unistd.h>

/** ftruncate(2) under its LFS64 name. */
int ftruncate64(int fd, off64_t size)
{
        return ftruncate(fd, size);
}
