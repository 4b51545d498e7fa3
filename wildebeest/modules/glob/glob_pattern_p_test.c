/* glob_pattern_p: a table of what glibc says. */
#include <glob.h>
#include "tap.h"

int main(void)
{
        static const struct {
                const char *pattern;
                int plain, quoted;
        } cases[] = {
            {"", 0, 0},      {"a", 0, 0},     {"*", 1, 1},     {"?", 1, 1},     {"a/b?", 1, 1},
            {"[", 0, 0},     {"]", 0, 0},     {"[]", 1, 1},    {"[a]", 1, 1},   {"][", 0, 0},
            {"\\*", 1, 0},   {"\\", 0, 0},    {"\\\\*", 1, 1}, {"[\\]", 1, 0},  {"[\\]]", 1, 1},
            {"\\[]", 1, 0},  {"\\[a]", 1, 0}, {"[a\\]", 1, 0}, {"{a,b}", 0, 0}, {"~", 0, 0},
            {"x\\?y", 1, 0}, {"a\\", 0, 0},   {"\\a*", 1, 1},  {"[[", 0, 0},    {"[/]", 1, 1},
        };

        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
                is_int(glob_pattern_p(cases[i].pattern, 0), cases[i].plain,
                       "glob_pattern_p: \"%s\"", cases[i].pattern);
                is_int(glob_pattern_p(cases[i].pattern, 1), cases[i].quoted,
                       "glob_pattern_p: \"%s\", with quoting", cases[i].pattern);
        }
        return done_testing();
}
