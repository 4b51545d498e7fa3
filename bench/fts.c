/* Walks over the tree at BENCH_TREE with fts. */
#include <fts.h>
#include <stdlib.h>
#include <string.h>

#include "timing.h"

static int by_name(const FTSENT **a, const FTSENT **b)
{
        return strcmp((*a)->fts_name, (*b)->fts_name);
}

static void walk(int options, int (*compare)(const FTSENT **, const FTSENT **))
{
        char *roots[] = {getenv("BENCH_TREE"), NULL};
        FTS *stream = fts_open(roots, options, compare);
        long seen = 0;

        if (!stream)
                abort();
        while (fts_read(stream))
                seen++;
        fts_close(stream);
        if (seen < 200000)
                abort();
}

int main(void)
{
        MEASURE("FTS_PHYSICAL", 1, walk(FTS_PHYSICAL, NULL));
        MEASURE("FTS_PHYSICAL, sorted", 1, walk(FTS_PHYSICAL, by_name));
        MEASURE("FTS_NOCHDIR", 1, walk(FTS_PHYSICAL | FTS_NOCHDIR, NULL));
        MEASURE("FTS_LOGICAL", 1, walk(FTS_LOGICAL, NULL));
        MEASURE("FTS_NOSTAT", 1, walk(FTS_PHYSICAL | FTS_NOSTAT, NULL));
        return 0;
}
