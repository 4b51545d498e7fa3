/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  wcschr that finds the end when it finds nothing.
 * see:   GNU C Library manual, "Search Functions".
 */
#include <wchar.h>

/** The first such character of the string, or its end. */
wchar_t *wcschrnul(const wchar_t *string, wchar_t character)
{
        while (*string && *string != character)
                string++;
        return (wchar_t *)string;
}
