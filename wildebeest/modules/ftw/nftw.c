/*
 * glibc: FTW_ACTIONRETVAL; FTW_CHDIR; a directory once; EINVAL for unknown flags; any depth.
 * musl:  ignores FTW_CHDIR and unknown flags, so that FTW_SKIP_SUBTREE ends the walk.
 * here:  as glibc; also beyond PATH_MAX with any nopenfd; a read error ends the walk with -1.
 * see:   nftw(3); POSIX.1-2017, nftw; GNU C Library manual, "Working with Directory Trees".
 */
#include <errno.h>
#include <stddef.h>
#include "walk.h"

int __lwb_nftw(const char *root, nftw_callback *fn, int nopenfd, int flags);

/**
 * Calls `fn` for every file below `root`, as `flags` (FTW_PHYS, FTW_MOUNT, FTW_CHDIR, FTW_DEPTH,
 * FTW_ACTIONRETVAL) say. Returns the value with which `fn` ended the walk, 0 at the end, or -1 with
 * errno. At most `nopenfd` descriptors are open at a time, but at least one for a directory, and
 * with FTW_CHDIR one for the working directory to come back to.
 */
int __lwb_nftw(const char *root, nftw_callback *fn, int nopenfd, int flags)
{
        if (flags & ~(FTW_PHYS | FTW_MOUNT | FTW_CHDIR | FTW_DEPTH | FTW_ACTIONRETVAL)) {
                errno = EINVAL;
                return -1;
        }
        return __lwb_ftw_walk(root, NULL, fn, nopenfd, flags);
}
