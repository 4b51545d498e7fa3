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

/** Makes a vector of the strings of a null-terminated array; 0 or ENOMEM, with an empty vector. */
error_t argz_create(char *const argv[], char **argz, size_t *length)
{
        size_t total = 0;
        char *out;

        *argz = NULL;
        *length = 0;
        for (size_t i = 0; argv[i]; i++)
                if (__builtin_add_overflow(total, strlen(argv[i]) + 1, &total))
                        return ENOMEM;
        if (total == 0)
                return 0;
        out = malloc(total);
        if (!out)
                return ENOMEM;
        *argz = out;
        *length = total;
        for (size_t i = 0; argv[i]; i++)
                out = stpcpy(out, argv[i]) + 1;
        return 0;
}
