/* Where fnmatch does what it should and glibc fails: characters, a star before a group, time. */
#include <errno.h>
#include <fnmatch.h>
#include <locale.h>
#include <stdbool.h>
#include <time.h>
#include "oom.h"
#include "tap.h"

/* So that the test compiles on musl alone. */
#ifndef FNM_EXTMATCH
#define FNM_EXTMATCH 0x20
#endif

static void test_groups(void)
{
        is_int(fnmatch("a*?(b)", "a", FNM_EXTMATCH), 0, "fnmatch: a star, then nothing of a group");
        is_int(fnmatch("*!(b)", "a", FNM_EXTMATCH), 0, "fnmatch: a star before a negated group");
        is_int(fnmatch("*+()", "ab", FNM_EXTMATCH), 0, "fnmatch: a star before an empty group");
        is_int(fnmatch("!(a)", "a/c", FNM_EXTMATCH | FNM_LEADING_DIR), 0,
               "fnmatch: FNM_LEADING_DIR is for the whole");
        is_int(fnmatch("@(*)(a)", "x(a)", FNM_EXTMATCH), 0,
               "fnmatch: what follows a group makes no other");
}

static void test_characters(void)
{
        static const struct {
                const char *pattern, *string;
                int flags, result;
        } cases[] = {
            {"?", "\xc3\xa9", 0, 0},
            {"??", "\xc3\xa9", 0, FNM_NOMATCH},
            {"*?", "\xc3\xa9", 0, 0},
            {"[^a][^a]", "\xc3\xa9", 0, FNM_NOMATCH},
            {"[\xc3\xa0-\xc3\xaf]", "\xc3\xa9", 0, 0},
            {"[!\xc3\xa9]", "\xc3\xa8", 0, 0},
            {"[[=\xc3\xa9=]]", "\xc3\xa9", 0, 0},
            {"[[.\xc3\xa9.]]", "\xc3\xa9", 0, 0},
            {"[[:alpha:]]", "\xc3\xa9", 0, 0},
            {"x\xc3\x89*", "X\xc3\xa9y", FNM_CASEFOLD, 0},
            {"[\xc3\x89]", "\xc3\xa9", FNM_CASEFOLD, 0},
            {"@(?|x)y", "\xc3\xa9y", FNM_EXTMATCH, 0},
            {"@(\xc3\x89)", "\xc3\xa9", FNM_EXTMATCH | FNM_CASEFOLD, 0},
            {"+(\xe2\x82\xac)", "\xe2\x82\xac\xe2\x82\xac", FNM_EXTMATCH, 0},
            {"+(?"
             "?)",
             "\xe2\x82\xac\xe2\x82\xac\xe2\x82\xac", FNM_EXTMATCH, FNM_NOMATCH},
            /* A byte that begins no character is one itself. */
            {"?", "\xff", 0, 0},
            {"??",
             "\xff"
             "a",
             0, 0},
            {"\xff", "\xff", 0, 0},
            {"[\xff]", "\xff", 0, 0},
            {"a*\xff", "ab\xff", 0, 0},
            {"?\xff", "\xc3\xa9\xff", 0, 0},
            {"*(\xff|a)", "a\xff", FNM_EXTMATCH, 0},
        };

        require(setlocale(LC_ALL, "C.UTF-8"));
        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
                errno = 77;
                is_int(fnmatch(cases[i].pattern, cases[i].string, cases[i].flags), cases[i].result,
                       "fnmatch: characters, case %zu", i);
                is_int(errno, 77, "fnmatch: characters, case %zu, keeps errno", i);
        }
        require(setlocale(LC_ALL, "C"));
        is_int(fnmatch("??", "\xc3\xa9", 0), 0, "fnmatch: in the C locale a byte is a character");
        is_int(fnmatch("[\x80-\xff]", "\xc3", 0), 0, "fnmatch: bytes have an order");
        is_int(fnmatch("[[:alpha:]]", "\xe9", 0), FNM_NOMATCH, "fnmatch: bytes are of no class");
}

/* The pattern made of `n` times `each`, then `rest` and `n` times `last`. */
static char *repeated(int n, const char *each, const char *rest, const char *last)
{
        size_t size = (size_t)n * (strlen(each) + strlen(last)) + strlen(rest) + 1;
        char *made = malloc(size), *p = made;

        require(made);
        for (int i = 0; i < n; i++)
                p += sprintf(p, "%s", each);
        p += sprintf(p, "%s", rest);
        for (int i = 0; i < n; i++)
                p += sprintf(p, "%s", last);
        return made;
}

static void test_time(void)
{
        static const struct {
                const char *each, *rest, *last;
                int result;
        } patterns[] = {
            {"*a", "c", "", FNM_NOMATCH},
            {"*(", "a", ")", FNM_NOMATCH},
            {"+(", "a|aa", ")", FNM_NOMATCH},
            {"*(a|", "aa", ")", FNM_NOMATCH},
            {"?(a)", "b", "", FNM_NOMATCH},
            {"*(*(a)|b)", "c", "", FNM_NOMATCH},
            {"!(", "a", ")", -2},
            {"*(!(a))", "c", "", FNM_NOMATCH},
            {"@(a*|*a)", "c", "", FNM_NOMATCH},
            {"!(*a", "b", ")", -2},
        };
        char *string = repeated(300, "a", "b", "");

        for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
                char *pattern = repeated(30, patterns[i].each, patterns[i].rest, patterns[i].last);
                clock_t before = clock();
                int result = fnmatch(pattern, string, FNM_EXTMATCH);
                double seconds = (double)(clock() - before) / CLOCKS_PER_SEC;

                ok(patterns[i].result == -2 ? result == 0 || result == FNM_NOMATCH
                                            : result == patterns[i].result,
                   "fnmatch: hostile pattern %zu", i);
                if (!ok(seconds < 5, "fnmatch: hostile pattern %zu, in time", i))
                        note("%.1f seconds", seconds);
                free(pattern);
        }
        free(string);
}

static void test_memory(void)
{
        char *string = repeated(500, "a", "b", "");
        char *pattern = repeated(200, "*(a|!(ab))", "@(x|b)", "");
        int tries = 0;

        for (long n = 0; oom_try(n); n++) {
                int result;

                errno = 0;
                result = fnmatch(pattern, string, FNM_EXTMATCH);
                if (oom_end()) {
                        tries++;
                        if (result != -1 || errno != ENOMEM)
                                is_int(result, -1, "fnmatch: without memory, allocation %ld", n);
                } else {
                        is_int(result, 0, "fnmatch: with memory");
                }
                if (n > 200)
                        break;
        }
        oom_end();
        note("%d allocations failed", tries);
        free(pattern);
        free(string);
}

int main(void)
{
        test_groups();
        test_characters();
        test_time();
        test_memory();
        return done_testing();
}
