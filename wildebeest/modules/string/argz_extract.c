/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  what the manual says, with every length bounded by the vector's.
 * see:   GNU C Library manual, "Argz and Envz Vectors".
 */
#include <argz.h>
#include <string.h>

/** Stores a pointer to each entry, and a null one: argz_count of them and one more. */
void argz_extract(const char *argz, size_t length, char **argv)
{
        while (length) {
                size_t entry = strnlen(argz, length);

                *argv++ = (char *)argz;
                entry += entry < length;
                argz += entry;
                length -= entry;
        }
        *argv = NULL;
}
