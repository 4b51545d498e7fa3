/* What the writers write, and what they refuse; on glibc alone, what its own do. */
#include <errno.h>
#include <limits.h>
#include "colonfiles.h"
#include "tap.h"

#ifdef __GLIBC__
#include <gshadow.h>
#pragma weak __lwb_put_passwd
#pragma weak __lwb_put_group
#pragma weak __lwb_put_shadow
#pragma weak __lwb_put_gshadow
#define OURS (__lwb_put_passwd != NULL)
#define THEIRS(call) call
#else
#define OURS 1
#define THEIRS(call) -1
#endif

#define NAMES(...)                                                                                 \
        (char *[])                                                                                 \
        {                                                                                          \
                __VA_ARGS__, NULL                                                                  \
        }
#define NO_NAMES                                                                                   \
        (char *[])                                                                                 \
        {                                                                                          \
                NULL                                                                               \
        }

/* Whatever one of the writers takes. */
union entry {
        struct passwd pw;
        struct group gr;
        struct spwd sp;
        struct lwb_gshadow sg;
};

static int put_passwd(const union entry *entry, FILE *stream)
{
        return OURS ? __lwb_put_passwd(&entry->pw, stream) : THEIRS(putpwent(&entry->pw, stream));
}

static int put_group(const union entry *entry, FILE *stream)
{
        return OURS ? __lwb_put_group(&entry->gr, stream) : THEIRS(putgrent(&entry->gr, stream));
}

static int put_shadow(const union entry *entry, FILE *stream)
{
        return OURS ? __lwb_put_shadow(&entry->sp, stream) : THEIRS(putspent(&entry->sp, stream));
}

static int put_gshadow(const union entry *entry, FILE *stream)
{
        if (OURS)
                return __lwb_put_gshadow(&entry->sg, stream);
        return THEIRS(putsgent(&((struct sgrp){entry->sg.name, entry->sg.password,
                                               entry->sg.administrators, entry->sg.members}),
                               stream));
}

/* Checks what is written for an entry, or with `expected` NULL that it is refused. */
static void check(const char *name, int (*put)(const union entry *, FILE *), union entry entry,
                  const char *expected, const char *what)
{
        char *text = NULL;
        size_t size = 0;
        FILE *stream = open_memstream(&text, &size);
        int result;

        require(stream);
        errno = 0;
        result = put(&entry, stream);
        if (expected) {
                is_int(result, 0, "%s: %s", name, what);
        } else {
                ok(result == -1 && errno == EINVAL, "%s: EINVAL for %s", name, what);
                expected = "";
        }
        require(!fclose(stream));
        is_str(text, expected, "%s: what is written for %s", name, what);
        free(text);
}

/* An error of the stream is reported at once where nothing is buffered. */
static void check_full(const char *name, int (*put)(const union entry *, FILE *), union entry entry)
{
        FILE *stream = fopen("/dev/full", "w");

        require(stream && !setvbuf(stream, NULL, _IONBF, 0));
        errno = 0;
        is_int(put(&entry, stream), -1, "%s: -1 on a full device", name);
        is_int(errno, ENOSPC, "%s: with ENOSPC", name);
        fclose(stream);
}

static void check_passwd(void)
{
        static const struct {
                struct passwd pw;
                const char *line;
                const char *what;
        } cases[] = {
            {{"a", "x", 1, 2, "g", "d", "s"}, "a:x:1:2:g:d:s\n", "an entry"},
            {{"a", NULL, 1, 2, NULL, NULL, NULL}, "a::1:2:::\n", "NULL fields"},
            {{"", "", 0, 0, "", "", ""}, "::0:0:::\n", "empty fields"},
            {{"a", "x", -1u, -2u, "g", "d", "s"}, "a:x:4294967295:4294967294:g:d:s\n", "large ids"},
            {{"+", "x", 1, 2, "g", "d", "s"}, "+:x:::g:d:s\n", "a + entry"},
            {{"-a", NULL, 1, 2, NULL, NULL, NULL}, "-a::::::\n", "a - entry"},
            {{"a", "x", 1, 2, ":g\n:", "d", "s"}, "a:x:1:2: g  :d:s\n", "a colon in GECOS"},
            {{" \tb", "x ", 1, 2, ",", "/d d", "s\r"}, " \tb:x :1:2:,:/d d:s\r\n", "blanks"},
            {{NULL, "x", 1, 2, "g", "d", "s"}, NULL, "no name"},
            {{"a:", "x", 1, 2, "g", "d", "s"}, NULL, "a colon in the name"},
            {{"\na", "x", 1, 2, "g", "d", "s"}, NULL, "a newline in the name"},
            {{"+:", "x", 1, 2, "g", "d", "s"}, NULL, "a colon in a + name"},
            {{"a", ":", 1, 2, "g", "d", "s"}, NULL, "a colon in the password"},
            {{"a", "\n", 1, 2, "g", "d", "s"}, NULL, "a newline in the password"},
            {{"a", "x", 1, 2, "g", "d:", "s"}, NULL, "a colon in the directory"},
            {{"a", "x", 1, 2, "g", "d\n", "s"}, NULL, "a newline in the directory"},
            {{"a", "x", 1, 2, "g", "d", ":"}, NULL, "a colon in the shell"},
            {{"a", "x", 1, 2, "g", "d", "s\nroot::0:0:::"}, NULL, "a newline in the shell"},
        };

        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
                check("__lwb_put_passwd", put_passwd, (union entry){.pw = cases[i].pw},
                      cases[i].line, cases[i].what);
        check_full("__lwb_put_passwd", put_passwd, (union entry){.pw = cases[0].pw});
}

static void check_group(void)
{
        const struct {
                struct group gr;
                const char *line;
                const char *what;
        } cases[] = {
            {{"g", "x", 1, NAMES("a", "b")}, "g:x:1:a,b\n", "an entry"},
            {{"g", "x", 1, NO_NAMES}, "g:x:1:\n", "no members"},
            {{"g", NULL, 1, NULL}, "g::1:\n", "NULL fields"},
            {{"", "", -1u, NAMES("a b")}, "::4294967295:a b\n", "an empty name"},
            {{"g", "x", 1, NAMES("a", "", "b")}, "g:x:1:a,,b\n", "an empty member"},
            {{"+", "x", 1, NAMES("a")}, "+:x::a\n", "a + entry"},
            {{"-g", NULL, 1, NULL}, "-g:::\n", "a - entry"},
            {{"g,", ",", 1, NULL}, "g,:,:1:\n", "commas where they are text"},
            {{NULL, "x", 1, NULL}, NULL, "no name"},
            {{"g:", "x", 1, NULL}, NULL, "a colon in the name"},
            {{"g\n", "x", 1, NULL}, NULL, "a newline in the name"},
            {{"g", ":", 1, NULL}, NULL, "a colon in the password"},
            {{"g", "\n", 1, NULL}, NULL, "a newline in the password"},
            {{"g", "x", 1, NAMES("a", "b:")}, NULL, "a colon in a member"},
            {{"g", "x", 1, NAMES("a", "b,c")}, NULL, "a comma in a member"},
            {{"g", "x", 1, NAMES("a", "b\n")}, NULL, "a newline in a member"},
        };

        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
                check("__lwb_put_group", put_group, (union entry){.gr = cases[i].gr}, cases[i].line,
                      cases[i].what);
        check_full("__lwb_put_group", put_group, (union entry){.gr = cases[0].gr});
}

static void check_shadow(void)
{
        static const struct {
                struct spwd sp;
                const char *line;
                const char *what;
        } cases[] = {
            {{"a", "x", 1, 2, 3, 4, 5, 6, 7}, "a:x:1:2:3:4:5:6:7\n", "an entry"},
            {{"a", NULL, -1, -1, -1, -1, -1, -1, ULONG_MAX}, "a::::::::\n", "unset fields"},
            {{"", "", 0, 0, 0, 0, 0, 0, 0}, "::0:0:0:0:0:0:0\n", "zeros"},
            {{"+a", "x", 1, -1, 3, -1, -1, -1, -1ul}, "+a:x:1::3::::\n", "a + entry"},
            {{"a", "x", -2, INT_MAX, INT_MIN + 1, 0, 0, 0, INT_MAX},
             "a:x:-2:2147483647:-2147483647:0:0:0:2147483647\n",
             "large numbers"},
            {{NULL, "x", 1, 2, 3, 4, 5, 6, 7}, NULL, "no name"},
            {{"a:", "x", 1, 2, 3, 4, 5, 6, 7}, NULL, "a colon in the name"},
            {{"a\n", "x", 1, 2, 3, 4, 5, 6, 7}, NULL, "a newline in the name"},
            {{"a", ":", 1, 2, 3, 4, 5, 6, 7}, NULL, "a colon in the password"},
            {{"a", "\n", 1, 2, 3, 4, 5, 6, 7}, NULL, "a newline in the password"},
        };

        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
                check("__lwb_put_shadow", put_shadow, (union entry){.sp = cases[i].sp},
                      cases[i].line, cases[i].what);
        check_full("__lwb_put_shadow", put_shadow, (union entry){.sp = cases[0].sp});
}

static void check_gshadow(void)
{
        const struct {
                struct lwb_gshadow sg;
                const char *line;
                const char *what;
        } cases[] = {
            {{"g", "x", NAMES("a", "b"), NAMES("c", "d")}, "g:x:a,b:c,d\n", "an entry"},
            {{"g", "x", NO_NAMES, NO_NAMES}, "g:x::\n", "empty lists"},
            {{"g", NULL, NULL, NULL}, "g:::\n", "NULL fields"},
            {{"+g", "x", NAMES("a"), NULL}, "+g:x:a:\n", "a + entry"},
            {{NULL, "x", NULL, NULL}, NULL, "no name"},
            {{"g:", "x", NULL, NULL}, NULL, "a colon in the name"},
            {{"g\n", "x", NULL, NULL}, NULL, "a newline in the name"},
            {{"g", ":", NULL, NULL}, NULL, "a colon in the password"},
            {{"g", "x", NAMES("a:"), NULL}, NULL, "a colon in an administrator"},
            {{"g", "x", NAMES("a,"), NULL}, NULL, "a comma in an administrator"},
            {{"g", "x", NAMES("a\n"), NULL}, NULL, "a newline in an administrator"},
            {{"g", "x", NULL, NAMES("a:")}, NULL, "a colon in a member"},
            {{"g", "x", NULL, NAMES("a,")}, NULL, "a comma in a member"},
            {{"g", "x", NULL, NAMES("a\n")}, NULL, "a newline in a member"},
        };

        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
                check("__lwb_put_gshadow", put_gshadow, (union entry){.sg = cases[i].sg},
                      cases[i].line, cases[i].what);
        check_full("__lwb_put_gshadow", put_gshadow, (union entry){.sg = cases[0].sg});
}

/* What glibc does not check for everything. */
static void check_null(void)
{
        struct passwd pw = {"a", "x", 1, 2, "g", "d", "s"};

        errno = 0;
        ok(__lwb_put_passwd(NULL, stdout) == -1 && errno == EINVAL, "__lwb_put_passwd: NULL entry");
        errno = 0;
        ok(__lwb_put_passwd(&pw, NULL) == -1 && errno == EINVAL, "__lwb_put_passwd: NULL stream");
        errno = 0;
        ok(__lwb_put_group(NULL, stdout) == -1 && errno == EINVAL, "__lwb_put_group: NULL entry");
        errno = 0;
        ok(__lwb_put_shadow(NULL, stdout) == -1 && errno == EINVAL, "__lwb_put_shadow: NULL entry");
        errno = 0;
        ok(__lwb_put_gshadow(NULL, stdout) == -1 && errno == EINVAL,
           "__lwb_put_gshadow: NULL entry");
}

int main(void)
{
        check_passwd();
        check_group();
        check_shadow();
        check_gshadow();
        if (OURS)
                check_null();
        return done_testing();
}
