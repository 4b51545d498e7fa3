/*
 * glibc: getsgent and getsgent_r share a position in the database, and a lock.
 * musl:  lacks all four.
 * here:  the same over /etc/gshadow alone; setsgent and endsgent both close the file. What fails
 *        while the file is opened or read is returned and in errno; glibc calls some of it the end.
 * see:   gshadow(5); getspent(3), whose rules they follow.
 */
#include "sgrp.h"

static struct lwb_colon_file database = LWB_COLON_FILE(GSHADOW);

/** Makes the next entry the first. */
void setsgent(void)
{
        __lwb_colon_file_close(&database);
}

/** Closes the database. */
void endsgent(void)
{
        __lwb_colon_file_close(&database);
}

/**
 * Reads the next entry to `sg` and the `size` bytes at `buffer`; `*result` is `sg` or NULL.
 * 0, ENOENT at the end, ERANGE when `size` is too small (the entry is then still to be read), or
 * what failed; all but the end is in errno too.
 */
int getsgent_r(struct sgrp *sg, char *buffer, size_t size, struct sgrp **result)
{
        struct lwb_colon_buffer space = {buffer, size, 0};
        int error = __lwb_colon_file_next(&database, __lwb_parse_sgrp, sg, &space);

        *result = error ? NULL : sg;
        return error;
}

/** The next entry, in static storage; NULL at the end, with errno as it was, or when it failed. */
struct sgrp *getsgent(void)
{
        static struct lwb_colon_buffer buffer = {NULL, 0, 1};
        static struct sgrp sg;

        return __lwb_colon_file_next(&database, __lwb_parse_sgrp, &sg, &buffer) ? NULL : &sg;
}
