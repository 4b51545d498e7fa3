/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  the same.
 * see:   GNU C Library manual, "Argp Helper Functions".
 */
#include <stdlib.h>
#include "argp_internal.h"

/** Prints help for a parser that is at work, and exits where flags (ARGP_HELP_EXIT_…) say so. */
void argp_state_help(const struct argp_state *restrict state, FILE *restrict stream, unsigned flags)
{
        if ((state && state->flags & ARGP_NO_ERRS) || !stream)
                return;
        __lwb_argp_print_help(state ? state->root_argp : NULL, state, stream, flags,
                              state ? state->name : program_invocation_short_name);
        if (state && state->flags & ARGP_NO_EXIT)
                return;
        if (flags & ARGP_HELP_EXIT_ERR)
                exit(argp_err_exit_status);
        if (flags & ARGP_HELP_EXIT_OK)
                exit(0);
}
