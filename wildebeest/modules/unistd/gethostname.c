/*
 * glibc: gethostname fails with ENAMETOOLONG when the name and its end do not fit, after storing
 *        what does.
 * musl:  truncates, ends the string, and says that all is well.
 * here:  as glibc.
 * see:   gethostname(2); GNU C Library manual, "Host Identification".
 */
#include <errno.h>
#include <string.h>
#include <sys/utsname.h>
#include <unistd.h>

int __lwb_gethostname(char *name, size_t size);

/** Stores the host's name in `name`, which has room for `size` bytes. 0, or -1 and ENAMETOOLONG. */
int __lwb_gethostname(char *name, size_t size)
{
        struct utsname system;
        size_t length;

        if (uname(&system))
                return -1;
        length = strlen(system.nodename) + 1;
        memcpy(name, system.nodename, length < size ? length : size);
        if (length <= size)
                return 0;
        errno = ENAMETOOLONG;
        return -1;
}
