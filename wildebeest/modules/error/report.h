/* What error and error_at_line share. */
#ifndef LWB_ERROR_REPORT_H
#define LWB_ERROR_REPORT_H

#include <stdarg.h>

/* Where in a file a message belongs; the file may be null, for an unknown one. */
struct place {
        const char *file;
        unsigned line;
};

/**
 * Flushes stdout, then writes one message to stderr: the program, the place unless that is null,
 * the formatted text, and the text of `number` unless that is 0. Counts it, and exits with `status`
 * unless that is 0. No thread is cancelled meanwhile, nor do messages of threads mix.
 */
void __lwb_error_report(int status, int number, const struct place *place, const char *format,
                        va_list args);

#endif
