/*
 * glibc: a directory is reported once, however many links lead to it; trees of any depth.
 * musl:  reports a directory once per link; goes no deeper than nopenfd levels, nor PATH_MAX.
 * here:  as glibc; a read error ends the walk with -1.
 * see:   ftw(3); POSIX.1-2017, ftw; GNU C Library manual, "Working with Directory Trees".
 */
#include <stddef.h>
#include "walk.h"

int __lwb_ftw(const char *root, ftw_callback *fn, int nopenfd);

/**
 * Calls `fn` for every file below `root`, following symbolic links, until it returns non-zero.
 * Returns that value, 0 at the end, or -1 with errno; at most `nopenfd` directories are open.
 */
int __lwb_ftw(const char *root, ftw_callback *fn, int nopenfd)
{
        return __lwb_ftw_walk(root, fn, NULL, nopenfd, 0);
}
