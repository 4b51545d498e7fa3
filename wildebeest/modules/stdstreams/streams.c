/*
 * glibc: stdin, stdout and stderr are variables.
 * musl:  they are constants.
 * here:  variables of each program or library that is linked with this archive.
 * see:   GNU C Library manual, "Standard Streams".
 */
#include "streams.h"

#ifdef __GLIBC__
/* Where the sanitizers run, the variables are glibc's. */
#define VARIABLE(name)                                                                             \
        FILE **__lwb_##name(void)                                                                  \
        {                                                                                          \
                return &name;                                                                      \
        }
#else
#undef stdin
#undef stdout
#undef stderr
/* Set before main() and its threads; other constructors may ask before ours. */
#define VARIABLE(name)                                                                             \
        static FILE *current_##name;                                                               \
        __attribute__((constructor)) static void begin_##name(void)                                \
        {                                                                                          \
                if (!current_##name)                                                               \
                        current_##name = name;                                                     \
        }                                                                                          \
        FILE **__lwb_##name(void)                                                                  \
        {                                                                                          \
                if (!current_##name)                                                               \
                        current_##name = name;                                                     \
                return &current_##name;                                                            \
        }
#endif

VARIABLE(stdin)
VARIABLE(stdout)
VARIABLE(stderr)
