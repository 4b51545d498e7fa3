/* The GNU basename: <string.h> alone, no <libgen.h>. */
#include <string.h>
#include "tap.h"

/* So that the test compiles on musl alone, where the POSIX function is what links. */
#if !defined(__GLIBC__) && !defined(LWB_BASENAME_STRING_H)
char *basename(const char *);
#endif

int main(void)
{
        static const struct {
                const char *path;
                const char *base;
        } cases[] = {
            {"", ""},      {"a", "a"},        {"/", ""},    {"a/", ""}, {"/usr/lib", "lib"},
            {"usr//", ""}, {"a/b/../c", "c"}, {"//x", "x"},
        };
        char path[64];

        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
                strcpy(path, cases[i].path);
                is_str(basename(path), cases[i].base, "basename: \"%s\"", cases[i].path);
                is_str(path, cases[i].path, "basename: leaves \"%s\" as it is", cases[i].path);
        }
        strcpy(path, "/a/b");
        ok(basename(path) == path + 3, "basename: points into its argument");
        return done_testing();
}
