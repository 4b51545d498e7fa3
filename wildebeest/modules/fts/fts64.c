/* See fts(3): off_t has 64 bits in musl, so both are one. */
#include <fts.h>

typedef int comparison(const FTSENT **, const FTSENT **);

/** fts_open(3) under its LFS64 name. */
FTS64 *fts64_open(char *const *paths, int options,
                  int (*compare)(const FTSENT64 **, const FTSENT64 **))
{
        return (FTS64 *)fts_open(paths, options, (comparison *)(void (*)(void))compare);
}

/** fts_read(3) under its LFS64 name. */
FTSENT64 *fts64_read(FTS64 *stream)
{
        return (FTSENT64 *)fts_read((FTS *)stream);
}

/** fts_children(3) under its LFS64 name. */
FTSENT64 *fts64_children(FTS64 *stream, int options)
{
        return (FTSENT64 *)fts_children((FTS *)stream, options);
}

/** fts_set(3) under its LFS64 name. */
int fts64_set(FTS64 *stream, FTSENT64 *entry, int instruction)
{
        return fts_set((FTS *)stream, (FTSENT *)entry, instruction);
}

/** fts_close(3) under its LFS64 name. */
int fts64_close(FTS64 *stream)
{
        return fts_close((FTS *)stream);
}
