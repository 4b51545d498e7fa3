/* What musl has of <shadow.h>: what it takes for an entry, and what it refuses. */
#include <errno.h>
#include <shadow.h>
#include "tap.h"

static FILE *stream_of(const char *text)
{
        FILE *stream = tmpfile();

        require(stream && fputs(text, stream) >= 0 && !fflush(stream));
        rewind(stream);
        return stream;
}

/* An entry as its fields between bars; NULL for none. */
static const char *text_of(const struct spwd *sp)
{
        static char text[256];

        if (!sp)
                return NULL;
        snprintf(text, sizeof text, "%s|%s|%ld|%ld|%ld|%ld|%ld|%ld|%ld", sp->sp_namp,
                 sp->sp_pwdp ? sp->sp_pwdp : "~", sp->sp_lstchg, sp->sp_min, sp->sp_max,
                 sp->sp_warn, sp->sp_inact, sp->sp_expire, (long)sp->sp_flag);
        return text;
}

/* Checks what a line is read as from a stream; NULL: it is skipped. */
static void reads(const char *line, const char *expected, const char *what)
{
        FILE *stream = stream_of(line);

        errno = 0;
        is_str(text_of(fgetspent(stream)), expected, "fgetspent: %s", what);
        if (!expected)
                is_int(errno, ENOENT, "fgetspent: ENOENT behind %s", what);
        fclose(stream);
}

static void writes(struct spwd sp, const char *expected, const char *what)
{
        char *text = NULL;
        size_t size = 0;
        FILE *stream = open_memstream(&text, &size);
        int result;

        require(stream);
        errno = 0;
        result = putspent(&sp, stream);
        if (expected)
                is_int(result, 0, "putspent: %s", what);
        else
                ok(result == -1 && errno == EINVAL, "putspent: EINVAL for %s", what);
        require(!fclose(stream));
        is_str(text, expected ? expected : "", "putspent: what is written for %s", what);
        free(text);
}

static void check_put(void)
{
        static const unsigned long unset = (unsigned long)-1;
        struct spwd sp = {"u", "x", 1, 2, 3, 4, 5, 6, 7};
        FILE *stream = fopen("/dev/full", "w");

        writes(sp, "u:x:1:2:3:4:5:6:7\n", "an entry");
        writes((struct spwd){"u", NULL, -1, -1, -1, -1, -1, -1, unset}, "u::::::::\n", "no values");
        writes((struct spwd){"u", "x", -2, 0, 0, -1, -1, -1, unset}, "u:x:-2:0:0::::\n",
               "a negative day");
        writes((struct spwd){"+", NULL, -1, -1, -1, -1, -1, -1, unset}, "+::::::::\n", "a + entry");
        writes((struct spwd){"u:v", "x", 1, 2, 3, 4, 5, 6, 7}, NULL, "a colon in the name");
        writes((struct spwd){"u", "x\n", 1, 2, 3, 4, 5, 6, 7}, NULL, "a newline in the password");
        require(stream && !setvbuf(stream, NULL, _IONBF, 0));
        errno = 0;
        ok(putspent(&sp, stream) == -1 && errno == ENOSPC, "putspent: ENOSPC on a full device");
        fclose(stream);
        writes((struct spwd){NULL, "x", 1, 2, 3, 4, 5, 6, 7}, NULL, "no name");
}

static void check_sequence(void)
{
        FILE *stream = stream_of("# users\n\na:x:1:2:3::::\nbad\nb:x:1:2:3::::\n");

        is_str(text_of(fgetspent(stream)), "a|x|1|2|3|-1|-1|-1|-1", "fgetspent: the first entry");
        is_str(text_of(fgetspent(stream)), "b|x|1|2|3|-1|-1|-1|-1", "fgetspent: the second");
        errno = 0;
        ok(!fgetspent(stream), "fgetspent: NULL at the end");
        is_int(errno, ENOENT, "fgetspent: with ENOENT");
        fclose(stream);
}

int main(void)
{
        static const char whole[] = "u|x|1|2|3|4|5|6|7";
        static const char empty[] = "u|x|-1|-1|-1|-1|-1|-1|-1";

        reads("u:x:1:2:3:4:5:6:7\n", whole, "an entry");
        reads("u:x:1:2:3:4:5:6:7", whole, "a line without newline");
        reads("  u:x:1:2:3:4:5:6:7\n", whole, "blanks before the name");
        reads("u:x:::::::\n", empty, "empty fields");
        reads("u:x:1:2:3\n", "u|x|1|2|3|-1|-1|-1|-1", "the old form of five fields");
        reads("u:x:1:2\n", NULL, "four fields");
        reads("u:x:1:2:3:4:5:6:7:8\n", NULL, "ten fields");
        reads("u:x:1x:2:3:4:5:6:7\n", NULL, "a day that is no number");
        reads("u:x:4294967296:2:3:4:5:6:7\n", NULL, "a day that is too large");
        reads("#u:x:1:2:3:4:5:6:7\n", NULL, "a comment");
        reads("+\n", "+|~|0|0|0|-1|-1|-1|-1", "a + name alone");
        check_sequence();
        check_put();
        return done_testing();
}
