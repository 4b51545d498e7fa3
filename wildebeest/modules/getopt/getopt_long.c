/*
 * glibc: permutes when it meets an option behind other arguments; optopt and the messages tell
 *        what is wrong; abbreviations of options that do the same are not ambiguous.
 * musl:  permutes as well, but optind, optopt, the order and the messages differ.
 * here:  as glibc.
 * see:   GNU C Library manual, "Getopt Long Options".
 */
#include "scan.h"

/** As getopt, and options of several characters behind "--". */
int __lwb_getopt_long(int argc, char *const *argv, const char *shorts, const struct option *longs,
                      int *found)
{
        return __lwb_getopt_scan(argc, argv, shorts, longs, found, false);
}
