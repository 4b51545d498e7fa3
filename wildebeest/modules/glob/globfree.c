/*
 * glibc: frees the paths and the list, and forgets the list, so that doing it again is harmless.
 * musl:  the paths are parts of larger blocks of its own glob.
 * here:  frees what the glob beside it allocates, as glibc.
 * see:   globfree(3).
 */
#include <stdlib.h>
#include <glob.h>

void __lwb_globfree(glob_t *pglob);

/** Frees what glob allocated for `pglob`, not `pglob` itself. */
void __lwb_globfree(glob_t *pglob)
{
        if (!pglob->gl_pathv)
                return;
        for (size_t i = 0; i < pglob->gl_pathc; i++)
                free(pglob->gl_pathv[pglob->gl_offs + i]);
        free(pglob->gl_pathv);
        pglob->gl_pathv = NULL;
}
