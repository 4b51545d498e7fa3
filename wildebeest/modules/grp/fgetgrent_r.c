/*
 * glibc: reads the next entry of a stream in group(5) format into the caller's buffer.
 * musl:  has only fgetgrent.
 * here:  the same; where the stream can not seek and the buffer is too small, the line is given
 *        up as a whole, while glibc goes on in its middle.
 * see:   fgetgrent_r(3), under getgrent_r(3).
 */
#include <errno.h>
#include <grp.h>
#include "../colonfiles/colonfiles.h"

/**
 * Reads an entry from `stream` to `gr` and the `size` bytes at `buffer`; `*result` is `gr` or NULL.
 * 0 or, also in errno, ENOENT at the end, ERANGE when `size` is too small (the entry is then still
 * to be read; ESPIPE if the stream can not seek), or the stream's error.
 */
int fgetgrent_r(FILE *restrict stream, struct group *restrict gr, char *restrict buffer,
                size_t size, struct group **restrict result)
{
        struct lwb_colon_buffer space = {buffer, size, 0};
        int error = __lwb_colon_next(stream, __lwb_parse_group, gr, &space);

        *result = error ? NULL : gr;
        if (error)
                errno = error;
        return error;
}
