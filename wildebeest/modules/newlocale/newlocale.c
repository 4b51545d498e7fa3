/*
 * glibc: newlocale fails with ENOENT where the system has no such locale.
 * musl:  makes one of any name, which is C.UTF-8 by that name.
 * here:  C, POSIX, C.UTF-8 and the files that MUSL_LOCPATH leads to are all there is.
 * see:   newlocale(3); POSIX.1-2024, newlocale, ERRORS; musl's manual, "Environment Variables".
 */
#include <errno.h>
#include <locale.h>
#include <stddef.h>
#include "../../shared/libc_own.h"
#include "installed.h"

LIBC_OWN(newlocale);
locale_t __lwb_newlocale(int mask, const char *name, locale_t base);

static const struct {
        int mask;
        const char *variable;
} categories[] = {
    {LC_CTYPE_MASK, "LC_CTYPE"},       {LC_NUMERIC_MASK, "LC_NUMERIC"},
    {LC_TIME_MASK, "LC_TIME"},         {LC_COLLATE_MASK, "LC_COLLATE"},
    {LC_MONETARY_MASK, "LC_MONETARY"}, {LC_MESSAGES_MASK, "LC_MESSAGES"},
};

/**
 * A locale whose categories of `mask` are those of `name` ("": of the environment), the others of
 * `base`. (locale_t)0: ENOENT for a locale that the system has not, EINVAL for no name, ENOMEM.
 */
locale_t __lwb_newlocale(int mask, const char *name, locale_t base)
{
        int error = name ? 0 : EINVAL;
        int saved = errno;

        for (size_t i = 0; !error && i < sizeof categories / sizeof *categories; i++) {
                if (mask & categories[i].mask)
                        error = __lwb_locale_refusal(
                            *name ? name : __lwb_locale_environment(categories[i].variable));
        }
        errno = error ? error : saved;
        return error ? (locale_t)0 : libc_own_newlocale(mask, name, base);
}
