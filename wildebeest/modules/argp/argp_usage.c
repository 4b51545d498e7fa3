/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  the same.
 * see:   GNU C Library manual, "Argp Helper Functions".
 */
#include "argp_internal.h"

/** Prints how the program is used on the error stream, and exits. */
void argp_usage(const struct argp_state *state)
{
        argp_state_help(state, stderr, ARGP_HELP_STD_USAGE);
}
