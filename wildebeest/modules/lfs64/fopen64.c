/* See fopen(3): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <stdio.h>

/** fopen(3) under its LFS64 name. */
FILE *fopen64(const char *restrict path, const char *restrict mode)
{
        return fopen(path, mode);
}
