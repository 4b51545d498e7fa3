/* See openat(2): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <fcntl.h>
#include <stdarg.h>

/** openat(2) under its LFS64 name. */
int openat64(int fd, const char *path, int flags, ...)
{
        mode_t mode = 0;
        va_list args;

        if ((flags & O_CREAT) || (flags & O_TMPFILE) == O_TMPFILE) {
                va_start(args, flags);
                mode = va_arg(args, mode_t);
                va_end(args);
        }
        return openat(fd, path, flags, mode);
}
