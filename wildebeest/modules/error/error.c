/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  as glibc, with glibc's texts of errors, never translated.
 * see:   error(3); GNU C Library manual, "Error Messages".
 */
#include <stddef.h>
#include <error.h>
#include "report.h"

/**
 * Flushes stdout and writes "PROGRAM: message" to stderr, with ": " and the text of `number` unless
 * that is 0; error_print_progname, if set, writes what stands before the message. Counts it in
 * error_message_count. Exits with `status` unless that is 0.
 */
void error(int status, int number, const char *format, ...)
{
        va_list args;

        va_start(args, format);
        __lwb_error_report(status, number, NULL, format, args);
        va_end(args);
}
