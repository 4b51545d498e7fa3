/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  what the manual says, with every length bounded by the vector's.
 * see:   GNU C Library manual, "Argz and Envz Vectors".
 */
#include <argz.h>
#include <stdlib.h>
#include <string.h>

/** Removes the entry that begins at `entry`, nothing for a null pointer; frees an empty vector. */
void argz_delete(char **argz, size_t *length, char *entry)
{
        size_t after, deleted;

        if (!entry)
                return;
        after = *length - (size_t)(entry - *argz);
        deleted = strnlen(entry, after);
        deleted += deleted < after;
        memmove(entry, entry + deleted, after - deleted);
        *length -= deleted;
        if (*length == 0) {
                free(*argz);
                *argz = NULL;
        }
}
