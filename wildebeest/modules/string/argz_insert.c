/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  what the manual says, with every length bounded by the vector's.
 * see:   GNU C Library manual, "Argz and Envz Vectors".
 */
#include <argz.h>
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/**
 * Inserts a string before the entry that `before` points into, or at the end where it is null; 0,
 * ENOMEM, which changes nothing, or EINVAL when it points outside.
 */
error_t argz_insert(char **argz, size_t *length, char *before, const char *string)
{
        size_t at, added = strlen(string) + 1, total;
        char *bigger;

        if (!before)
                return argz_add(argz, length, string);
        /* As numbers: a pointer into other memory must not be compared. */
        at = (size_t)((uintptr_t)before - (uintptr_t)*argz);
        if (at >= *length)
                return EINVAL;
        while (at && (*argz)[at - 1])
                at--;
        if (__builtin_add_overflow(*length, added, &total))
                return ENOMEM;
        bigger = realloc(*argz, total);
        if (!bigger)
                return ENOMEM;
        memmove(bigger + at + added, bigger + at, *length - at);
        memcpy(bigger + at, string, added);
        *argz = bigger;
        *length = total;
        return 0;
}
