/* isascii_l, toascii_l, and the macros that take an item of nl_langinfo apart. */
#include <ctype.h>
#include <langinfo.h>
#include <locale.h>

#include "tap.h"

/* glibc's macros drop their locale: clang warns unless it does something. */
static locale_t same(locale_t locale)
{
        return locale;
}

int main(void)
{
        locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0);

        require(c);
        ok(isascii_l(0x7f, same(c)) && !isascii_l(0x80, same(c)) && !isascii_l(-1, same(c)),
           "isascii_l");
        is_int(toascii_l(0xc1, same(c)), 0x41, "toascii_l");
        is_int(_NL_ITEM_CATEGORY(_NL_ITEM(LC_TIME, 2)), LC_TIME, "_NL_ITEM_CATEGORY");
        is_int(_NL_ITEM_INDEX(_NL_ITEM(LC_TIME, 2)), 2, "_NL_ITEM_INDEX");
        is_str(nl_langinfo(NL_LOCALE_NAME(LC_PAPER)), "C",
               "NL_LOCALE_NAME: of a category that musl has not");
        freelocale(c);
        return done_testing();
}
