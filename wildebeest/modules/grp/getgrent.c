/*
 * glibc: getgrent and getgrent_r share a position in the database, and a lock.
 * musl:  has no getgrent_r; its getgrent has the flaws of its fgetgrent.
 * here:  one family over /etc/group; setgrent and endgrent both close the file. What fails
 *        while the file is opened or read is returned and in errno; glibc calls some of it the end.
 * see:   getgrent(3), getgrent_r(3).
 */
#include <grp.h>
#include "../colonfiles/colonfiles.h"

static struct lwb_colon_file database = LWB_COLON_FILE("/etc/group");

void __lwb_setgrent(void);
void __lwb_endgrent(void);
struct group *__lwb_getgrent(void);

/** Makes the next entry the first. */
void __lwb_setgrent(void)
{
        __lwb_colon_file_close(&database);
}

/** Closes the database. */
void __lwb_endgrent(void)
{
        __lwb_colon_file_close(&database);
}

/**
 * Reads the next entry to `gr` and the `size` bytes at `buffer`; `*result` is `gr` or NULL.
 * 0, ENOENT at the end, ERANGE when `size` is too small (the entry is then still to be read), or
 * what failed; all but the end is in errno too.
 */
int getgrent_r(struct group *restrict gr, char *restrict buffer, size_t size,
               struct group **restrict result)
{
        struct lwb_colon_buffer space = {buffer, size, 0};
        int error = __lwb_colon_file_next(&database, __lwb_parse_group, gr, &space);

        *result = error ? NULL : gr;
        return error;
}

/** The next entry, in static storage; NULL at the end, with errno as it was, or when it failed. */
struct group *__lwb_getgrent(void)
{
        static struct lwb_colon_buffer buffer = {NULL, 0, 1};
        static struct group gr;

        return __lwb_colon_file_next(&database, __lwb_parse_group, &gr, &buffer) ? NULL : &gr;
}
