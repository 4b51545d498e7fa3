/*
 * glibc: a long option may begin with one "-"; what is none is tried as short ones.
 * musl:  the same, with the differences of its getopt_long.
 * here:  as glibc.
 * see:   GNU C Library manual, "Getopt Long Options"; getopt_long_only(3).
 */
#include "scan.h"

/** As getopt_long, and options of several characters behind "-" too. */
int __lwb_getopt_long_only(int argc, char *const *argv, const char *shorts,
                           const struct option *longs, int *found)
{
        return __lwb_getopt_scan(argc, argv, shorts, longs, found, true);
}
