/* Patterns over the directory BENCH_TREE, of 100,000 files. */
#include <glob.h>
#include <stdlib.h>
#include <unistd.h>

#include "timing.h"

static void match(const char *pattern, int flags, size_t count)
{
        glob_t found;

        if (glob(pattern, flags, NULL, &found) || found.gl_pathc != count)
                abort();
        globfree(&found);
}

int main(void)
{
        if (chdir(getenv("BENCH_TREE")))
                abort();
        MEASURE("*", 1, match("*", 0, 100000));
        MEASURE("*, GLOB_NOSORT", 1, match("*", GLOB_NOSORT, 100000));
        MEASURE("*9*9*", 1, match("*9*9*", 0, 8146));
        MEASURE("file-1234[5-7]", 1, match("file-1234[5-7]", 0, 3));
        MEASURE("file-{1,2}000*, GLOB_BRACE", 1, match("file-{1,2}000*", GLOB_BRACE, 22));
        return 0;
}
