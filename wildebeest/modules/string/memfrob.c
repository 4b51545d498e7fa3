/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  exclusive-or with 42.
 * see:   memfrob(3).
 */
#include <string.h>

/** Flips bits of n bytes; doing it twice restores them. Returns `memory`. */
void *memfrob(void *memory, size_t n)
{
        unsigned char *byte = memory;

        while (n--)
                *byte++ ^= 42;
        return memory;
}
