/* glob in a directory of files made for the purpose, with results as glibc gives them. */
#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <limits.h>
#include <stdint.h>
#include <sys/stat.h>
#include <unistd.h>
#include "tap.h"

/* So that the test compiles on musl alone. */
#ifndef GLOB_BRACE
#define GLOB_MAGCHAR 0x100
#define GLOB_BRACE 0x400
#define GLOB_NOMAGIC 0x800
#define GLOB_ONLYDIR 0x2000
#endif

/* The paths found, joined by spaces; "-" for the reserved places. */
static const char *joined(const glob_t *g, int offs)
{
        static char text[4096];
        size_t length = 0;

        *text = '\0';
        for (size_t i = 0; g->gl_pathv && i < g->gl_pathc + (offs ? g->gl_offs : 0); i++) {
                const char *path = g->gl_pathv[i] ? g->gl_pathv[i] : "-";

                length += (size_t)snprintf(text + length, sizeof text - length, "%s%s",
                                           i ? " " : "", path);
                require(length < sizeof text);
        }
        return text;
}

static void make_files(void)
{
        static const char *const directories[] = {"d", "d/sub", "a", "a-x", ".hid", "e"};
        static const char *const files[] = {
            "f1", "f2",    "file", "d/x",     "d/.h", "d/sub/x", "a/b", "a*b", "a[b",
            "q?", "a-x/b", "ab",   "br{a,b}", "{}",   "x{a}",    "a,b", "~",   "back\\slash"};

        for (size_t i = 0; i < sizeof directories / sizeof *directories; i++)
                require(!mkdir(directories[i], 0755));
        for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
                int fd = open(files[i], O_WRONLY | O_CREAT | O_CLOEXEC, 0644);

                require(fd >= 0);
                close(fd);
        }
        require(!symlink("nowhere", "dangling") && !symlink("d", "ld") && !symlink("f1", "lf"));
}

static const struct {
        int flags;
        const char *pattern;
        int result;
        const char *paths;
} cases[] = {
    {0, "f*", 0, "f1 f2 file"},
    {0, "none*", GLOB_NOMATCH, ""},
    {0, "file", 0, "file"},
    {0, "none", GLOB_NOMATCH, ""},
    {0, "", GLOB_NOMATCH, ""},
    {0, "/", 0, "/"},
    {0, "*/x", 0, "d/x ld/x"},
    {0, "*/", 0, "a-x/ a/ d/ e/ ld/"},
    {0, "f*/", GLOB_NOMATCH, ""},
    {0, "*/*/x", 0, "d/sub/x ld/sub/x"},
    {0, "a*/b", 0, "a-x/b a/b"},
    {0, "d//x", 0, "d//x"},
    {0, "*//x", 0, "d//x ld//x"},
    {0, "d/", 0, "d/"},
    {0, "dang*", 0, "dangling"},
    {0, "dangling", 0, "dangling"},
    {0, "dangling/*", GLOB_NOMATCH, ""},
    {0, "file/*", GLOB_NOMATCH, ""},
    {0, ".*", 0, ". .. .hid"},
    {0, "./f*", 0, "./f1 ./f2 ./file"},
    {0, "*/.", 0, "a-x/. a/. d/. e/. ld/."},
    {0, "a\\*b", 0, "a*b"},
    {0, "a[b", 0, "a[b"},
    {0, "a[[]b", 0, "a[b"},
    {0, "q\\?", 0, "q?"},
    {0, "f[!1]", 0, "f2"},
    {0, "d\\/x", 0, "d/x"},
    {0, "d*\\/x", 0, "d/x"},
    {0, "\\f\\1", 0, "f1"},
    {0, "\\.h*", 0, ".hid"},
    {0, "file\\", GLOB_NOMATCH, ""},
    {0, "a[/]b", GLOB_NOMATCH, ""},
    {0, "{f1,f2}", GLOB_NOMATCH, ""},
    {0, "x{a}", 0, "x{a}"},
    {GLOB_NOESCAPE, "back\\*", 0, "back\\slash"},
    {GLOB_NOESCAPE, "back\\slash", 0, "back\\slash"},
    {GLOB_NOESCAPE, "a\\*b", GLOB_NOMATCH, ""},
    {GLOB_MARK, "f* d", GLOB_NOMATCH, ""},
    {GLOB_MARK, "[al]*", 0, "a*b a,b a-x/ a/ a[b ab ld/ lf"},
    {GLOB_MARK, "d", 0, "d/"},
    {GLOB_MARK, "f1", 0, "f1"},
    {GLOB_NOCHECK, "none*", 0, "none*"},
    {GLOB_NOCHECK, "n\\one", 0, "n\\one"},
    {GLOB_NOCHECK, "f\\1", 0, "f1"},
    {GLOB_NOCHECK, "", 0, ""},
    {GLOB_PERIOD, "d/*", 0, "d/. d/.. d/.h d/sub d/x"},
    {GLOB_PERIOD, "*hid", 0, ".hid"},
    {GLOB_PERIOD, "?/x", 0, "d/x"},
    {GLOB_ONLYDIR, "*", 0, "a a-x d e ld"},
    {GLOB_ONLYDIR, "f*", GLOB_NOMATCH, ""},
    {GLOB_ONLYDIR, "d/*", 0, "d/sub"},
    {GLOB_ONLYDIR | GLOB_MARK, "*", 0, "a-x/ a/ d/ e/ ld/"},
    {GLOB_NOMAGIC, "none", 0, "none"},
    {GLOB_NOMAGIC, "none/at/all", 0, "none/at/all"},
    {GLOB_NOMAGIC, "none*", GLOB_NOMATCH, ""},
    {GLOB_NOMAGIC, "non?", GLOB_NOMATCH, ""},
    {GLOB_NOMAGIC, "[none", GLOB_NOMATCH, ""},
    {GLOB_NOMAGIC, "no\\ne", GLOB_NOMATCH, ""},
    {GLOB_NOMAGIC | GLOB_NOESCAPE, "no\\ne", 0, "no\\ne"},
    {GLOB_NOMAGIC, "none]", 0, "none]"},
    {GLOB_NOMAGIC, "", GLOB_NOMATCH, ""},
    {GLOB_NOMAGIC, "f*", 0, "f1 f2 file"},
    {GLOB_BRACE, "{f2,f1}", 0, "f2 f1"},
    {GLOB_BRACE, "{f*,d,none}", 0, "f1 f2 file d"},
    {GLOB_BRACE, "{none,nothing*}", GLOB_NOMATCH, ""},
    {GLOB_BRACE, "a{b,-x}", 0, "ab a-x"},
    {GLOB_BRACE, "{a,e}{b,-x,}", 0, "ab a-x a e"},
    {GLOB_BRACE, "f{1,2,ile}", 0, "f1 f2 file"},
    {GLOB_BRACE, "{a{b,-x},f1}", 0, "ab a-x f1"},
    {GLOB_BRACE, "a{,b}", 0, "a ab"},
    {GLOB_BRACE, "{f1,f1}", 0, "f1 f1"},
    {GLOB_BRACE, "{f1}", 0, "f1"},
    {GLOB_BRACE, "{{f1,f2}}", 0, "f1 f2"},
    {GLOB_BRACE, "{{{f1,f2},a},ab}", 0, "f1 f2 a ab"},
    {GLOB_BRACE, "{}", GLOB_NOMATCH, ""},
    {GLOB_BRACE, "a{}b", 0, "ab"},
    {GLOB_BRACE, "x\\{a\\}", 0, "x{a}"},
    {GLOB_BRACE, "br\\{a,b\\}", 0, "br{a,b}"},
    {GLOB_BRACE, "{a\\,b,f1}", 0, "a,b f1"},
    {GLOB_BRACE, "{d*,f1}/*", 0, "d/sub d/x"},
    {GLOB_BRACE, "{d,e}/", 0, "d/ e/"},
    {GLOB_BRACE, "{/,a}", 0, "/ a"},
    {GLOB_BRACE, "{f1", GLOB_NOMATCH, ""},
    {GLOB_BRACE, "f1}", GLOB_NOMATCH, ""},
    {GLOB_BRACE, "f{1,2}{", GLOB_NOMATCH, ""},
    {GLOB_BRACE, "{f1},f2}", GLOB_NOMATCH, ""},
    {GLOB_BRACE, "{f{1,2}", GLOB_NOMATCH, ""},
    {GLOB_BRACE, "f1", 0, "f1"},
    {GLOB_BRACE | GLOB_NOCHECK, "{f1,none}", 0, "f1"},
    {GLOB_BRACE | GLOB_NOCHECK, "{none,nothing}", 0, "{none,nothing}"},
    {GLOB_BRACE | GLOB_NOCHECK, "n{o,p}{n,e}", 0, "n{o,p}{n,e}"},
    {GLOB_BRACE | GLOB_NOMAGIC, "{none,nothing}", 0, "{none,nothing}"},
    {GLOB_BRACE | GLOB_NOMAGIC, "{n*,m}", GLOB_NOMATCH, ""},
    {GLOB_BRACE | GLOB_NOESCAPE, "{a\\,b}", GLOB_NOMATCH, ""},
    {GLOB_BRACE | GLOB_MARK, "{d,f*,l*}", 0, "d/ f1 f2 file ld/ lf"},
    {GLOB_TILDE, "~", 0, "HOME"},
    {GLOB_TILDE, "~/f*", 0, "HOME/f1 HOME/f2 HOME/file"},
    {GLOB_TILDE, "~/f1", 0, "HOME/f1"},
    {GLOB_TILDE, "~//f1", 0, "HOME//f1"},
    {GLOB_TILDE, "~\\/f1", 0, "HOME/f1"},
    {GLOB_TILDE, "~/", 0, "HOME/"},
    {GLOB_TILDE, "~/none", GLOB_NOMATCH, ""},
    {GLOB_TILDE, "\\~", 0, "~"},
    {GLOB_TILDE, "./~", 0, "./~"},
    {GLOB_TILDE, "~no-such-user", 0, "~no-such-user"},
    {GLOB_TILDE, "~no-such-user/*", GLOB_NOMATCH, ""},
    {GLOB_TILDE | GLOB_MARK, "~", 0, "HOME/"},
    {GLOB_TILDE | GLOB_NOMAGIC, "~no-such-user/x", 0, "~no-such-user/x"},
    {GLOB_TILDE | GLOB_NOCHECK, "~/none", 0, "~/none"},
    {GLOB_TILDE | GLOB_BRACE, "{~,f1}", 0, "HOME f1"},
    {GLOB_TILDE | GLOB_BRACE, "~{,no-such-user}", 0, "HOME ~no-such-user"},
    {GLOB_TILDE_CHECK, "~", 0, "HOME"},
    {GLOB_TILDE_CHECK, "~no-such-user", GLOB_NOMATCH, ""},
    {GLOB_TILDE_CHECK | GLOB_NOCHECK, "~no-such-user", GLOB_NOMATCH, ""},
    {GLOB_TILDE_CHECK | GLOB_TILDE | GLOB_NOMAGIC, "~no-such-user/x", GLOB_NOMATCH, ""},
    {0, "~", 0, "~"},
};

/* The expected text with the directory in place of HOME. */
static const char *with_home(const char *text, const char *home)
{
        static char out[8192];
        size_t length = 0;

        while (*text) {
                if (!strncmp(text, "HOME", 4)) {
                        length += (size_t)sprintf(out + length, "%s", home);
                        text += 4;
                } else {
                        out[length++] = *text++;
                }
        }
        out[length] = '\0';
        return out;
}

static void test_cases(const char *home)
{
        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
                glob_t g = {0};
                int result = glob(cases[i].pattern, cases[i].flags, NULL, &g);

                is_int(result, cases[i].result, "glob: result, flags %x, \"%s\"", cases[i].flags,
                       cases[i].pattern);
                is_str(result ? "" : joined(&g, 0), with_home(cases[i].paths, home),
                       "glob: paths, flags %x, \"%s\"", cases[i].flags, cases[i].pattern);
                if (!result) {
                        ok(!g.gl_pathv[g.gl_pathc], "glob: a null pointer ends, flags %x, \"%s\"",
                           cases[i].flags, cases[i].pattern);
                        globfree(&g);
                }
        }
}

static void test_homes(const char *home)
{
        char with_slash[PATH_MAX];
        glob_t g = {0};

        require(!setenv("HOME", "/", 1));
        is_int(glob("~/tm[p]", GLOB_TILDE, NULL, &g), 0, "glob: the root as home");
        is_str(joined(&g, 0), "/tmp", "glob: the root as home has one slash");
        globfree(&g);
        require(!setenv("HOME", "/no such directory", 1));
        is_int(glob("~", GLOB_TILDE, NULL, &g), 0, "glob: a home that is not there");
        is_str(joined(&g, 0), "/no such directory", "glob: a home that is not there, alone");
        globfree(&g);
        is_int(glob("~/*", GLOB_TILDE, NULL, &g), GLOB_NOMATCH, "glob: nothing in such a home");
        snprintf(with_slash, sizeof with_slash, "%s/d/", home);
        require(!setenv("HOME", with_slash, 1));
        is_int(glob("~", GLOB_TILDE, NULL, &g), 0, "glob: a home with a slash");
        is_str(joined(&g, 0), with_slash, "glob: a home keeps its slash");
        globfree(&g);
        is_int(glob("~root", GLOB_TILDE | GLOB_TILDE_CHECK, NULL, &g), 0, "glob: root's home");
        ok(g.gl_pathc == 1 && g.gl_pathv[0][0] == '/', "glob: root's home is a path");
        globfree(&g);
        require(!setenv("HOME", home, 1));
}

static char errors[1024];
static int errors_end;

static int on_error(const char *path, int error)
{
        size_t length = strlen(errors);

        snprintf(errors + length, sizeof errors - length, "%s %s;", path,
                 error == EACCES   ? "EACCES"
                 : error == ENOENT ? "ENOENT"
                                   : "?");
        return errors_end;
}

static void test_errors(void)
{
        glob_t g = {0};

        is_int(glob("none/*", 0, on_error, &g), GLOB_NOMATCH, "glob: a directory that is not");
        is_str(errors, "none ENOENT;", "glob: the callback is told");
        *errors = '\0';
        errors_end = 1;
        is_int(glob("none/*", 0, on_error, &g), GLOB_ABORTED, "glob: the callback ends it");
        is_int(glob("none/*", GLOB_NOCHECK, on_error, &g), GLOB_ABORTED,
               "glob: GLOB_NOCHECK is no answer to an error");
        is_int(glob("{f1,none/*,f2}", GLOB_BRACE, on_error, &g), GLOB_ABORTED,
               "glob: an error among words");
        is_int(g.gl_pathc, 0, "glob: an error leaves no paths");
        *errors = '\0';
        is_int(glob("file/*", 0, on_error, &g), GLOB_NOMATCH, "glob: a file has no entries");
        is_str(errors, "", "glob: that a file is none is no error");
        is_int(glob("*/*", 0, on_error, &g), 0, "glob: links that dangle are no errors");
        globfree(&g);
        is_int(glob("none/*", GLOB_ERR, NULL, &g), GLOB_ABORTED, "glob: GLOB_ERR");
        is_int(glob("none*", GLOB_ERR, NULL, &g), GLOB_NOMATCH, "glob: GLOB_ERR without error");
        errno = 0;
        is_int(glob("f*", 1 << 20, NULL, &g), -1, "glob: an unknown flag");
        is_int(errno, EINVAL, "glob: an unknown flag is EINVAL");
        is_int(glob("f*", GLOB_MAGCHAR, NULL, &g), -1, "glob: GLOB_MAGCHAR is no flag to give");
}

static void test_append(void)
{
        glob_t g = {0};

        g.gl_offs = 2;
        is_int(glob("f*", GLOB_DOOFFS, NULL, &g), 0, "glob: GLOB_DOOFFS");
        is_str(joined(&g, 1), "- - f1 f2 file", "glob: GLOB_DOOFFS reserves places");
        is_int(glob("none*", GLOB_DOOFFS | GLOB_APPEND, NULL, &g), GLOB_NOMATCH,
               "glob: GLOB_APPEND, none");
        is_str(joined(&g, 1), "- - f1 f2 file", "glob: GLOB_APPEND keeps what was found");
        is_int(glob("a?*", GLOB_DOOFFS | GLOB_APPEND, NULL, &g), 0, "glob: GLOB_APPEND");
        is_str(joined(&g, 1), "- - f1 f2 file a*b a,b a-x a[b ab",
               "glob: GLOB_APPEND puts behind, each call in order");
        is_int(glob("{d,e}", GLOB_DOOFFS | GLOB_APPEND | GLOB_BRACE | GLOB_MARK, NULL, &g), 0,
               "glob: GLOB_APPEND with GLOB_BRACE");
        is_str(joined(&g, 1), "- - f1 f2 file a*b a,b a-x a[b ab d/ e/",
               "glob: GLOB_APPEND with other flags");
        is_int(g.gl_pathc, 10, "glob: the count is without the places");
        globfree(&g);
        g = (glob_t){.gl_offs = 3};
        is_int(glob("none*", GLOB_DOOFFS, NULL, &g), GLOB_NOMATCH, "glob: GLOB_DOOFFS, none");
        if (ok(g.gl_pathv != NULL, "glob: GLOB_DOOFFS reserves places even so"))
                is_str(joined(&g, 1), "- - -", "glob: GLOB_DOOFFS, the places are null");
        globfree(&g);
        g = (glob_t){0};
        is_int(glob("f1", GLOB_APPEND, NULL, &g), 0, "glob: GLOB_APPEND to nothing");
        globfree(&g);
        ok(!g.gl_pathv, "globfree: forgets the list");
        globfree(&g);
        ok(!g.gl_pathv, "globfree: does no harm twice");
}

static void test_long(void)
{
        static char pattern[20000];
        glob_t g = {0};
        size_t length = 0;

        /* Longer than PATH_MAX, though what it matches is not. */
        pattern[length++] = '[';
        for (int i = 0; i < 6000; i++)
                pattern[length++] = (char)('g' + i % 2);
        strcpy(pattern + length, "f]1");
        is_int(glob(pattern, 0, NULL, &g), 0, "glob: a pattern longer than PATH_MAX");
        is_str(joined(&g, 0), "f1", "glob: a pattern longer than PATH_MAX matches");
        globfree(&g);
        length = (size_t)sprintf(pattern, "{");
        for (int i = 0; i < 900; i++)
                length += (size_t)sprintf(pattern + length, "no such file,");
        strcpy(pattern + length, "f2}");
        is_int(glob(pattern, GLOB_BRACE, NULL, &g), 0, "glob: long braces");
        is_str(joined(&g, 0), "f2", "glob: long braces match");
        globfree(&g);
        memset(pattern, 'x', sizeof pattern - 1);
        is_int(glob(pattern, 0, NULL, &g), GLOB_NOMATCH, "glob: a long name");
}

int main(void)
{
        const char *tmp = getenv("TMPDIR");
        char dir[PATH_MAX], real[PATH_MAX], command[PATH_MAX + 16];

        umask(022);
        snprintf(dir, sizeof dir, "%s/lwb-glob-XXXXXX", tmp && *tmp ? tmp : "/tmp");
        require(mkdtemp(dir) && !chdir(dir) && getcwd(real, sizeof real));
        require(!setenv("HOME", real, 1));
        make_files();
        test_cases(real);
        test_homes(real);
        test_errors();
        test_append();
        test_long();
        require(!chdir("/"));
        snprintf(command, sizeof command, "rm -rf '%s'", dir);
        require(!system(command));
        return done_testing();
}
