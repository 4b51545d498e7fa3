/*
 * glibc: getpwent and getpwent_r share a position in the database, and a lock.
 * musl:  has no getpwent_r; its getpwent has the flaws of its fgetpwent.
 * here:  one family over /etc/passwd; setpwent and endpwent both close the file. What fails
 *        while the file is opened or read is returned and in errno; glibc calls some of it the end.
 * see:   getpwent(3), getpwent_r(3).
 */
#include <pwd.h>
#include "../colonfiles/colonfiles.h"

static struct lwb_colon_file database = LWB_COLON_FILE("/etc/passwd");

void __lwb_setpwent(void);
void __lwb_endpwent(void);
struct passwd *__lwb_getpwent(void);

/** Makes the next entry the first. */
void __lwb_setpwent(void)
{
        __lwb_colon_file_close(&database);
}

/** Closes the database. */
void __lwb_endpwent(void)
{
        __lwb_colon_file_close(&database);
}

/**
 * Reads the next entry to `pw` and the `size` bytes at `buffer`; `*result` is `pw` or NULL.
 * 0, ENOENT at the end, ERANGE when `size` is too small (the entry is then still to be read), or
 * what failed; all but the end is in errno too.
 */
int getpwent_r(struct passwd *restrict pw, char *restrict buffer, size_t size,
               struct passwd **restrict result)
{
        struct lwb_colon_buffer space = {buffer, size, 0};
        int error = __lwb_colon_file_next(&database, __lwb_parse_passwd, pw, &space);

        *result = error ? NULL : pw;
        return error;
}

/** The next entry, in static storage; NULL at the end, with errno as it was, or when it failed. */
struct passwd *__lwb_getpwent(void)
{
        static struct lwb_colon_buffer buffer = {NULL, 0, 1};
        static struct passwd pw;

        return __lwb_colon_file_next(&database, __lwb_parse_passwd, &pw, &buffer) ? NULL : &pw;
}
