/*
 * glibc: with _GNU_SOURCE returns the text, which need not be in the buffer.
 * musl:  has the POSIX function alone, which fills the buffer and returns an int.
 * here:  as glibc, with glibc's texts, never translated.
 * see:   strerror_r(3); GNU C Library manual, "Error Messages".
 */
#include <string.h>
#include "../errtext/error_text.h"

char *__lwb_strerror_r(int error, char *buffer, size_t size);

/**
 * The text of an error. `buffer`, of `size` bytes, is used for an unknown one alone, whose text is
 * cut to it; it is returned as it is where `size` is 0. Keeps errno.
 */
char *__lwb_strerror_r(int error, char *buffer, size_t size)
{
        return __lwb_error_describe(error, buffer, size);
}
