/* See creat(2): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <fcntl.h>

/** creat(2) under its LFS64 name. */
int creat64(const char *path, mode_t mode)
{
        return creat(path, mode);
}
