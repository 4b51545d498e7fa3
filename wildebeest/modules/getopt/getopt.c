/*
 * glibc: permutes, so that options may follow other arguments; "-" and "+" in front of the option
 *        string and POSIXLY_CORRECT choose otherwise; optional arguments; "W;".
 * musl:  stops at the first other argument, and knows "-" alone of these.
 * here:  as glibc.
 * see:   GNU C Library manual, "Using Getopt".
 */
#include <stddef.h>
#include "scan.h"

/** The next option of argv; -1 at the end, '?' and a message for what is wrong. */
int __lwb_getopt(int argc, char *const argv[], const char *shorts)
{
        return __lwb_getopt_scan(argc, argv, shorts, NULL, NULL, false);
}
