/*
 * glibc: EINVAL for an unknown error, ERANGE for a buffer that is too small; its own texts.
 * musl:  "No error information" for an unknown error and for 0, and returns 0; its own texts.
 * here:  as glibc, never translated.
 * see:   strerror_r(3); POSIX.1-2017, strerror.
 */
#include <errno.h>
#include <string.h>
#include "../errtext/error_text.h"

int __lwb_xpg_strerror_r(int error, char *buffer, size_t size);

/**
 * Copies the text of an error to `buffer`, cut to its `size` bytes. Returns 0, EINVAL for an
 * unknown error, or ERANGE where the text was cut; keeps errno.
 */
int __lwb_xpg_strerror_r(int error, char *buffer, size_t size)
{
        char own[UNKNOWN_ERROR_SIZE];
        const char *text = __lwb_error_describe(error, own, sizeof own);
        size_t length = strlen(text);
        size_t copied = length < size ? length : size - 1;

        if (size) {
                memcpy(buffer, text, copied);
                buffer[copied] = '\0';
        }
        if (text == own)
                return EINVAL;
        return length < size ? 0 : ERANGE;
}
