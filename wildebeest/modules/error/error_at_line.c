/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  as glibc, with glibc's texts of errors, never translated.
 * see:   error_at_line(3); GNU C Library manual, "Error Messages".
 */
#include <pthread.h>
#include <stdbool.h>
#include <string.h>
#include <error.h>
#include "report.h"

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct place last;

/* Whether the message before this one was for the same place, which this one becomes. */
static bool repeats(const struct place *place)
{
        bool same;

        pthread_mutex_lock(&lock);
        same = last.line == place->line &&
               (last.file == place->file ||
                (last.file && place->file && strcmp(last.file, place->file) == 0));
        last = *place;
        pthread_mutex_unlock(&lock);
        return same;
}

/**
 * error with a place: writes "PROGRAM:FILE:LINE: message". While error_one_per_line is set, a
 * further message for the place of the one before is left out, and does not exit; `file` must
 * outlive that.
 */
void error_at_line(int status, int number, const char *file, unsigned line, const char *format, ...)
{
        struct place place = {file, line};
        va_list args;

        if (error_one_per_line && repeats(&place))
                return;
        va_start(args, format);
        __lwb_error_report(status, number, &place, format, args);
        va_end(args);
}
