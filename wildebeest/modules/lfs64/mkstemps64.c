/* See mkstemps(3): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <stdlib.h>

/** mkstemps(3) under its LFS64 name. */
int mkstemps64(char *template, int suffix_length)
{
        return mkstemps(template, suffix_length);
}
