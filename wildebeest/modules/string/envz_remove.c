/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  argz_delete of envz_entry.
 * see:   GNU C Library manual, "Argz and Envz Vectors".
 */
#include <envz.h>

/** Removes the first entry of that name, if there is one. */
void envz_remove(char **envz, size_t *length, const char *name)
{
        argz_delete(envz, length, envz_entry(*envz, *length, name));
}
