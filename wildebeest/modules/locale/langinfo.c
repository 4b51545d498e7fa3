/*
 * glibc: has items beside those of POSIX, numbers among them, which it returns in the pointer.
 * musl:  "" for what it has not.
 * here:  what glibc has in its C.UTF-8; months are those of musl's locale, other items are musl's.
 * see:   nl_langinfo(3), locale(5), locale(7); GNU C Library manual, "The Elegant and Fast Way".
 */
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include "../../shared/libc_own.h"

LIBC_OWN(nl_langinfo);
LIBC_OWN(nl_langinfo_l);
char *__lwb_nl_langinfo(nl_item item);
char *__lwb_nl_langinfo_l(nl_item item, locale_t locale);

/* The current locale where there is none: musl's nl_langinfo_l() takes no other. */
static char *libc_text(nl_item item, locale_t locale)
{
        return locale == (locale_t)0 || locale == LC_GLOBAL_LOCALE
                   ? libc_own_nl_langinfo(item)
                   : libc_own_nl_langinfo_l(item, locale);
}

/* A number as glibc has it in the pointer: programs read it as an int, by a cast or a union. */
static char *number(unsigned int value)
{
        union {
                char *text;
                unsigned int number;
        } word = {NULL};

        word.number = value;
        return word.text;
}

static unsigned int longest_character(locale_t locale)
{
        locale_t before = locale ? uselocale(locale) : locale;
        size_t longest = MB_CUR_MAX;

        if (locale)
                uselocale(before);
        return (unsigned int)longest;
}

/* Items that differ by one, of which the first is that of libc's `libc_first`. */
static char *nth(nl_item item, nl_item first, nl_item libc_first, locale_t locale)
{
        return libc_text(libc_first + (item - first), locale);
}

static char *answer(nl_item item, locale_t locale)
{
        static const unsigned int rate[] = {1, 1};
        static const char digits[][2] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
        /* What no sign, no digits and no place are: all bits. */
        static const char unknown[] = "\377";

        /* Of the categories that musl has not, as setlocale() says them here. */
        if (_NL_ITEM_INDEX(item) == 0xffff && _NL_ITEM_CATEGORY(item) >= LC_PAPER &&
            _NL_ITEM_CATEGORY(item) <= LC_IDENTIFICATION)
                return (char *)"C";
        if (item >= _NL_CTYPE_INDIGITS0_MB && item <= _NL_CTYPE_INDIGITS9_MB)
                return (char *)digits[item - _NL_CTYPE_INDIGITS0_MB];
        if (item >= _NL_CTYPE_OUTDIGIT0_MB && item <= _NL_CTYPE_OUTDIGIT9_MB)
                return (char *)digits[item - _NL_CTYPE_OUTDIGIT0_MB];
        if (item >= _NL_CTYPE_OUTDIGIT0_WC && item <= _NL_CTYPE_OUTDIGIT9_WC)
                return number('0' + (unsigned int)(item - _NL_CTYPE_OUTDIGIT0_WC));
        if (item >= ALTMON_1 && item <= ALTMON_12)
                return nth(item, ALTMON_1, MON_1, locale);
        if (item >= _NL_ABALTMON_1 && item <= _NL_ABALTMON_12)
                return nth(item, _NL_ABALTMON_1, ABMON_1, locale);
        if ((item >= INT_FRAC_DIGITS && item <= N_SIGN_POSN) ||
            (item >= INT_P_CS_PRECEDES && item <= INT_N_SIGN_POSN) ||
            (item >= _NL_MONETARY_DUO_INT_FRAC_DIGITS && item <= _NL_MONETARY_DUO_INT_N_SIGN_POSN))
                return (char *)unknown;
        switch (item) {
        case _NL_COLLATE_CODESET:
        case _NL_NUMERIC_CODESET:
        case _NL_TIME_CODESET:
        case _NL_MONETARY_CODESET:
        case _NL_MESSAGES_CODESET:
        case _NL_PAPER_CODESET:
        case _NL_NAME_CODESET:
        case _NL_ADDRESS_CODESET:
        case _NL_TELEPHONE_CODESET:
        case _NL_MEASUREMENT_CODESET:
        case _NL_IDENTIFICATION_CODESET:
                return libc_text(CODESET, locale);
        case _NL_CTYPE_MB_CUR_MAX:
                return number(longest_character(locale));
        case _NL_CTYPE_INDIGITS_MB_LEN:
                return number(1);
        case _NL_NUMERIC_DECIMAL_POINT_WC:
                return number('.');
        case _NL_TIME_WEEK_NDAYS:
                return (char *)"\7";
        case _NL_TIME_WEEK_1STDAY:
                return number(19971130);
        case _NL_TIME_WEEK_1STWEEK:
                return (char *)"\4";
        case _NL_TIME_FIRST_WEEKDAY:
        case _NL_TIME_CAL_DIRECTION:
        case _NL_MEASUREMENT_MEASUREMENT:
                return (char *)"\1";
        case _NL_TIME_FIRST_WORKDAY:
                return (char *)"\2";
        case _DATE_FMT:
                return (char *)"%a %b %e %H:%M:%S %Z %Y";
        case _NL_MONETARY_UNO_VALID_FROM:
        case _NL_MONETARY_DUO_VALID_FROM:
                return number(10101);
        case _NL_MONETARY_UNO_VALID_TO:
        case _NL_MONETARY_DUO_VALID_TO:
                return number(99991231);
        case _NL_MONETARY_CONVERSION_RATE:
                return (char *)rate;
        case _NL_PAPER_HEIGHT:
                return number(297);
        case _NL_PAPER_WIDTH:
                return number(210);
        case _NL_NAME_NAME_FMT:
                return (char *)"%p%t%g%t%m%t%f";
        case _NL_ADDRESS_POSTAL_FMT:
                return (char *)"%a%N%f%N%d%N%b%N%s %h %e %r%N%C-%z %T%N%c%N";
        case _NL_TELEPHONE_TEL_INT_FMT:
                return (char *)"+%c %a %l";
        case _NL_IDENTIFICATION_TITLE:
                return (char *)"C locale";
        case _NL_IDENTIFICATION_CATEGORY:
                return (char *)"i18n:2012";
        case _NL_NUMERIC_THOUSANDS_SEP_WC:
        case _NL_TIME_ERA_NUM_ENTRIES:
        case _NL_MONETARY_DECIMAL_POINT_WC:
        case _NL_MONETARY_THOUSANDS_SEP_WC:
        case _NL_ADDRESS_COUNTRY_NUM:
                return number(0);
        default:
                return libc_text(item, locale);
        }
}

/** Says an item of the current locale: a text, or a number in the pointer's first bytes. */
char *__lwb_nl_langinfo(nl_item item)
{
        return answer(item, (locale_t)0);
}

/** Says an item of a locale: a text, or a number in the pointer's first bytes. */
char *__lwb_nl_langinfo_l(nl_item item, locale_t locale)
{
        return answer(item, locale);
}
