/* Home directories, for GLOB_TILDE. */
#include <errno.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "glob_internal.h"

char *__lwb_glob_home(const char *user, int *status)
{
        const char *home = *user ? NULL : getenv("HOME");
        char *buffer = NULL;
        char *copy = NULL;
        int error = 0;

        *status = 0;
        for (size_t size = 1024; !home || !*home; size *= 2) {
                struct passwd pw, *found = NULL;
                char *grown = realloc(buffer, size);

                if (!grown) {
                        error = ENOMEM;
                        break;
                }
                buffer = grown;
                if (*user)
                        error = getpwnam_r(user, &pw, buffer, size, &found);
                else
                        error = getpwuid_r(getuid(), &pw, buffer, size, &found);
                if (error == ERANGE && size <= (size_t)-1 / 4)
                        continue;
                if (!error && found)
                        home = found->pw_dir;
                break;
        }
        if (home && *home) {
                copy = strdup(home);
                if (!copy)
                        error = ENOMEM;
        }
        free(buffer);
        if (error == ENOMEM)
                *status = GLOB_NOSPACE;
        return copy;
}
