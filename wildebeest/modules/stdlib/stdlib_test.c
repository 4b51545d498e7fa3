/* Files, terminals, answers, and numbers as text. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include "oom.h"
#include "tap.h"

static void test_names(void)
{
        char directory[] = "/tmp/lwb-stdlib-XXXXXX", path[PATH_MAX], link[PATH_MAX], file[PATH_MAX];
        char *name, *real;

        require(mkdtemp(directory));
        snprintf(file, sizeof file, "%s/file", directory);
        snprintf(link, sizeof link, "%s/link", directory);
        require(close(open(file, O_CREAT | O_WRONLY | O_CLOEXEC, 0600)) == 0);
        require(symlink("file", link) == 0);
        real = realpath(directory, NULL);
        require(real);

        snprintf(path, sizeof path, "%s/./../%s//link", directory, strrchr(directory, '/') + 1);
        name = canonicalize_file_name(path);
        ok(name && !strncmp(name, real, strlen(real)) && !strcmp(name + strlen(real), "/file"),
           "canonicalize_file_name: links, dots and slashes");
        free(name);
        errno = 0;
        snprintf(path, sizeof path, "%s/none", directory);
        ok(!canonicalize_file_name(path) && errno == ENOENT, "canonicalize_file_name: ENOENT");
        errno = 0;
        snprintf(path, sizeof path, "%s/file/x", directory);
        ok(!canonicalize_file_name(path) && errno == ENOTDIR, "canonicalize_file_name: ENOTDIR");
        errno = 0;
        ok(!canonicalize_file_name("") && errno == ENOENT, "canonicalize_file_name: an empty name");
        require(unlink(link) == 0 && symlink("link", link) == 0);
        errno = 0;
        ok(!canonicalize_file_name(link) && errno == ELOOP, "canonicalize_file_name: ELOOP");
        require(unlink(link) == 0);

        for (long n = 0; oom_try(n); n++) {
                errno = 0;
                name = canonicalize_file_name(file);
                if (oom_end())
                        ok(!name && errno == ENOMEM, "canonicalize_file_name: ENOMEM");
                else
                        ok(!!name, "canonicalize_file_name: after %ld allocations", n);
                free(name);
        }
        free(real);
        require(unlink(file) == 0 && rmdir(directory) == 0);
}

static void test_getpt(void)
{
        int fd = getpt();

        if (fd < 0 && (errno == ENOENT || errno == EACCES || errno == ENODEV)) {
                ok(1, "getpt: skipped, no pseudo-terminals here");
                return;
        }
        ok(fd >= 0 && unlockpt(fd) == 0 && ptsname(fd), "getpt: a pseudo-terminal's master");
        close(fd);
}

static void test_rpmatch(void)
{
        static const struct {
                const char *answer;
                int expected;
        } cases[] = {{"y", 1},    {"Y", 1},  {"yes", 1}, {"Yep", 1}, {"n", 0},
                     {"N", 0},    {"no", 0}, {"", -1},   {" y", -1}, {"x", -1},
                     {"oui", -1}, {"1", -1}, {"ny", 0},  {"yn", 1}};

        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
                is_int(rpmatch(cases[i].answer), cases[i].expected, "rpmatch: \"%s\"",
                       cases[i].answer);
        for (long n = 0; oom_try(n); n++) {
                int answer = rpmatch("no");

                if (oom_end())
                        is_int(answer, -1, "rpmatch: no memory, allocation %ld", n);
                else
                        is_int(answer, 0, "rpmatch: after %ld allocations", n);
        }
}

static void test_strfrom(void)
{
        static const char *const formats[] = {"%g",   "%.3g", "%a",  "%.0e", "%E",   "%F",
                                              "%.1f", "%.g",  "%.A", "%G",   "%.40f"};
        static const double values[] = {0,     -0.0,   1.5,      -1234.5678,
                                        1e300, 5e-324, INFINITY, -INFINITY};
        char ours[512], theirs[512], format[16];
        int bad = 0;

        for (size_t f = 0; f < sizeof formats / sizeof *formats; f++) {
                for (size_t v = 0; v < sizeof values / sizeof *values; v++) {
                        int length = snprintf(theirs, sizeof theirs, formats[f], values[v]);

                        bad += strfromd(ours, sizeof ours, formats[f], values[v]) != length;
                        bad += strcmp(ours, theirs) != 0;
                        bad += strfromd(NULL, 0, formats[f], values[v]) != length;
                        length =
                            snprintf(theirs, sizeof theirs, formats[f], (double)(float)values[v]);
                        bad += strfromf(ours, sizeof ours, formats[f], (float)values[v]) != length;
                        bad += strcmp(ours, theirs) != 0;
                        snprintf(format, sizeof format, "%.*sL%c", (int)strlen(formats[f]) - 1,
                                 formats[f], formats[f][strlen(formats[f]) - 1]);
                        length = snprintf(theirs, sizeof theirs, format, (long double)values[v]);
                        bad += strfroml(ours, sizeof ours, formats[f], values[v]) != length;
                        bad += strcmp(ours, theirs) != 0;
                }
        }
        is_int(bad, 0, "strfromd: as snprintf, and strfromf and strfroml");
        is_int(strfromd(ours, 5, "%.3f", 123.456), 7, "strfromd: the whole length of a cut text");
        is_str(ours, "123.", "strfromd: cut to the size");
}

int main(void)
{
        test_names();
        test_getpt();
        test_rpmatch();
        test_strfrom();
        return done_testing();
}
