/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  the same.
 * see:   GNU C Library manual, "Argp Helper Functions".
 */
#include <stdarg.h>
#include <string.h>
#include "argp_internal.h"

/** Says what is wrong with the arguments and where help is, then exits; see ARGP_NO_ERRS. */
void argp_error(const struct argp_state *restrict state, const char *restrict format, ...)
{
        FILE *stream = state ? state->err_stream : stderr;
        va_list args;

        if ((state && state->flags & ARGP_NO_ERRS) || !stream)
                return;
        flockfile(stream);
        fprintf(stream, "%s: ", state ? state->name : program_invocation_short_name);
        va_start(args, format);
        vfprintf(stream, format, args);
        va_end(args);
        putc('\n', stream);
        argp_state_help(state, stream, ARGP_HELP_STD_ERR);
        funlockfile(stream);
}
