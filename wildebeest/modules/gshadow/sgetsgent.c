/*
 * glibc: parses a string as a line of gshadow(5), to its first newline; no line is invalid.
 * musl:  lacks both.
 * here:  the same.
 * see:   gshadow(5); sgetspent(3), whose rules they follow.
 */
#include <errno.h>
#include "sgrp.h"

/**
 * Parses `text` to `sg` and the `size` bytes at `buffer`; `*result` is `sg` or NULL.
 * 0 or, also in errno, ERANGE when `size` is too small.
 */
int sgetsgent_r(const char *text, struct sgrp *sg, char *buffer, size_t size, struct sgrp **result)
{
        struct lwb_colon_buffer space = {buffer, size, 0};
        int error = __lwb_colon_string(text, __lwb_parse_sgrp, sg, &space);

        *result = error ? NULL : sg;
        if (error)
                errno = error;
        return error;
}

/** Parses `text`: static storage, or NULL with errno ENOMEM. */
struct sgrp *sgetsgent(const char *text)
{
        static struct lwb_colon_static storage = LWB_COLON_STATIC;
        static struct sgrp sg;

        return __lwb_colon_string_static(text, __lwb_parse_sgrp, &sg, &storage);
}
