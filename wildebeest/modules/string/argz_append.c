/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  what the manual says, with every length bounded by the vector's.
 * see:   GNU C Library manual, "Argz and Envz Vectors".
 */
#include <argz.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/** Appends `added` bytes of another vector; 0 or ENOMEM, which changes nothing. */
error_t argz_append(char **argz, size_t *length, const char *other, size_t added)
{
        size_t total;
        char *bigger;

        if (added == 0)
                return 0;
        if (__builtin_add_overflow(*length, added, &total))
                return ENOMEM;
        bigger = realloc(*argz, total);
        if (!bigger)
                return ENOMEM;
        memcpy(bigger + *length, other, added);
        *argz = bigger;
        *length = total;
        return 0;
}
