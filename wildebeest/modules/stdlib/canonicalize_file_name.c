/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  realpath with a null buffer, which POSIX.1-2008 made the same thing.
 * see:   canonicalize_file_name(3), realpath(3).
 */
#include <stdlib.h>

/** The absolute name of `path` without links, `.` and `..`, to be freed; null with errno. */
char *canonicalize_file_name(const char *path)
{
        return realpath(path, NULL);
}
