/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  what the manual says, with every length bounded by the vector's.
 * see:   GNU C Library manual, "Argz and Envz Vectors".
 */
#include <argz.h>
#include <string.h>

/** How many entries there are. */
size_t argz_count(const char *argz, size_t length)
{
        size_t count = 0;

        while (length) {
                size_t entry = strnlen(argz, length);

                entry += entry < length;
                argz += entry;
                length -= entry;
                count++;
        }
        return count;
}
