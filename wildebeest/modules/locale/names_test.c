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
        require(setlocale(LC_ALL, "C.UTF-8"));
        is_str(nl_langinfo(_NL_LOCALE_NAME(LC_CTYPE)), "C.UTF-8", "_NL_LOCALE_NAME");
        is_str(nl_langinfo(NL_LOCALE_NAME(LC_PAPER)), "C", "NL_LOCALE_NAME: of another category");
        is_str(nl_langinfo_l(NL_LOCALE_NAME(LC_TIME), c), "C", "NL_LOCALE_NAME: of a locale");
        freelocale(c);
        return done_testing();
}
