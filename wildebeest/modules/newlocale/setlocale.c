/*
 * glibc: setlocale is NULL for a locale that the system has not.
 * musl:  makes one of any name, which is C.UTF-8 by that name.
 * here:  a name must be that of a locale there is. The user's own, which "" stands for, is
 *        musl's all the same: without it a terminal would not be UTF-8 for want of a file.
 * see:   setlocale(3), RETURN VALUE.
 */
#include <locale.h>
#include <stdbool.h>
#include <string.h>
#include "installed.h"

/* The module locale's, which has glibc's further categories. */
char *__lwb_setlocale(int category, const char *name);
char *__lwb_setlocale_installed(int category, const char *name);

/* Whether a part of a name is that of a locale, or what the environment asks for. */
static bool is_there(const char *part, size_t length)
{
        static const char *const categories[] = {"LC_CTYPE",   "LC_NUMERIC",  "LC_TIME",
                                                 "LC_COLLATE", "LC_MONETARY", "LC_MESSAGES"};
        char name[256];

        if (length >= sizeof name)
                return false;
        memcpy(name, part, length);
        name[length] = '\0';
        if (!__lwb_locale_refusal(name))
                return true;
        for (size_t i = 0; i < sizeof categories / sizeof *categories; i++) {
                if (!strcmp(name, __lwb_locale_environment(categories[i])))
                        return true;
        }
        return false;
}

/**
 * Sets or, with NULL, says the locale of a category. NULL where there is none of that name. What
 * it has said for LC_ALL, names with semicolons between, it takes.
 */
char *__lwb_setlocale_installed(int category, const char *name)
{
        if (name && *name && category >= 0 && category <= LC_ALL) {
                for (const char *part = name;; part++) {
                        size_t length = strcspn(part, ";");

                        if (!is_there(part, length))
                                return NULL;
                        part += length;
                        if (!*part)
                                break;
                }
        }
        return __lwb_setlocale(category, name);
}
