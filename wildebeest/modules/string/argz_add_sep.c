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

/**
 * Appends a string whose entries are separated by a character; runs of it are one separator, and it
 * begins no entry. 0 or ENOMEM, which changes nothing.
 */
error_t argz_add_sep(char **argz, size_t *length, const char *string, int separator)
{
        size_t total;
        char *bigger, *start, *out;

        if (!*string)
                return 0;
        if (__builtin_add_overflow(*length, strlen(string) + 1, &total))
                return ENOMEM;
        bigger = realloc(*argz, total);
        if (!bigger)
                return ENOMEM;
        start = out = bigger + *length;
        for (; *string; string++) {
                if (*string != (char)separator)
                        *out++ = *string;
                else if (out > start && out[-1])
                        *out++ = '\0';
        }
        *out++ = '\0';
        *argz = bigger;
        *length = (size_t)(out - bigger);
        return 0;
}
