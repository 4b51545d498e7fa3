/* nl_langinfo and nl_langinfo_l: glibc's items, as glibc has them in its C.UTF-8. */
#include <langinfo.h>
#include <locale.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "tap.h"

/* The numbers are for plain musl, which has not the names. */
#ifdef _DATE_FMT
#define ITEM(name, number) name, number
#else
#define ITEM(name, number) number, number
#endif
#define TEXT(name, number, text)                                                                   \
        {                                                                                          \
#name, ITEM(name, number), AS_TEXT, text, 0                                        \
        }
#define BYTE(name, number, value)                                                                  \
        {                                                                                          \
#name, ITEM(name, number), AS_BYTE, NULL, value                                    \
        }
#define NUMBER(name, number, value)                                                                \
        {                                                                                          \
#name, ITEM(name, number), AS_NUMBER, NULL, value                                  \
        }

enum { CATEGORIES = 13 };

/* A text, the byte that it begins with, or a number in the place of a text. */
enum form { AS_TEXT, AS_BYTE, AS_NUMBER };

static const struct {
        const char *name;
        nl_item item;
        nl_item number;
        enum form form;
        const char *text;
        unsigned int value;
} items[] = {
    NUMBER(_NL_CTYPE_INDIGITS_MB_LEN, 0x13, 1),
    TEXT(_NL_CTYPE_INDIGITS0_MB, 0x14, "0"),
    TEXT(_NL_CTYPE_INDIGITS1_MB, 0x15, "1"),
    TEXT(_NL_CTYPE_INDIGITS2_MB, 0x16, "2"),
    TEXT(_NL_CTYPE_INDIGITS3_MB, 0x17, "3"),
    TEXT(_NL_CTYPE_INDIGITS4_MB, 0x18, "4"),
    TEXT(_NL_CTYPE_INDIGITS5_MB, 0x19, "5"),
    TEXT(_NL_CTYPE_INDIGITS6_MB, 0x1a, "6"),
    TEXT(_NL_CTYPE_INDIGITS7_MB, 0x1b, "7"),
    TEXT(_NL_CTYPE_INDIGITS8_MB, 0x1c, "8"),
    TEXT(_NL_CTYPE_INDIGITS9_MB, 0x1d, "9"),
    TEXT(_NL_CTYPE_OUTDIGIT0_MB, 0x29, "0"),
    TEXT(_NL_CTYPE_OUTDIGIT1_MB, 0x2a, "1"),
    TEXT(_NL_CTYPE_OUTDIGIT2_MB, 0x2b, "2"),
    TEXT(_NL_CTYPE_OUTDIGIT3_MB, 0x2c, "3"),
    TEXT(_NL_CTYPE_OUTDIGIT4_MB, 0x2d, "4"),
    TEXT(_NL_CTYPE_OUTDIGIT5_MB, 0x2e, "5"),
    TEXT(_NL_CTYPE_OUTDIGIT6_MB, 0x2f, "6"),
    TEXT(_NL_CTYPE_OUTDIGIT7_MB, 0x30, "7"),
    TEXT(_NL_CTYPE_OUTDIGIT8_MB, 0x31, "8"),
    TEXT(_NL_CTYPE_OUTDIGIT9_MB, 0x32, "9"),
    NUMBER(_NL_CTYPE_OUTDIGIT0_WC, 0x33, 48),
    NUMBER(_NL_CTYPE_OUTDIGIT1_WC, 0x34, 49),
    NUMBER(_NL_CTYPE_OUTDIGIT2_WC, 0x35, 50),
    NUMBER(_NL_CTYPE_OUTDIGIT3_WC, 0x36, 51),
    NUMBER(_NL_CTYPE_OUTDIGIT4_WC, 0x37, 52),
    NUMBER(_NL_CTYPE_OUTDIGIT5_WC, 0x38, 53),
    NUMBER(_NL_CTYPE_OUTDIGIT6_WC, 0x39, 54),
    NUMBER(_NL_CTYPE_OUTDIGIT7_WC, 0x3a, 55),
    NUMBER(_NL_CTYPE_OUTDIGIT8_WC, 0x3b, 56),
    NUMBER(_NL_CTYPE_OUTDIGIT9_WC, 0x3c, 57),
    TEXT(DECIMAL_POINT, 0x10000, "."),
    TEXT(THOUSANDS_SEP, 0x10001, ""),
    TEXT(GROUPING, 0x10002, ""),
    NUMBER(_NL_NUMERIC_DECIMAL_POINT_WC, 0x10003, 46),
    NUMBER(_NL_NUMERIC_THOUSANDS_SEP_WC, 0x10004, 0),
    TEXT(ERA_YEAR, 0x2002d, ""),
    NUMBER(_NL_TIME_ERA_NUM_ENTRIES, 0x20032, 0),
    BYTE(_NL_TIME_WEEK_NDAYS, 0x20065, 7),
    NUMBER(_NL_TIME_WEEK_1STDAY, 0x20066, 19971130),
    BYTE(_NL_TIME_WEEK_1STWEEK, 0x20067, 4),
    BYTE(_NL_TIME_FIRST_WEEKDAY, 0x20068, 1),
    BYTE(_NL_TIME_FIRST_WORKDAY, 0x20069, 2),
    BYTE(_NL_TIME_CAL_DIRECTION, 0x2006a, 1),
    TEXT(_NL_TIME_TIMEZONE, 0x2006b, ""),
    TEXT(_DATE_FMT, 0x2006c, "%a %b %e %H:%M:%S %Z %Y"),
    TEXT(ALTMON_1, 0x2006f, "January"),
    TEXT(ALTMON_2, 0x20070, "February"),
    TEXT(ALTMON_3, 0x20071, "March"),
    TEXT(ALTMON_4, 0x20072, "April"),
    TEXT(ALTMON_5, 0x20073, "May"),
    TEXT(ALTMON_6, 0x20074, "June"),
    TEXT(ALTMON_7, 0x20075, "July"),
    TEXT(ALTMON_8, 0x20076, "August"),
    TEXT(ALTMON_9, 0x20077, "September"),
    TEXT(ALTMON_10, 0x20078, "October"),
    TEXT(ALTMON_11, 0x20079, "November"),
    TEXT(ALTMON_12, 0x2007a, "December"),
    TEXT(_NL_ABALTMON_1, 0x20087, "Jan"),
    TEXT(_NL_ABALTMON_2, 0x20088, "Feb"),
    TEXT(_NL_ABALTMON_3, 0x20089, "Mar"),
    TEXT(_NL_ABALTMON_4, 0x2008a, "Apr"),
    TEXT(_NL_ABALTMON_5, 0x2008b, "May"),
    TEXT(_NL_ABALTMON_6, 0x2008c, "Jun"),
    TEXT(_NL_ABALTMON_7, 0x2008d, "Jul"),
    TEXT(_NL_ABALTMON_8, 0x2008e, "Aug"),
    TEXT(_NL_ABALTMON_9, 0x2008f, "Sep"),
    TEXT(_NL_ABALTMON_10, 0x20090, "Oct"),
    TEXT(_NL_ABALTMON_11, 0x20091, "Nov"),
    TEXT(_NL_ABALTMON_12, 0x20092, "Dec"),
    TEXT(INT_CURR_SYMBOL, 0x40000, ""),
    TEXT(CURRENCY_SYMBOL, 0x40001, ""),
    TEXT(MON_DECIMAL_POINT, 0x40002, ""),
    TEXT(MON_THOUSANDS_SEP, 0x40003, ""),
    TEXT(MON_GROUPING, 0x40004, ""),
    TEXT(POSITIVE_SIGN, 0x40005, ""),
    TEXT(NEGATIVE_SIGN, 0x40006, ""),
    BYTE(INT_FRAC_DIGITS, 0x40007, 0xff),
    BYTE(FRAC_DIGITS, 0x40008, 0xff),
    BYTE(P_CS_PRECEDES, 0x40009, 0xff),
    BYTE(P_SEP_BY_SPACE, 0x4000a, 0xff),
    BYTE(N_CS_PRECEDES, 0x4000b, 0xff),
    BYTE(N_SEP_BY_SPACE, 0x4000c, 0xff),
    BYTE(P_SIGN_POSN, 0x4000d, 0xff),
    BYTE(N_SIGN_POSN, 0x4000e, 0xff),
    BYTE(INT_P_CS_PRECEDES, 0x40010, 0xff),
    BYTE(INT_P_SEP_BY_SPACE, 0x40011, 0xff),
    BYTE(INT_N_CS_PRECEDES, 0x40012, 0xff),
    BYTE(INT_N_SEP_BY_SPACE, 0x40013, 0xff),
    BYTE(INT_P_SIGN_POSN, 0x40014, 0xff),
    BYTE(INT_N_SIGN_POSN, 0x40015, 0xff),
    TEXT(_NL_MONETARY_DUO_INT_CURR_SYMBOL, 0x40016, ""),
    TEXT(_NL_MONETARY_DUO_CURRENCY_SYMBOL, 0x40017, ""),
    BYTE(_NL_MONETARY_DUO_INT_FRAC_DIGITS, 0x40018, 0xff),
    BYTE(_NL_MONETARY_DUO_FRAC_DIGITS, 0x40019, 0xff),
    BYTE(_NL_MONETARY_DUO_P_CS_PRECEDES, 0x4001a, 0xff),
    BYTE(_NL_MONETARY_DUO_P_SEP_BY_SPACE, 0x4001b, 0xff),
    BYTE(_NL_MONETARY_DUO_N_CS_PRECEDES, 0x4001c, 0xff),
    BYTE(_NL_MONETARY_DUO_N_SEP_BY_SPACE, 0x4001d, 0xff),
    BYTE(_NL_MONETARY_DUO_INT_P_CS_PRECEDES, 0x4001e, 0xff),
    BYTE(_NL_MONETARY_DUO_INT_P_SEP_BY_SPACE, 0x4001f, 0xff),
    BYTE(_NL_MONETARY_DUO_INT_N_CS_PRECEDES, 0x40020, 0xff),
    BYTE(_NL_MONETARY_DUO_INT_N_SEP_BY_SPACE, 0x40021, 0xff),
    BYTE(_NL_MONETARY_DUO_P_SIGN_POSN, 0x40022, 0xff),
    BYTE(_NL_MONETARY_DUO_N_SIGN_POSN, 0x40023, 0xff),
    BYTE(_NL_MONETARY_DUO_INT_P_SIGN_POSN, 0x40024, 0xff),
    BYTE(_NL_MONETARY_DUO_INT_N_SIGN_POSN, 0x40025, 0xff),
    NUMBER(_NL_MONETARY_UNO_VALID_FROM, 0x40026, 10101),
    NUMBER(_NL_MONETARY_UNO_VALID_TO, 0x40027, 99991231),
    NUMBER(_NL_MONETARY_DUO_VALID_FROM, 0x40028, 10101),
    NUMBER(_NL_MONETARY_DUO_VALID_TO, 0x40029, 99991231),
    NUMBER(_NL_MONETARY_DECIMAL_POINT_WC, 0x4002b, 0),
    NUMBER(_NL_MONETARY_THOUSANDS_SEP_WC, 0x4002c, 0),
    NUMBER(_NL_PAPER_HEIGHT, 0x70000, 297),
    NUMBER(_NL_PAPER_WIDTH, 0x70001, 210),
    TEXT(_NL_NAME_NAME_FMT, 0x80000, "%p%t%g%t%m%t%f"),
    TEXT(_NL_NAME_NAME_GEN, 0x80001, ""),
    TEXT(_NL_NAME_NAME_MR, 0x80002, ""),
    TEXT(_NL_NAME_NAME_MRS, 0x80003, ""),
    TEXT(_NL_NAME_NAME_MISS, 0x80004, ""),
    TEXT(_NL_NAME_NAME_MS, 0x80005, ""),
    TEXT(_NL_ADDRESS_POSTAL_FMT, 0x90000, "%a%N%f%N%d%N%b%N%s %h %e %r%N%C-%z %T%N%c%N"),
    TEXT(_NL_ADDRESS_COUNTRY_NAME, 0x90001, ""),
    TEXT(_NL_ADDRESS_COUNTRY_POST, 0x90002, ""),
    TEXT(_NL_ADDRESS_COUNTRY_AB2, 0x90003, ""),
    TEXT(_NL_ADDRESS_COUNTRY_AB3, 0x90004, ""),
    TEXT(_NL_ADDRESS_COUNTRY_CAR, 0x90005, ""),
    NUMBER(_NL_ADDRESS_COUNTRY_NUM, 0x90006, 0),
    TEXT(_NL_ADDRESS_COUNTRY_ISBN, 0x90007, ""),
    TEXT(_NL_ADDRESS_LANG_NAME, 0x90008, ""),
    TEXT(_NL_ADDRESS_LANG_AB, 0x90009, ""),
    TEXT(_NL_ADDRESS_LANG_TERM, 0x9000a, ""),
    TEXT(_NL_ADDRESS_LANG_LIB, 0x9000b, ""),
    TEXT(_NL_TELEPHONE_TEL_INT_FMT, 0xa0000, "+%c %a %l"),
    TEXT(_NL_TELEPHONE_TEL_DOM_FMT, 0xa0001, ""),
    TEXT(_NL_TELEPHONE_INT_SELECT, 0xa0002, ""),
    TEXT(_NL_TELEPHONE_INT_PREFIX, 0xa0003, ""),
    BYTE(_NL_MEASUREMENT_MEASUREMENT, 0xb0000, 1),
    TEXT(_NL_IDENTIFICATION_TITLE, 0xc0000, "C locale"),
    TEXT(_NL_IDENTIFICATION_SOURCE, 0xc0001, ""),
    TEXT(_NL_IDENTIFICATION_ADDRESS, 0xc0002, ""),
    TEXT(_NL_IDENTIFICATION_TEL, 0xc0005, ""),
    TEXT(_NL_IDENTIFICATION_FAX, 0xc0006, ""),
    TEXT(_NL_IDENTIFICATION_LANGUAGE, 0xc0007, ""),
    TEXT(_NL_IDENTIFICATION_TERRITORY, 0xc0008, ""),
    TEXT(_NL_IDENTIFICATION_AUDIENCE, 0xc0009, ""),
    TEXT(_NL_IDENTIFICATION_APPLICATION, 0xc000a, ""),
    TEXT(_NL_IDENTIFICATION_ABBREVIATION, 0xc000b, ""),
    TEXT(_NL_IDENTIFICATION_CATEGORY, 0xc000e, "i18n:2012"),
};

/* Items that are the name of the charset. */
static const nl_item charsets[] = {
    CODESET, 0x10005, 0x2006e, 0x30012, 0x4002d, 0x50004,
    0x70002, 0x80006, 0x9000c, 0xa0004, 0xb0001, 0xc000f,
};

/* A number as glibc has it in the pointer. */
static unsigned int number(const char *text)
{
        union {
                const char *text;
                unsigned int number;
        } word = {text};

        return word.number;
}

/* Whether an item is answered as it should be. */
static bool is_right(size_t which, const char *got)
{
        bool right;

        if (items[which].form == AS_TEXT)
                right = !strcmp(got, items[which].text);
        else if (items[which].form == AS_BYTE)
                right = (unsigned char)*got == items[which].value;
        else
                right = number(got) == items[which].value;
        if (!right)
                note("%s", items[which].name);
        return right;
}

int main(void)
{
        locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0), utf8;

        require(c);
        require(setlocale(LC_ALL, "C.UTF-8"));
        utf8 = newlocale(LC_ALL_MASK, "C.UTF-8", (locale_t)0);
        require(utf8);
        for (nl_item category = 0; category < CATEGORIES; category++) {
                int wrong = 0, wrong_l = 0, misnumbered = 0;

                for (size_t which = 0; which < sizeof items / sizeof *items; which++) {
                        nl_item item = items[which].item;

                        if (item >> 16 != category)
                                continue;
                        misnumbered += item != items[which].number;
                        wrong += !is_right(which, nl_langinfo(item));
                        wrong_l += !is_right(which, nl_langinfo_l(item, utf8));
                }
                is_int(misnumbered, 0, "nl_langinfo: numbers of the category %d", category);
                is_int(wrong, 0, "nl_langinfo: items of the category %d", category);
                is_int(wrong_l, 0, "nl_langinfo_l: items of the category %d", category);
        }
        for (size_t which = 0; which < sizeof charsets / sizeof *charsets; which++) {
                is_str(nl_langinfo(charsets[which]), "UTF-8", "nl_langinfo: the charset, %x",
                       (unsigned int)charsets[which]);
                is_str(nl_langinfo_l(charsets[which], c), nl_langinfo_l(CODESET, c),
                       "nl_langinfo_l: the C locale's charset, %x", (unsigned int)charsets[which]);
        }
        is_int(number(nl_langinfo(0xd)), MB_CUR_MAX, "nl_langinfo: _NL_CTYPE_MB_CUR_MAX");
        is_int(number(nl_langinfo_l(0xd, c)), 1, "nl_langinfo_l: _NL_CTYPE_MB_CUR_MAX");
        freelocale(utf8);
        freelocale(c);
        return done_testing();
}
