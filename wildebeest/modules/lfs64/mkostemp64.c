/* See mkostemp(3): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <stdlib.h>

/** mkostemp(3) under its LFS64 name. */
int mkostemp64(char *template, int flags)
{
        return mkostemp(template, flags);
}
