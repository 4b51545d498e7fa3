#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <error.h>
#include "../errtext/error_text.h"
#include "report.h"

void __lwb_error_report(int status, int number, const struct place *place, const char *format,
                        va_list args)
{
        char unknown[UNKNOWN_ERROR_SIZE];
        int cancel;

        /* Half a message, or one that is not counted, helps nobody. */
        pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &cancel);
        fflush(stdout);
        flockfile(stderr);
        if (error_print_progname)
                error_print_progname();
        else
                fprintf(stderr, place ? "%s:" : "%s: ", program_invocation_name);
        if (place && place->file)
                fprintf(stderr, "%s:%u: ", place->file, place->line);
        else if (place)
                fputc(' ', stderr);
        vfprintf(stderr, format, args);
        if (number)
                fprintf(stderr, ": %s", __lwb_error_describe(number, unknown, sizeof unknown));
        putc('\n', stderr);
        fflush(stderr);
        error_message_count++;
        funlockfile(stderr);
        if (status)
                exit(status);
        pthread_setcancelstate(cancel, NULL);
}
