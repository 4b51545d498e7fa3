/*
 * glibc: skips lines that are no entries, comments and leading blanks; ENOENT at the end.
 * musl:  takes comments for users, reads 4294967296 as root's id, drops short lines, loses the
 *        last character of a line without newline, and keeps errno at the end.
 * here:  as glibc; the result is valid until the next call.
 * see:   fgetpwent(3).
 */
#include <errno.h>
#include <pwd.h>
#include <pthread.h>
#include "../colonfiles/colonfiles.h"

struct passwd *__lwb_fgetpwent(FILE *stream);

/** Reads the next entry of `stream`: static storage, or NULL with errno, ENOENT at the end. */
struct passwd *__lwb_fgetpwent(FILE *stream)
{
        static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
        static struct lwb_colon_buffer buffer = {NULL, 0, 1};
        static struct passwd pw;
        int error;

        pthread_mutex_lock(&lock);
        error = __lwb_colon_next(stream, __lwb_parse_passwd, &pw, &buffer);
        pthread_mutex_unlock(&lock);
        if (error) {
                errno = error;
                return NULL;
        }
        return &pw;
}
