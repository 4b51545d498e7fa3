/*
 * glibc: malloc_stats writes a summary to stderr, malloc_info one in XML to a stream.
 * musl:  has neither, and its allocator keeps no figures.
 * here:  says so; the XML has no heaps.
 * see:   malloc_stats(3), malloc_info(3).
 */
#include <errno.h>
#include <malloc.h>
#include <stdio.h>

/** Writes to stderr that there are no figures. */
void malloc_stats(void)
{
        fputs("malloc_stats: this allocator keeps no figures\n", stderr);
}

/** Writes what is known of the heap, which is nothing, in XML. 0, EINVAL when `options` is not 0,
 * or the stream's error. */
int malloc_info(int options, FILE *stream)
{
        if (options != 0)
                return EINVAL;
        return fputs("<malloc version=\"1\">\n</malloc>\n", stream) < 0 ? errno : 0;
}
