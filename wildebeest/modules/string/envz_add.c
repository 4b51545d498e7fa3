/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  what the manual says, with every length bounded by the vector's.
 * see:   GNU C Library manual, "Argz and Envz Vectors".
 */
#include <envz.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/**
 * Adds a name with its value, or with none when that is null, in place of the first entry of that
 * name; 0 or ENOMEM, which changes nothing.
 */
error_t envz_add(char **envz, size_t *length, const char *name, const char *value)
{
        size_t named = strlen(name), total;
        char *bigger, *out;

        if (__builtin_add_overflow(*length, named + 1, &total) ||
            (value && __builtin_add_overflow(total, strlen(value) + 1, &total)))
                return ENOMEM;
        bigger = realloc(*envz, total);
        if (!bigger)
                return ENOMEM;
        out = mempcpy(bigger + *length, name, named);
        if (value) {
                *out++ = '=';
                out = stpcpy(out, value);
        }
        *out = '\0';
        *envz = bigger;
        /* The new entry is the last one: only one that was there before is removed. */
        named = *length;
        *length = total;
        argz_delete(envz, length, envz_entry(bigger, named, name));
        return 0;
}
