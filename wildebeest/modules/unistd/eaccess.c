/*
 * glibc: eaccess and euidaccess also work where a filter of system calls answers EPERM for
 * faccessat2. musl:  they fail with EPERM there. here:  faccessat with AT_EACCESS, in this module's
 * form. see:   euidaccess(3).
 */
#include <fcntl.h>
#include <unistd.h>

int __lwb_faccessat(int dirfd, const char *path, int mode, int flags);
int __lwb_eaccess(const char *path, int mode);
int __lwb_euidaccess(const char *path, int mode);

/** Whether the effective user and group may access a file; errors as faccessat's. */
int __lwb_eaccess(const char *path, int mode)
{
        return __lwb_faccessat(AT_FDCWD, path, mode, AT_EACCESS);
}

/** The same under its first name. */
int __lwb_euidaccess(const char *path, int mode)
{
        return __lwb_faccessat(AT_FDCWD, path, mode, AT_EACCESS);
}
