/* Which locales there are: musl has every one. */
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "tap.h"

/* 0, or the error of a new locale. */
static int error_of(int mask, const char *name)
{
        locale_t made;

        errno = 0;
        made = newlocale(mask, name, (locale_t)0);
        if (made)
                freelocale(made);
        return made ? 0 : errno;
}

static void test_names(void)
{
        static const char *const there[] = {"C",       "POSIX",  "C.UTF-8",   "C.utf8",
                                            "C.utf-8", "C.UTF8", "C.UTF-8@x", ""};
        static const char *const missing[] = {"nonexistent", "xx_YY.UTF-8",  "c.utf-8", "posix",
                                              "POSIX.UTF-8", "C.ISO-8859-1", "CC"};

        for (size_t i = 0; i < sizeof there / sizeof *there; i++)
                is_int(error_of(LC_ALL_MASK, there[i]), 0, "newlocale: \"%s\"", there[i]);
        for (size_t i = 0; i < sizeof missing / sizeof *missing; i++)
                is_int(error_of(LC_ALL_MASK, missing[i]), ENOENT, "newlocale: no \"%s\"",
                       missing[i]);
        is_int(error_of(LC_ALL_MASK, "../x"), EINVAL, "newlocale: no path");
        is_int(error_of(LC_NUMERIC_MASK, "nonexistent"), ENOENT, "newlocale: for one category");
        is_int(error_of(0, "nonexistent"), 0, "newlocale: for no category");
}

static void test_environment(void)
{
        require(!setenv("LC_TIME", "nonexistent", 1));
        ok(error_of(LC_ALL_MASK, "") != 0, "newlocale: of $LC_TIME");
        is_int(error_of(LC_NUMERIC_MASK, ""), 0, "newlocale: another category than $LC_TIME's");
        require(!setenv("LC_ALL", "C.UTF-8", 1));
        is_int(error_of(LC_ALL_MASK, ""), 0, "newlocale: $LC_ALL is before $LC_TIME");
        require(!unsetenv("LC_TIME") && !setenv("LC_ALL", "", 1));
        require(!setenv("LANG", "nonexistent", 1));
        ok(!newlocale(LC_ALL_MASK, "", (locale_t)0), "newlocale: of $LANG");
        require(!unsetenv("LANG"));
}

#ifndef __GLIBC__
/* A file in a folder that $MUSL_LOCPATH names is a locale. */
static void test_files(void)
{
        const char *tmp = getenv("TMPDIR");
        char folder[200], path[240], file[240];
        FILE *stream;

        snprintf(folder, sizeof folder, "%s/lwb-locale-XXXXXX", tmp && *tmp ? tmp : "/tmp");
        require(mkdtemp(folder));
        snprintf(path, sizeof path, "/nonexistent::%s:", folder);
        snprintf(file, sizeof file, "%s/xx_YY", folder);
        stream = fopen(file, "w");
        require(stream && fputs("text", stream) >= 0 && !fclose(stream));
        is_int(error_of(LC_ALL_MASK, "xx_YY"), ENOENT, "newlocale: not without MUSL_LOCPATH");
        require(!setenv("MUSL_LOCPATH", path, 1));
        is_int(error_of(LC_ALL_MASK, "xx_YY"), 0, "newlocale: a file of MUSL_LOCPATH");
        is_int(error_of(LC_ALL_MASK, "xx_YYY"), ENOENT, "newlocale: no file of MUSL_LOCPATH");
        require(!unlink(file) && !mkdir(file, 0700));
        is_int(error_of(LC_MESSAGES_MASK, "xx_YY"), ENOENT, "newlocale: a folder is no locale");
        require(!rmdir(file) && !rmdir(folder));
        require(!unsetenv("MUSL_LOCPATH"));
}
#endif

int main(void)
{
        const char *volatile none = NULL;
        locale_t base, made;

        require(!unsetenv("LC_ALL") && !unsetenv("LANG"));
        test_names();
        test_environment();
#ifndef __GLIBC__
        test_files();
#endif
        base = newlocale(LC_ALL_MASK, "C", (locale_t)0);
        require(base);
        made = newlocale(LC_CTYPE_MASK, "C.UTF-8", base);
        ok(made != NULL, "newlocale: of another");
        if (made)
                freelocale(made);
        is_int(error_of(LC_ALL_MASK, none), EINVAL, "newlocale: no name");
        return done_testing();
}
