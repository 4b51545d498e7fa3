/*
 * glibc: parses a string as a line of shadow(5), to its first newline; what is no entry gives NULL
 *        and no error.
 * musl:  declares sgetspent, but has neither.
 * here:  as glibc; sgetspent_r says EINVAL of what is no entry, where glibc returns the errno of
 *        before.
 * see:   sgetspent(3).
 */
#include <errno.h>
#include <shadow.h>
#include "../colonfiles/colonfiles.h"

/**
 * Parses `text` to `sp` and the `size` bytes at `buffer`; `*result` is `sp` or NULL. 0; EINVAL
 * when it is no entry; ERANGE when `size` is too small. errno stays as it was.
 */
int sgetspent_r(const char *text, struct spwd *sp, char *buffer, size_t size, struct spwd **result)
{
        struct lwb_colon_buffer space = {buffer, size, 0};
        int error = __lwb_colon_string(text, __lwb_parse_shadow, sp, &space);

        *result = error ? NULL : sp;
        return error;
}

/** Parses `text`: static storage; NULL when it is no entry, with errno as it was, or ENOMEM. */
struct spwd *sgetspent(const char *text)
{
        static struct lwb_colon_static storage = LWB_COLON_STATIC;
        static struct spwd sp;
        int saved = errno;
        struct spwd *result = __lwb_colon_string_static(text, __lwb_parse_shadow, &sp, &storage);

        if (!result && errno == EINVAL)
                errno = saved;
        return result;
}
