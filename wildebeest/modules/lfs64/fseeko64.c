/* See fseeko(3): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <stdio.h>

/** fseeko(3) under its LFS64 name. */
int fseeko64(FILE *stream, off64_t offset, int whence)
{
        return fseeko(stream, offset, whence);
}
