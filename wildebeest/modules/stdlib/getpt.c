/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  the POSIX function; like glibc's it sets no close-on-exec flag.
 * see:   getpt(3), posix_openpt(3).
 */
#include <fcntl.h>
#include <stdlib.h>

/** Opens a new pseudo-terminal master; -1 with errno. */
int getpt(void)
{
        return posix_openpt(O_RDWR);
}
