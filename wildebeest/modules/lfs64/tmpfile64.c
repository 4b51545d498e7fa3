/* See tmpfile(3): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <stdio.h>

/** tmpfile(3) under its LFS64 name. */
FILE *tmpfile64(void)
{
        return tmpfile();
}
