/* The one scan that optind, optarg, optopt and opterr are the state of. */
#ifndef LWB_GETOPT_SCAN_H
#define LWB_GETOPT_SCAN_H

#include "../optscan/optscan.h"

/** getopt_long on libc's variables; `single` makes it getopt_long_only. */
int __lwb_getopt_scan(int argc, char *const *argv, const char *shorts, const struct option *longs,
                      int *found, bool single);

int __lwb_getopt(int argc, char *const argv[], const char *shorts);
int __lwb_getopt_long(int argc, char *const *argv, const char *shorts, const struct option *longs,
                      int *found);
int __lwb_getopt_long_only(int argc, char *const *argv, const char *shorts,
                           const struct option *longs, int *found);

#endif
