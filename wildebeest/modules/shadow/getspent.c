/*
 * glibc: getspent and getspent_r share a position in the database, and a lock.
 * musl:  has no getspent_r, and its getspent never finds an entry.
 * here:  one family over /etc/shadow; setspent and endspent both close the file. What fails
 *        while the file is opened or read is returned and in errno; glibc calls some of it the end.
 * see:   getspent(3).
 */
#include <shadow.h>
#include "../colonfiles/colonfiles.h"

static struct lwb_colon_file database = LWB_COLON_FILE(SHADOW);

void __lwb_setspent(void);
void __lwb_endspent(void);
struct spwd *__lwb_getspent(void);

/** Makes the next entry the first. */
void __lwb_setspent(void)
{
        __lwb_colon_file_close(&database);
}

/** Closes the database. */
void __lwb_endspent(void)
{
        __lwb_colon_file_close(&database);
}

/**
 * Reads the next entry to `sp` and the `size` bytes at `buffer`; `*result` is `sp` or NULL.
 * 0, ENOENT at the end, ERANGE when `size` is too small (the entry is then still to be read), or
 * what failed; all but the end is in errno too.
 */
int getspent_r(struct spwd *sp, char *buffer, size_t size, struct spwd **result)
{
        struct lwb_colon_buffer space = {buffer, size, 0};
        int error = __lwb_colon_file_next(&database, __lwb_parse_shadow, sp, &space);

        *result = error ? NULL : sp;
        return error;
}

/** The next entry, in static storage; NULL at the end, with errno as it was, or when it failed. */
struct spwd *__lwb_getspent(void)
{
        static struct lwb_colon_buffer buffer = {NULL, 0, 1};
        static struct spwd sp;

        return __lwb_colon_file_next(&database, __lwb_parse_shadow, &sp, &buffer) ? NULL : &sp;
}
