/* fgetgrent and putgrent, which musl has: what they take for an entry, and what they refuse. */
#include <errno.h>
#include <grp.h>
#include "tap.h"

static FILE *stream_of(const char *text)
{
        FILE *stream = tmpfile();

        require(stream && fputs(text, stream) >= 0 && !fflush(stream));
        rewind(stream);
        return stream;
}

/* Checks what a line is read as, "name password gid [member]…"; NULL: it is skipped. */
static void reads(const char *line, const char *expected, const char *what)
{
        char got[128] = "";
        FILE *stream = stream_of(line);
        struct group *gr;

        errno = 0;
        gr = fgetgrent(stream);
        if (gr) {
                snprintf(got, sizeof got, "%s %s %u ", gr->gr_name,
                         gr->gr_passwd ? gr->gr_passwd : "(null)", (unsigned int)gr->gr_gid);
                for (char **member = gr->gr_mem; *member; member++)
                        snprintf(got + strlen(got), sizeof got - strlen(got), "[%s]", *member);
        }
        is_str(gr ? got : NULL, expected, "fgetgrent: %s", what);
        if (!expected)
                is_int(errno, ENOENT, "fgetgrent: ENOENT behind %s", what);
        fclose(stream);
}

static void writes(struct group gr, const char *expected, const char *what)
{
        char *text = NULL;
        size_t size = 0;
        FILE *stream = open_memstream(&text, &size);
        int result;

        require(stream);
        errno = 0;
        result = putgrent(&gr, stream);
        if (expected)
                is_int(result, 0, "putgrent: %s", what);
        else
                ok(result == -1 && errno == EINVAL, "putgrent: EINVAL for %s", what);
        require(!fclose(stream));
        is_str(text, expected ? expected : "", "putgrent: what is written for %s", what);
        free(text);
}

static void check_put(void)
{
        char *members[] = {"m", "n", NULL};
        char *comma[] = {"m", "a,b", NULL};
        char *newline[] = {"m\n", NULL};
        FILE *stream = fopen("/dev/full", "w");
        struct group gr = {"g", "x", 1, members};

        writes(gr, "g:x:1:m,n\n", "an entry");
        writes((struct group){"g", NULL, 1, NULL}, "g::1:\n", "NULL fields");
        writes((struct group){"+", "x", 1, members}, "+:x::m,n\n", "a + entry");
        writes((struct group){"-g", NULL, 1, NULL}, "-g:::\n", "a - entry");
        writes((struct group){"g:h", "x", 1, members}, NULL, "a colon in the name");
        writes((struct group){"g", "x\n", 1, members}, NULL, "a newline in the password");
        writes((struct group){"g", "x", 1, comma}, NULL, "a comma in a member");
        writes((struct group){"g", "x", 1, newline}, NULL, "a newline in a member");
        require(stream && !setvbuf(stream, NULL, _IONBF, 0));
        errno = 0;
        ok(putgrent(&gr, stream) == -1 && errno == ENOSPC, "putgrent: ENOSPC on a full device");
        fclose(stream);
        writes((struct group){NULL, "x", 1, members}, NULL, "no name");
}

static void check_sequence(void)
{
        FILE *stream = stream_of("# groups\n\na:x:1:\nbad\nb:x:3:a\n");
        struct group *gr = fgetgrent(stream);

        is_str(gr ? gr->gr_name : NULL, "a", "fgetgrent: the first entry");
        gr = fgetgrent(stream);
        is_str(gr ? gr->gr_name : NULL, "b", "fgetgrent: the second");
        errno = 0;
        ok(!fgetgrent(stream), "fgetgrent: NULL at the end");
        is_int(errno, ENOENT, "fgetgrent: with ENOENT");
        fclose(stream);
        stream = fopen("/", "r");
        require(stream);
        errno = 0;
        ok(!fgetgrent(stream) && errno == EISDIR, "fgetgrent: EISDIR for a directory");
        fclose(stream);
}

int main(void)
{
        reads("g:x:1:m,n\n", "g x 1 [m][n]", "an entry");
        reads("g:x:1:m,n", "g x 1 [m][n]", "a line without newline");
        reads("  g:x:1:m\n", "g x 1 [m]", "blanks before the name");
        reads("g:x:1\n", "g x 1 ", "a line that ends behind the id");
        reads("g:x: 1:m\n", "g x 1 [m]", "a blank before the id");
        reads("g:x:1:,m,, n,\n", "g x 1 [m][n]", "empty members, and a blank before one");
        reads("g:x:1:m:n\n", "g x 1 [m:n]", "a fifth field");
        reads("#g:x:1:m\n", NULL, "a comment");
        reads("g:x:4294967296:m\n", NULL, "an id that is too large");
        reads("g:x:4294967295:m\n", "g x 4294967295 [m]", "the largest id");
        reads("g:x::m\n", NULL, "an empty id");
        reads("g:x:1x:m\n", NULL, "an id that is no number");
        reads("+:::\n", "+  0 ", "a + entry");
        reads("+@staff\n", "+@staff (null) 0 ", "a + name alone");
        check_sequence();
        check_put();
        return done_testing();
}
