/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  what the manual says, with every length bounded by the vector's.
 * see:   GNU C Library manual, "Argz and Envz Vectors".
 */
#include <envz.h>
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/**
 * Adds the entries of another vector, where `override` is 0 only those whose names are new; 0 or
 * ENOMEM, which changes nothing.
 */
error_t envz_merge(char **envz, size_t *length, const char *other, size_t other_length,
                   int override)
{
        size_t most, entry;
        char *bigger;

        if (other_length == 0)
                return 0;
        /* One byte more, should the last entry lack its end. */
        if (__builtin_add_overflow(*length, other_length, &most) || most == SIZE_MAX)
                return ENOMEM;
        bigger = realloc(*envz, most + 1);
        if (!bigger)
                return ENOMEM;
        *envz = bigger;
        for (; other_length; other += entry, other_length -= entry) {
                char *end = mempcpy(bigger + *length, other, strnlen(other, other_length));
                char *old;

                *end = '\0';
                entry = (size_t)(end - (bigger + *length));
                entry += entry < other_length;
                old = envz_entry(bigger, *length, bigger + *length);
                if (old && !override)
                        continue;
                *length = (size_t)(end + 1 - bigger);
                argz_delete(envz, length, old);
        }
        return 0;
}
