/* fgetpwent and putpwent, which musl has: what they take for an entry, and what they refuse. */
#include <errno.h>
#include <pwd.h>
#include <unistd.h>
#include "tap.h"

static FILE *stream_of(const char *text)
{
        FILE *stream = tmpfile();

        require(stream && fputs(text, stream) >= 0 && !fflush(stream));
        rewind(stream);
        return stream;
}

/* Checks what a line is read as, "name uid gid shell"; NULL: it is skipped. */
static void reads(const char *line, const char *expected, const char *what)
{
        char got[128] = "";
        FILE *stream = stream_of(line);
        struct passwd *pw;

        errno = 0;
        pw = fgetpwent(stream);
        if (pw)
                snprintf(got, sizeof got, "%s %u %u %s", pw->pw_name, (unsigned int)pw->pw_uid,
                         (unsigned int)pw->pw_gid, pw->pw_shell ? pw->pw_shell : "(null)");
        is_str(pw ? got : NULL, expected, "fgetpwent: %s", what);
        if (!expected)
                is_int(errno, ENOENT, "fgetpwent: ENOENT behind %s", what);
        fclose(stream);
}

static void writes(struct passwd pw, const char *expected, const char *what)
{
        char *text = NULL;
        size_t size = 0;
        FILE *stream = open_memstream(&text, &size);
        int result;

        require(stream);
        errno = 0;
        result = putpwent(&pw, stream);
        if (expected)
                is_int(result, 0, "putpwent: %s", what);
        else
                ok(result == -1 && errno == EINVAL, "putpwent: EINVAL for %s", what);
        require(!fclose(stream));
        is_str(text, expected ? expected : "", "putpwent: what is written for %s", what);
        free(text);
}

static void check_sequence(void)
{
        FILE *stream = stream_of("# users\n\na:x:1:2:g:d:s\nbad\nb:x:3:4:::\n");
        struct passwd *pw = fgetpwent(stream);

        is_str(pw ? pw->pw_name : NULL, "a", "fgetpwent: the first entry");
        pw = fgetpwent(stream);
        is_str(pw ? pw->pw_name : NULL, "b", "fgetpwent: the second");
        errno = 0;
        ok(!fgetpwent(stream), "fgetpwent: NULL at the end");
        is_int(errno, ENOENT, "fgetpwent: with ENOENT");
        fclose(stream);
        stream = fopen("/", "r");
        require(stream);
        errno = 0;
        ok(!fgetpwent(stream) && errno == EISDIR, "fgetpwent: EISDIR for a directory");
        fclose(stream);
}

static void check_full(void)
{
        struct passwd pw = {"a", "x", 1, 2, "g", "d", "s"};
        FILE *stream = fopen("/dev/full", "w");

        require(stream && !setvbuf(stream, NULL, _IONBF, 0));
        errno = 0;
        ok(putpwent(&pw, stream) == -1 && errno == ENOSPC, "putpwent: ENOSPC on a full device");
        fclose(stream);
}

int main(void)
{
        reads("a:x:1:2:g:d:/bin/sh\n", "a 1 2 /bin/sh", "an entry");
        reads("a:x:1:2:g:d:/bin/sh", "a 1 2 /bin/sh", "a line without newline");
        reads("  a:x:1:2:g:d:s\n", "a 1 2 s", "blanks before the name");
        reads("a:x:1:2\n", "a 1 2 ", "a line that ends behind the ids");
        reads("a:x: 1:+2:g:d:s\n", "a 1 2 s", "a blank and a sign before the ids");
        reads("a:x:1:2:g:d:s:t\n", "a 1 2 s:t", "an eighth field");
        reads("#a:x:1:2:g:d:s\n", NULL, "a comment");
        reads("a:x:4294967296:0:g:d:s\n", NULL, "an id that is too large");
        reads("a:x:4294967295:0:g:d:s\n", "a 4294967295 0 s", "the largest id");
        reads("a:x:::g:d:s\n", NULL, "empty ids");
        reads("a:x:1x:2:g:d:s\n", NULL, "an id that is no number");
        reads("a:x:-1:2:g:d:s\n", NULL, "a negative id");
        reads("+::::::\n", "+ 0 0 ", "a + entry");
        reads("+@staff\n", "+@staff 0 0 (null)", "a + name alone");
        check_sequence();
        writes((struct passwd){"a", "x", 1, 2, "g", "d", "s"}, "a:x:1:2:g:d:s\n", "an entry");
        writes((struct passwd){"+", "x", 1, 2, "g", "d", "s"}, "+:x:::g:d:s\n", "a + entry");
        writes((struct passwd){"-a", NULL, 1, 2, "", "", ""}, "-a::::::\n", "a - entry");
        writes((struct passwd){"a", "x", 1, 2, "x:\ny", "d", "s"}, "a:x:1:2:x  y:d:s\n",
               "a colon and a newline in GECOS");
        writes((struct passwd){"a:b", "x", 1, 2, "g", "d", "s"}, NULL, "a colon in the name");
        writes((struct passwd){"a", "\n", 1, 2, "g", "d", "s"}, NULL, "a newline in the password");
        writes((struct passwd){"a", "x", 1, 2, "g", "d:", "s"}, NULL, "a colon in the directory");
        writes((struct passwd){"a", "x", 1, 2, "g", "d", "s\nr::0:0:::"}, NULL,
               "a newline in the shell");
        check_full();
        writes((struct passwd){"a", NULL, 1, 2, NULL, NULL, NULL}, "a::1:2:::\n", "NULL fields");
        writes((struct passwd){NULL, "x", 1, 2, "g", "d", "s"}, NULL, "no name");
        return done_testing();
}
