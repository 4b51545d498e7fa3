/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  argz_append of one entry.
 * see:   GNU C Library manual, "Argz and Envz Vectors".
 */
#include <argz.h>
#include <string.h>

/** Appends a string as the last entry; 0 or ENOMEM, which changes nothing. */
error_t argz_add(char **argz, size_t *length, const char *string)
{
        return argz_append(argz, length, string, strlen(string) + 1);
}
