/* See globfree(3): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <glob.h>

/** globfree(3) under its LFS64 name. */
void globfree64(glob64_t *matches)
{
        globfree((glob_t *)matches);
}
