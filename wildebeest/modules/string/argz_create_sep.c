/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  argz_add_sep to an empty vector.
 * see:   GNU C Library manual, "Argz and Envz Vectors".
 */
#include <argz.h>
#include <stddef.h>

/** Makes a vector of a string as argz_add_sep does; 0 or ENOMEM, with an empty vector. */
error_t argz_create_sep(const char *string, int separator, char **argz, size_t *length)
{
        *argz = NULL;
        *length = 0;
        return argz_add_sep(argz, length, string, separator);
}
