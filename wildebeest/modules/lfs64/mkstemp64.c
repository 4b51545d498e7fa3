/* See mkstemp(3): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <stdlib.h>

/** mkstemp(3) under its LFS64 name. */
int mkstemp64(char *template)
{
        return mkstemp(template);
}
