/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  the same; texts of errors are libc's.
 * see:   GNU C Library manual, "Argp Helper Functions".
 */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include "argp_internal.h"

/**
 * Says what failed, with the text of an error unless it is 0, and exits with status unless that is
 * 0; see ARGP_NO_ERRS and ARGP_NO_EXIT.
 */
void argp_failure(const struct argp_state *restrict state, int status, int error,
                  const char *restrict format, ...)
{
        FILE *stream = state ? state->err_stream : stderr;
        va_list args;

        if ((state && state->flags & ARGP_NO_ERRS) || !stream)
                return;
        flockfile(stream);
        fputs(state ? state->name : program_invocation_short_name, stream);
        if (format) {
                fputs(": ", stream);
                va_start(args, format);
                vfprintf(stream, format, args);
                va_end(args);
        }
        if (error)
                fprintf(stream, ": %s", strerror(error));
        putc('\n', stream);
        funlockfile(stream);
        if (status && !(state && state->flags & ARGP_NO_EXIT))
                exit(status);
}
