/* Which locales setlocale takes: musl's takes every name. */
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include "tap.h"

/* Plain musl has it not, and there the test is to run as well. */
#ifndef LC_PAPER
#define LC_PAPER 7
#endif

int main(void)
{
        static const char *const missing[] = {
            "nonexistent", "xx_YY.UTF-8", "c.utf-8", "C.ISO-8859-1", "CC", "../x", "C;nonexistent"};
        char *all, *again;

        require(!unsetenv("LC_ALL") && !unsetenv("LANG"));
        require(!unsetenv("LC_CTYPE") && !unsetenv("LC_NUMERIC"));
        is_str(setlocale(LC_ALL, "C"), "C", "setlocale: C");
        for (size_t i = 0; i < sizeof missing / sizeof *missing; i++) {
                ok(!setlocale(LC_ALL, missing[i]), "setlocale: no \"%s\"", missing[i]);
                ok(!setlocale(LC_NUMERIC, missing[i]), "setlocale: no \"%s\" for a category",
                   missing[i]);
        }
        is_str(setlocale(LC_ALL, NULL), "C", "setlocale: a refusal changes nothing");
        is_str(setlocale(LC_PAPER, "nonexistent"), NULL, "setlocale: no paper of that name");
        is_str(setlocale(LC_PAPER, "C"), "C", "setlocale: paper");
        is_str(setlocale(LC_CTYPE, "C.UTF-8"), "C.UTF-8", "setlocale: C.UTF-8");
        all = strdup(setlocale(LC_ALL, NULL));
        require(all && setlocale(LC_ALL, "C"));
        again = setlocale(LC_ALL, all);
        ok(again && !strcmp(again, all), "setlocale: what it said is what it takes");
        is_str(setlocale(LC_CTYPE, NULL), "C.UTF-8", "setlocale: of each category");
        free(all);
#ifndef __GLIBC__
        /* The user's wish is musl's to grant, and then a name like others. */
        require(!setenv("LANG", "xx_YY.UTF-8", 1));
        is_str(setlocale(LC_ALL, ""), "xx_YY.UTF-8", "setlocale: the user's");
        is_str(setlocale(LC_CTYPE, "C"), "C", "setlocale: C for a category");
        is_str(setlocale(LC_CTYPE, "xx_YY.UTF-8"), "xx_YY.UTF-8", "setlocale: the user's again");
#endif
        return done_testing();
}
