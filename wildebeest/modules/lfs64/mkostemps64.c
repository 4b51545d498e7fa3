/* See mkostemps(3): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <stdlib.h>

/** mkostemps(3) under its LFS64 name. */
int mkostemps64(char *template, int suffix_length, int flags)
{
        return mkostemps(template, suffix_length, flags);
}
