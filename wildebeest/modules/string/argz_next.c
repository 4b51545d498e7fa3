/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  what the manual says, with every length bounded by the vector's.
 * see:   GNU C Library manual, "Argz and Envz Vectors".
 */
#include <argz.h>
#include <string.h>

/** The entry after `entry`, the first one for a null pointer; null after the last. */
char *argz_next(const char *argz, size_t length, const char *entry)
{
        size_t left;

        if (!entry)
                return length ? (char *)argz : NULL;
        left = length - (size_t)(entry - argz);
        if (left > length)
                return NULL;
        left -= strnlen(entry, left);
        return left > 1 ? (char *)argz + (length - left + 1) : NULL;
}
