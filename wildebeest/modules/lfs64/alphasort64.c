/* See alphasort(3): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <dirent.h>

/** alphasort(3) under its LFS64 name. */
int alphasort64(const struct dirent64 **a, const struct dirent64 **b)
{
        return alphasort((const struct dirent **)a, (const struct dirent **)b);
}
