/* setlocale and the categories that POSIX has not. */
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "tap.h"

int main(void)
{
        static const int categories[] = {LC_PAPER,     LC_NAME,        LC_ADDRESS,
                                         LC_TELEPHONE, LC_MEASUREMENT, LC_IDENTIFICATION};
        static const int masks[] = {LC_PAPER_MASK,     LC_NAME_MASK,        LC_ADDRESS_MASK,
                                    LC_TELEPHONE_MASK, LC_MEASUREMENT_MASK, LC_IDENTIFICATION_MASK};
        static const char *const variables[] = {"LC_PAPER",       "LC_NAME",
                                                "LC_ADDRESS",     "LC_TELEPHONE",
                                                "LC_MEASUREMENT", "LC_IDENTIFICATION"};
        __locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0);

        require(c);
        unsetenv("LC_ALL");
        unsetenv("LANG");
        for (size_t which = 0; which < sizeof categories / sizeof *categories; which++) {
                int category = categories[which];
                locale_t more = newlocale(masks[which], "C", duplocale(c));

                is_int(masks[which], 1 << category, "LC_PAPER_MASK: of %d", category);
                is_int(masks[which] & ~LC_ALL_MASK, 0, "LC_PAPER_MASK: all have %d", category);
                ok(more != (locale_t)0, "LC_PAPER_MASK: newlocale takes %d", category);
                freelocale(more);
                is_str(setlocale(category, NULL), "C", "setlocale: %d is of C", category);
                is_str(setlocale(category, "C"), "C", "setlocale: %d becomes C's", category);
                is_str(setlocale(category, "POSIX"), "C", "setlocale: POSIX is C for %d", category);
                is_str(setlocale(category, "no_SUCH"), NULL, "setlocale: none for %d", category);
                unsetenv(variables[which]);
                is_str(setlocale(category, ""), "C", "setlocale: %d of no environment", category);
                setenv(variables[which], "no_SUCH", 1);
                is_str(setlocale(category, ""), NULL, "setlocale: %d of a bad one", category);
                setenv("LANG", "no_SUCH", 1);
                setenv(variables[which], "POSIX", 1);
                is_str(setlocale(category, ""), "C", "setlocale: %d before LANG", category);
                setenv("LC_ALL", "no_SUCH", 1);
                is_str(setlocale(category, ""), NULL, "setlocale: LC_ALL before %d", category);
                unsetenv("LC_ALL");
                unsetenv("LANG");
        }
        is_str(setlocale(LC_IDENTIFICATION + 1, "C"), NULL, "setlocale: no category");
        is_str(setlocale(-1, NULL), NULL, "setlocale: -1");
        is_str(setlocale(LC_CTYPE, "C"), "C", "setlocale: libc's own");
        freelocale(c);
        return done_testing();
}
