/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  wmemcpy, and on to its end.
 * see:   wmempcpy(3).
 */
#include <wchar.h>

/** Copies n wide characters; returns the end of the copy. */
wchar_t *wmempcpy(wchar_t *restrict to, const wchar_t *restrict from, size_t n)
{
        return wmemcpy(to, from, n) + n;
}
