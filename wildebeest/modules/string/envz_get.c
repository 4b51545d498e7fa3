/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  what the manual says, with every length bounded by the vector's.
 * see:   GNU C Library manual, "Argz and Envz Vectors".
 */
#include <envz.h>
#include <string.h>

/** The value of that name; null for a name without one as for one that is not there. */
char *envz_get(const char *envz, size_t length, const char *name)
{
        char *entry = envz_entry(envz, length, name), *equals;

        if (!entry)
                return NULL;
        equals = memchr(entry, '=', strnlen(entry, length - (size_t)(entry - envz)));
        return equals ? equals + 1 : NULL;
}
