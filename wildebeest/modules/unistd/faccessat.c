/*
 * glibc: faccessat takes AT_EACCESS and AT_SYMLINK_NOFOLLOW, from fstatat where the kernel has no
 *        faccessat2 (before Linux 5.8, old qemu-user).
 * musl:  knows AT_EACCESS there, and refuses AT_SYMLINK_NOFOLLOW with EINVAL. Where a filter of
 *        system calls answers EPERM for faccessat2, it fails with that.
 * here:  both flags everywhere. musl's own emulation of AT_EACCESS is used as long as it works.
 * see:   faccessat(2), credentials(7).
 */
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#include "../../shared/libc_own.h"

LIBC_OWN(faccessat);
int __lwb_faccessat(int dirfd, const char *path, int mode, int flags);

/* Whether a filter answers EPERM for the system call: no kernel does so for these arguments. */
static int is_filtered(void)
{
        return syscall(SYS_faccessat2, -1, "", F_OK, 0) < 0 && errno == EPERM;
}

/* Whether the permission bits, which know nothing of access control lists, grant access. */
static int is_granted(const struct stat *st, int mode)
{
        uid_t uid = geteuid();
        mode_t bits = st->st_mode;

        if (!uid)
                return !(mode & X_OK) || S_ISDIR(bits) || (bits & (S_IXUSR | S_IXGRP | S_IXOTH));
        if (uid == st->st_uid)
                bits >>= 6;
        else if (getegid() == st->st_gid || group_member(st->st_gid))
                bits >>= 3;
        return !(mode & ~bits & (R_OK | W_OK | X_OK));
}

/* AT_EACCESS without faccessat2. */
static int effective_access(int dirfd, const char *path, int mode)
{
        struct stat st;

        if (geteuid() == getuid() && getegid() == getgid())
                return libc_own_faccessat(dirfd, path, mode, 0);
        if (!libc_own_faccessat(dirfd, path, mode, AT_EACCESS))
                return 0;
        if ((errno != EPERM && errno != ENOSYS) || fstatat(dirfd, path, &st, 0))
                return -1;
        if (is_granted(&st, mode))
                return 0;
        errno = EACCES;
        return -1;
}

/**
 * Whether the process may access a file: R_OK, W_OK and X_OK in `mode`, or F_OK that it is there.
 * Its real user and group decide, with AT_EACCESS the effective ones; with AT_SYMLINK_NOFOLLOW a
 * symbolic link is asked about itself. 0, or -1 and an errno of faccessat(2).
 */
int __lwb_faccessat(int dirfd, const char *path, int mode, int flags)
{
        int saved = errno;
        struct stat st;

        if (!flags)
                return libc_own_faccessat(dirfd, path, mode, 0);
        if (!syscall(SYS_faccessat2, dirfd, path, mode, flags))
                return 0;
        if (errno == EPERM && !is_filtered()) {
                errno = EPERM;
                return -1;
        }
        if (errno != EPERM && errno != ENOSYS)
                return -1;
        if ((flags & ~(AT_EACCESS | AT_SYMLINK_NOFOLLOW)) || (mode & ~(R_OK | W_OK | X_OK))) {
                errno = EINVAL;
                return -1;
        }
        if (flags & AT_SYMLINK_NOFOLLOW) {
                if (fstatat(dirfd, path, &st, AT_SYMLINK_NOFOLLOW))
                        return -1;
                /* Linux gives every symbolic link the mode 0777. */
                if (S_ISLNK(st.st_mode)) {
                        errno = saved;
                        return 0;
                }
        }
        if (flags & AT_EACCESS ? effective_access(dirfd, path, mode)
                               : libc_own_faccessat(dirfd, path, mode, 0))
                return -1;
        errno = saved;
        return 0;
}
