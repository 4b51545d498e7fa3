/*
 * glibc: skips lines that are no entries, comments and leading blanks; ENOENT at the end.
 * musl:  takes comments for users, reads 4294967296 as root's id, drops short lines, loses the
 *        last character of a line without newline, and keeps errno at the end.
 * here:  as glibc; the result is valid until the next call.
 * see:   fgetpwent(3).
 */
#include <pwd.h>
#include "../colonfiles/colonfiles.h"

struct passwd *__lwb_fgetpwent(FILE *stream);

/** Reads the next entry of `stream`: static storage, or NULL with errno, ENOENT at the end. */
struct passwd *__lwb_fgetpwent(FILE *stream)
{
        static struct lwb_colon_static storage = LWB_COLON_STATIC;
        static struct passwd pw;

        return __lwb_colon_next_static(stream, __lwb_parse_passwd, &pw, &storage);
}
