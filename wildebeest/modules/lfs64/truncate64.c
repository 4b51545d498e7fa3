/* See truncate(2): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <unistd.h>

/** truncate(2) under its LFS64 name. */
int truncate64(const char *path, off64_t size)
{
        return truncate(path, size);
}
