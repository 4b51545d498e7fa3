/*
 * glibc: reads the next entry of a stream in gshadow(5) format, into static storage or the
 *        caller's buffer.
 * musl:  lacks both.
 * here:  the same; where the stream can not seek and the buffer is too small, the line is given
 *        up as a whole, while glibc goes on in its middle.
 * see:   gshadow(5); fgetspent(3), whose rules they follow.
 */
#include <errno.h>
#include "sgrp.h"

/**
 * Reads an entry from `stream` to `sg` and the `size` bytes at `buffer`; `*result` is `sg` or NULL.
 * 0 or, also in errno, ENOENT at the end, ERANGE when `size` is too small (the entry is then still
 * to be read; ESPIPE if the stream can not seek), or the stream's error.
 */
int fgetsgent_r(FILE *stream, struct sgrp *sg, char *buffer, size_t size, struct sgrp **result)
{
        struct lwb_colon_buffer space = {buffer, size, 0};
        int error = __lwb_colon_next(stream, __lwb_parse_sgrp, sg, &space);

        *result = error ? NULL : sg;
        if (error)
                errno = error;
        return error;
}

/** Reads the next entry of `stream`: static storage, or NULL with errno, ENOENT at the end. */
struct sgrp *fgetsgent(FILE *stream)
{
        static struct lwb_colon_static storage = LWB_COLON_STATIC;
        static struct sgrp sg;

        return __lwb_colon_next_static(stream, __lwb_parse_sgrp, &sg, &storage);
}
