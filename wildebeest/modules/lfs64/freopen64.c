/* See freopen(3): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <stdio.h>

/** freopen(3) under its LFS64 name. */
FILE *freopen64(const char *restrict path, const char *restrict mode, FILE *restrict stream)
{
        return freopen(path, mode, stream);
}
