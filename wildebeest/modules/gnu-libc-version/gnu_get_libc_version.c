#include <gnu/libc-version.h>

/** The version of glibc that the modules are compared with, two numbers. See
 * gnu_get_libc_version(3). */
const char *gnu_get_libc_version(void)
{
        return "2.36";
}

/** The kind of that version. See gnu_get_libc_release(3). */
const char *gnu_get_libc_release(void)
{
        return "stable";
}
