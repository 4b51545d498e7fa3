/* See ftello(3): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <stdio.h>

/** ftello(3) under its LFS64 name. */
off64_t ftello64(FILE *stream)
{
        return ftello(stream);
}
