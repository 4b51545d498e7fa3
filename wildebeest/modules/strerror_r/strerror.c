/*
 * glibc: "Unknown error N" for an unknown error, "Success" for 0; its own texts.
 * musl:  "No error information" for both; its own texts.
 * here:  as glibc, never translated; the buffer for unknown errors is the thread's own.
 * see:   strerror(3); POSIX.1-2017, strerror.
 */
#include <locale.h>
#include <string.h>
#include "../errtext/error_text.h"

char *__lwb_strerror(int error);
char *__lwb_strerror_l(int error, locale_t locale);

/** The text of an error; that of an unknown one is valid until the thread's next call. */
char *__lwb_strerror(int error)
{
        static _Thread_local char unknown[UNKNOWN_ERROR_SIZE];

        return __lwb_error_describe(error, unknown, sizeof unknown);
}

/** strerror for a locale; all have the same texts. */
char *__lwb_strerror_l(int error, locale_t locale)
{
        (void)locale;
        return __lwb_strerror(error);
}
