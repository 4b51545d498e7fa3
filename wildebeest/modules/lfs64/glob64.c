/* See glob(3): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <glob.h>

/** glob(3) under its LFS64 name. */
int glob64(const char *restrict pattern, int flags, int (*on_error)(const char *, int),
           glob64_t *restrict matches)
{
        return glob(pattern, flags, on_error, (glob_t *)matches);
}
