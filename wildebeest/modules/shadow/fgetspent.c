/*
 * glibc: reads the next entry of a stream in shadow(5) format, into static storage or the caller's
 *        buffer; skips what is none; ENOENT at the end.
 * musl:  has no fgetspent_r; its fgetspent ends at the first line that is no entry, comments
 *        included, and loses the last character of a line without newline.
 * here:  as glibc; where the stream can not seek and the buffer is too small, the line is given up
 *        as a whole, while glibc goes on in its middle.
 * see:   fgetspent(3).
 */
#include <errno.h>
#include <shadow.h>
#include "../colonfiles/colonfiles.h"

struct spwd *__lwb_fgetspent(FILE *stream);

/**
 * Reads an entry from `stream` to `sp` and the `size` bytes at `buffer`; `*result` is `sp` or NULL.
 * 0 or, also in errno, ENOENT at the end, ERANGE when `size` is too small (the entry is then still
 * to be read; ESPIPE if the stream can not seek), or the stream's error.
 */
int fgetspent_r(FILE *stream, struct spwd *sp, char *buffer, size_t size, struct spwd **result)
{
        struct lwb_colon_buffer space = {buffer, size, 0};
        int error = __lwb_colon_next(stream, __lwb_parse_shadow, sp, &space);

        *result = error ? NULL : sp;
        if (error)
                errno = error;
        return error;
}

/** Reads the next entry of `stream`: static storage, or NULL with errno, ENOENT at the end. */
struct spwd *__lwb_fgetspent(FILE *stream)
{
        static struct lwb_colon_static storage = LWB_COLON_STATIC;
        static struct spwd sp;

        return __lwb_colon_next_static(stream, __lwb_parse_shadow, &sp, &storage);
}
