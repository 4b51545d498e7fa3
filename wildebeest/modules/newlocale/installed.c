#include "installed.h"
#include <errno.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

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

int __lwb_locale_refusal(const char *name)
{
        if (strchr(name, '/'))
                return EINVAL;
        return is_built_in(name) || is_installed(name) ? 0 : ENOENT;
}

const char *__lwb_locale_environment(const char *category)
{
        const char *variables[] = {"LC_ALL", category, "LANG"};

        for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
                const char *value = getenv(variables[i]);

                if (value && *value)
                        return value;
        }
        return "C";
}
