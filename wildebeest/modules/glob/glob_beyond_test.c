/* Where glob does what POSIX and the manual say, and glibc does not or ends in a fault. */
#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>
#include "tap.h"

/* So that the test compiles on musl alone. */
#ifndef GLOB_BRACE
#define GLOB_BRACE 0x400
#define GLOB_NOMAGIC 0x800
#endif

static const char *only(const glob_t *g, int result)
{
        return !result && g->gl_pathc == 1 ? g->gl_pathv[0] : NULL;
}

static void test_slashes(void)
{
        static const struct {
                int flags;
                const char *pattern, *path;
        } cases[] = {
            {GLOB_MARK, "d/", "d/"}, {GLOB_MARK, "d*/", "d/"},
            {GLOB_MARK, "/", "/"},   {0, "//", "//"},
            {0, "d//", "d//"},       {0, "d*//", "d//"},
            {0, "//tm[p]", "//tmp"}, {GLOB_NOMAGIC, "none/", "none/"},
        };

        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
                glob_t g = {0};
                int result = glob(cases[i].pattern, cases[i].flags, NULL, &g);

                is_str(only(&g, result), cases[i].path, "glob: slashes as they are, \"%s\", %x",
                       cases[i].pattern, cases[i].flags);
                if (!result)
                        globfree(&g);
        }
        {
                glob_t g = {0};

                is_int(glob("f/", 0, NULL, &g), GLOB_NOMATCH, "glob: a file is no directory");
                is_int(glob("dangling/", 0, NULL, &g), GLOB_NOMATCH, "glob: nor is nowhere");
                is_int(glob("{f,d}/", GLOB_BRACE, NULL, &g), 0, "glob: a file among words");
                is_str(only(&g, 0), "d/", "glob: a file among words is no directory");
                globfree(&g);
        }
}

static void test_home(void)
{
        glob_t g = {0};
        char home[PATH_MAX];

        require(getcwd(home, sizeof home - 8));
        strcat(home, "/h*");
        require(!setenv("HOME", home, 1));
        is_int(glob("~/*", GLOB_TILDE, NULL, &g), 0, "glob: a home with special characters");
        ok(g.gl_pathc == 1 && !strncmp(g.gl_pathv[0], home, strlen(home)) &&
               !strcmp(g.gl_pathv[0] + strlen(home), "/in"),
           "glob: a home is no pattern");
        globfree(&g);
        require(!unsetenv("HOME"));
        is_int(glob("~", GLOB_TILDE | GLOB_TILDE_CHECK, NULL, &g), 0, "glob: no HOME");
        ok(g.gl_pathc == 1 && g.gl_pathv[0][0] == '/', "glob: no HOME, the user database has it");
        globfree(&g);
}

/* Patterns of which recursion makes too much. */
static void test_deep(void)
{
        static const struct {
                int count;
                const char *unit, *middle, *end;
                const char *found;
        } cases[] = {
            {20000, "{", "f", "}", "f"},    {20000, "{}", "f", "", "f"},
            {20000, "{", "f", "", NULL},    {20000, "{x,", "f", "}", "f"},
            {20000, "[", "f", "", NULL},    {2000, "*/", "f", "", NULL},
            {2000, "d/../", "f", "", NULL}, {5000, "./", "[f]", "", NULL},
        };

        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
                static char pattern[500000];
                size_t length = 0;
                glob_t g = {0};
                int result;

                for (int n = 0; n < cases[i].count; n++)
                        length += (size_t)sprintf(pattern + length, "%s", cases[i].unit);
                length += (size_t)sprintf(pattern + length, "%s", cases[i].middle);
                for (int n = 0; n < cases[i].count; n++)
                        length += (size_t)sprintf(pattern + length, "%s", cases[i].end);
                result = glob(pattern, GLOB_BRACE, NULL, &g);
                is_str(only(&g, result), cases[i].found, "glob: \"%s\" %d times, then \"%s\"",
                       cases[i].unit, cases[i].count, cases[i].middle);
                if (!result)
                        globfree(&g);
        }
}

static int on_error(const char *path, int error)
{
        (void)path, (void)error;
        return 1;
}

static void test_append(void)
{
        glob_t g = {0};

        require(!glob("[df]", 0, NULL, &g));
        is_int(glob("{f,none/*}", GLOB_BRACE | GLOB_APPEND, on_error, &g), GLOB_ABORTED,
               "glob: an error in GLOB_APPEND");
        ok(g.gl_pathc == 2 && !strcmp(g.gl_pathv[0], "d") && !strcmp(g.gl_pathv[1], "f") &&
               !g.gl_pathv[2],
           "glob: an error in GLOB_APPEND keeps what was found");
        globfree(&g);
}

/* Last, as musl alone writes beyond what it has. */
static void test_places(void)
{
        glob_t g = {.gl_offs = (size_t)-1 / sizeof(char *)};

        is_int(glob("/", GLOB_DOOFFS, NULL, &g), GLOB_NOSPACE, "glob: more places than memory");
}

static void make_file(const char *path)
{
        int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0644);

        require(fd >= 0);
        close(fd);
}

int main(void)
{
        const char *tmp = getenv("TMPDIR");
        char dir[PATH_MAX];

        snprintf(dir, sizeof dir, "%s/lwb-glob-XXXXXX", tmp && *tmp ? tmp : "/tmp");
        require(mkdtemp(dir) && !chdir(dir) && !mkdir("d", 0755));
        require(!mkdir("h*", 0755) && !mkdir("hx", 0755) && !symlink("nowhere", "dangling"));
        make_file("f");
        make_file("h*/in");
        make_file("hx/out");
        test_slashes();
        test_home();
        test_deep();
        test_append();
        require(!unlink("h*/in") && !unlink("hx/out") && !unlink("f") && !unlink("dangling"));
        require(!rmdir("h*") && !rmdir("hx") && !rmdir("d") && !chdir("/") && !rmdir(dir));
        test_places();
        return done_testing();
}
