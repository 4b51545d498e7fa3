/*
 * glibc: has six categories beside those of POSIX.
 * musl:  NULL for them.
 * here:  they are those of the C locale, which is the only one that they know; others are musl's.
 * see:   setlocale(3), locale(7).
 */
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include "../../shared/libc_own.h"

LIBC_OWN(setlocale);
char *__lwb_setlocale(int category, const char *name);

/* The locale that the environment asks for; "" where it asks for none. */
static const char *from_environment(int category)
{
        static const char *const variables[] = {"LC_PAPER",       "LC_NAME",
                                                "LC_ADDRESS",     "LC_TELEPHONE",
                                                "LC_MEASUREMENT", "LC_IDENTIFICATION"};
        const char *const names[] = {"LC_ALL", variables[category - LC_PAPER], "LANG"};

        for (size_t which = 0; which < sizeof names / sizeof *names; which++) {
                const char *value = getenv(names[which]);

                if (value && *value)
                        return value;
        }
        return "";
}

/**
 * Sets or, with NULL, says the locale of a category. Returns its name, or NULL where there is no
 * such locale or category.
 */
char *__lwb_setlocale(int category, const char *name)
{
        static const char *const known[] = {"", "C", "POSIX", "C.UTF-8", "C.utf8"};

        if (category < LC_PAPER || category > LC_IDENTIFICATION)
                return libc_own_setlocale(category, name);
        if (!name)
                return (char *)"C";
        if (!*name)
                name = from_environment(category);
        for (size_t which = 0; which < sizeof known / sizeof *known; which++) {
                if (!strcmp(name, known[which]))
                        return (char *)"C";
        }
        return NULL;
}
