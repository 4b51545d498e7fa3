/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  what the manual says, with every length bounded by the vector's.
 * see:   GNU C Library manual, "Argz and Envz Vectors".
 */
#include <envz.h>
#include <string.h>

/** The first entry of that name, which may go on with `=` and more; null when there is none. */
char *envz_entry(const char *envz, size_t length, const char *name)
{
        size_t wanted = strcspn(name, "=");

        while (length) {
                size_t entry = strnlen(envz, length);
                const char *equals = memchr(envz, '=', entry);

                if ((equals ? (size_t)(equals - envz) : entry) == wanted &&
                    !memcmp(envz, name, wanted))
                        return (char *)envz;
                entry += entry < length;
                envz += entry;
                length -= entry;
        }
        return NULL;
}
