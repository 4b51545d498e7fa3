/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  what the manual says, with every length bounded by the vector's.
 * see:   GNU C Library manual, "Argz and Envz Vectors".
 */
#include <argz.h>

/** Makes the vector one string, with the separator where entries ended, but for the last one. */
void argz_stringify(char *argz, size_t length, int separator)
{
        for (size_t i = 0; i + 1 < length; i++)
                if (!argz[i])
                        argz[i] = (char)separator;
}
