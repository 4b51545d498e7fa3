/*
 * glibc: reads the next entry of a stream in passwd(5) format into the caller's buffer.
 * musl:  has only fgetpwent.
 * here:  the same; where the stream can not seek and the buffer is too small, the line is given
 *        up as a whole, while glibc goes on in its middle.
 * see:   fgetpwent_r(3), under getpwent_r(3).
 */
#include <errno.h>
#include <pwd.h>
#include "../colonfiles/colonfiles.h"

/**
 * Reads an entry from `stream` to `pw` and the `size` bytes at `buffer`; `*result` is `pw` or NULL.
 * 0 or, also in errno, ENOENT at the end, ERANGE when `size` is too small (the entry is then still
 * to be read; ESPIPE if the stream can not seek), or the stream's error.
 */
int fgetpwent_r(FILE *restrict stream, struct passwd *restrict pw, char *restrict buffer,
                size_t size, struct passwd **restrict result)
{
        struct lwb_colon_buffer space = {buffer, size, 0};
        int error = __lwb_colon_next(stream, __lwb_parse_passwd, pw, &space);

        *result = error ? NULL : pw;
        if (error)
                errno = error;
        return error;
}
