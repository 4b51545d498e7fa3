/* The texts of errors, those of glibc's C locale. */
#ifndef LWB_ERRTEXT_ERROR_TEXT_H
#define LWB_ERRTEXT_ERROR_TEXT_H

#include <stddef.h>

/* Room for the text of any error that has none of its own: "Unknown error -2147483648". */
#define UNKNOWN_ERROR_SIZE 26

/** The text of an error, "Success" for 0; null for an unknown one. */
const char *__lwb_error_text(int error);

/** The name of an error, "0" for 0; null for an unknown one. */
const char *__lwb_error_name(int error);

/**
 * The text of any error: that of __lwb_error_text, or "Unknown error N" in `buffer`, cut to `size`
 * bytes with the NUL. Keeps errno.
 */
char *__lwb_error_describe(int error, char *buffer, size_t size);

#endif
