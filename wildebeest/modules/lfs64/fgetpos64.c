/* See fgetpos(3): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <stdio.h>

/** fgetpos(3) under its LFS64 name. */
int fgetpos64(FILE *restrict stream, fpos64_t *restrict position)
{
        return fgetpos(stream, (fpos_t *)position);
}
