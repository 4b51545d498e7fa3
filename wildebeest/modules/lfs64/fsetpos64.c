/* See fsetpos(3): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <stdio.h>

/** fsetpos(3) under its LFS64 name. */
int fsetpos64(FILE *stream, const fpos64_t *position)
{
        return fsetpos(stream, (const fpos_t *)position);
}
