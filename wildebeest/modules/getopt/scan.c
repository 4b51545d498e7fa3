#include <unistd.h>
#include "scan.h"

static struct lwb_optscan scan;

int __lwb_getopt_scan(int argc, char *const *argv, const char *shorts, const struct option *longs,
                      int *found, bool single)
{
        const struct lwb_optscan_table table = {shorts, longs, single, opterr != 0};
        int code;

        scan.index = optind;
        code = __lwb_optscan_next(&scan, argc, (char **)argv, &table, found);
        optind = scan.index;
        optopt = scan.option;
        optarg = scan.result;
        return code;
}
