/*
 * glibc: newlocale fails with ENOENT where the system has no such locale.
 * musl:  makes one of any name, which is C.UTF-8 by that name.
 * here:  C, POSIX, C.UTF-8 and the files that MUSL_LOCPATH leads to are all there is.
 * see:   newlocale(3); POSIX.1-2024, newlocale, ERRORS; musl's manual, "Environment Variables".
 */
#include <errno.h>
#include <limits.h>
#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>
#include "../../shared/libc_own.h"

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

/* C and POSIX, and C.UTF-8 as glibc spells it too: C.utf8. A modifier changes nothing. */
static bool is_built_in(const char *name)
{
        static const char *const names[] = {"C", "POSIX", "C.UTF-8", "C.UTF8"};
        size_t length = strcspn(name, "@");

        for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
                if (strlen(names[i]) != length || strncasecmp(name, names[i], length))
                        continue;
                /* Only the code set is written as one likes. */
                if (!strncmp(name, names[i], strcspn(names[i], ".")))
                        return true;
        }
        return false;
}

/* Whether a folder of MUSL_LOCPATH, which colons separate, has a file of that name. */
static bool is_installed(const char *name)
{
        const char *folder = secure_getenv("MUSL_LOCPATH");
        char path[PATH_MAX];
        struct stat file;

        while (folder && *folder) {
                size_t length = strcspn(folder, ":");
                int wanted = snprintf(path, sizeof path, "%.*s/%s", (int)length, folder, name);

                if (length && length < sizeof path && wanted < (int)sizeof path &&
                    !stat(path, &file) && S_ISREG(file.st_mode) && !access(path, R_OK))
                        return true;
                folder += length + (folder[length] == ':');
        }
        return false;
}

/* The name that the environment has for a category. */
static const char *from_environment(const char *category)
{
        const char *variables[] = {"LC_ALL", category, "LANG"};

        for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
                const char *value = getenv(variables[i]);

                if (value && *value)
                        return value;
        }
        return "C";
}

/* 0, or why there is no such locale. */
static int refusal(const char *name)
{
        if (strchr(name, '/'))
                return EINVAL;
        return is_built_in(name) || is_installed(name) ? 0 : ENOENT;
}

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
                        error = refusal(*name ? name : from_environment(categories[i].variable));
        }
        errno = error ? error : saved;
        return error ? (locale_t)0 : libc_own_newlocale(mask, name, base);
}
