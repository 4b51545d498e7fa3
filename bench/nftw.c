/* Walks over the tree at BENCH_TREE with nftw. */
#include <ftw.h>
#include <stdlib.h>

#include "timing.h"

static long seen;

static int on_entry(const char *path, const struct stat *st, int type, struct FTW *where)
{
        (void)path, (void)st, (void)type, (void)where;
        seen++;
        return 0;
}

static void walk(int flags)
{
        seen = 0;
        if (nftw(getenv("BENCH_TREE"), on_entry, 20, flags) || seen < 200000)
                abort();
}

int main(void)
{
        MEASURE("FTW_PHYS", 1, walk(FTW_PHYS));
        MEASURE("FTW_PHYS | FTW_DEPTH", 1, walk(FTW_PHYS | FTW_DEPTH));
        MEASURE("FTW_PHYS | FTW_CHDIR", 1, walk(FTW_PHYS | FTW_CHDIR));
        MEASURE("following links", 1, walk(0));
        return 0;
}
