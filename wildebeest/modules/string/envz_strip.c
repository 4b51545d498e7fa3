/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  what the manual says, with every length bounded by the vector's.
 * see:   GNU C Library manual, "Argz and Envz Vectors".
 */
#include <envz.h>
#include <string.h>

/** Removes the entries without a value; an emptied vector keeps its memory. */
void envz_strip(char **envz, size_t *length)
{
        char *out = *envz;
        const char *from = out;

        for (size_t left = *length, entry; left; from += entry, left -= entry) {
                entry = strnlen(from, left);
                entry += entry < left;
                if (memchr(from, '=', entry)) {
                        memmove(out, from, entry);
                        out += entry;
                }
        }
        *length = (size_t)(out - *envz);
}
