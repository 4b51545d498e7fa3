/*
 * glibc: skips lines that are no entries, comments and leading blanks; ENOENT at the end.
 * musl:  takes comments for groups, reads 4294967296 as root's id, drops short lines, keeps empty
 *        members, loses the last character of a line without newline, and keeps errno at the end.
 * here:  as glibc; the result is valid until the next call.
 * see:   fgetgrent(3).
 */
#include <grp.h>
#include "../colonfiles/colonfiles.h"

struct group *__lwb_fgetgrent(FILE *stream);

/** Reads the next entry of `stream`: static storage, or NULL with errno, ENOENT at the end. */
struct group *__lwb_fgetgrent(FILE *stream)
{
        static struct lwb_colon_static storage = LWB_COLON_STATIC;
        static struct group gr;

        return __lwb_colon_next_static(stream, __lwb_parse_group, &gr, &storage);
}
