/*
 * <langinfo.h> with the items of the GNU C Library: ALTMON_1, ERA_YEAR, INT_CURR_SYMBOL and their
 * like, and the _NL_ items of the categories that musl has not: paper, names, addresses, telephone
 * numbers, measurement, identification. nl_langinfo answers them as glibc does in its C.UTF-8.
 */
#ifndef LWB_LOCALE_LANGINFO_H
#define LWB_LOCALE_LANGINFO_H
#pragma GCC system_header
#include_next <langinfo.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#define _NL_ITEM(category, index) (((category) << 16) | (index))
#define _NL_ITEM_CATEGORY(item) ((int)(item) >> 16)
#define _NL_ITEM_INDEX(item) ((int)(item)&0xffff)
/* The name of a category's locale; musl answers the item too. */
#define _NL_LOCALE_NAME(category) _NL_ITEM(category, 0xffff)
#ifdef _GNU_SOURCE
#define NL_LOCALE_NAME(category) _NL_LOCALE_NAME(category)
#endif

/* The numbers are glibc's, observed: those of musl's own items are the same. */
enum {
        _DATE_FMT = 0x2006c,
        _NL_CTYPE_MB_CUR_MAX = 0xd,
        _NL_CTYPE_CODESET_NAME = 0xe,
        _NL_CTYPE_INDIGITS_MB_LEN = 0x13,
        _NL_CTYPE_INDIGITS0_MB = 0x14,
        _NL_CTYPE_INDIGITS1_MB = 0x15,
        _NL_CTYPE_INDIGITS2_MB = 0x16,
        _NL_CTYPE_INDIGITS3_MB = 0x17,
        _NL_CTYPE_INDIGITS4_MB = 0x18,
        _NL_CTYPE_INDIGITS5_MB = 0x19,
        _NL_CTYPE_INDIGITS6_MB = 0x1a,
        _NL_CTYPE_INDIGITS7_MB = 0x1b,
        _NL_CTYPE_INDIGITS8_MB = 0x1c,
        _NL_CTYPE_INDIGITS9_MB = 0x1d,
        _NL_CTYPE_OUTDIGIT0_MB = 0x29,
        _NL_CTYPE_OUTDIGIT1_MB = 0x2a,
        _NL_CTYPE_OUTDIGIT2_MB = 0x2b,
        _NL_CTYPE_OUTDIGIT3_MB = 0x2c,
        _NL_CTYPE_OUTDIGIT4_MB = 0x2d,
        _NL_CTYPE_OUTDIGIT5_MB = 0x2e,
        _NL_CTYPE_OUTDIGIT6_MB = 0x2f,
        _NL_CTYPE_OUTDIGIT7_MB = 0x30,
        _NL_CTYPE_OUTDIGIT8_MB = 0x31,
        _NL_CTYPE_OUTDIGIT9_MB = 0x32,
        _NL_CTYPE_OUTDIGIT0_WC = 0x33,
        _NL_CTYPE_OUTDIGIT1_WC = 0x34,
        _NL_CTYPE_OUTDIGIT2_WC = 0x35,
        _NL_CTYPE_OUTDIGIT3_WC = 0x36,
        _NL_CTYPE_OUTDIGIT4_WC = 0x37,
        _NL_CTYPE_OUTDIGIT5_WC = 0x38,
        _NL_CTYPE_OUTDIGIT6_WC = 0x39,
        _NL_CTYPE_OUTDIGIT7_WC = 0x3a,
        _NL_CTYPE_OUTDIGIT8_WC = 0x3b,
        _NL_CTYPE_OUTDIGIT9_WC = 0x3c,
        _NL_NUMERIC_DECIMAL_POINT_WC = 0x10003,
        _NL_NUMERIC_THOUSANDS_SEP_WC = 0x10004,
        _NL_NUMERIC_CODESET = 0x10005,
        _NL_TIME_ERA_NUM_ENTRIES = 0x20032,
        _NL_TIME_WEEK_NDAYS = 0x20065,
        _NL_TIME_WEEK_1STDAY = 0x20066,
        _NL_TIME_WEEK_1STWEEK = 0x20067,
        _NL_TIME_FIRST_WEEKDAY = 0x20068,
        _NL_TIME_FIRST_WORKDAY = 0x20069,
        _NL_TIME_CAL_DIRECTION = 0x2006a,
        _NL_TIME_TIMEZONE = 0x2006b,
        _NL_TIME_CODESET = 0x2006e,
        _NL_ABALTMON_1 = 0x20087,
        _NL_ABALTMON_2 = 0x20088,
        _NL_ABALTMON_3 = 0x20089,
        _NL_ABALTMON_4 = 0x2008a,
        _NL_ABALTMON_5 = 0x2008b,
        _NL_ABALTMON_6 = 0x2008c,
        _NL_ABALTMON_7 = 0x2008d,
        _NL_ABALTMON_8 = 0x2008e,
        _NL_ABALTMON_9 = 0x2008f,
        _NL_ABALTMON_10 = 0x20090,
        _NL_ABALTMON_11 = 0x20091,
        _NL_ABALTMON_12 = 0x20092,
        _NL_COLLATE_CODESET = 0x30012,
        _NL_MONETARY_CRNCYSTR = 0x4000f,
        _NL_MONETARY_DUO_INT_CURR_SYMBOL = 0x40016,
        _NL_MONETARY_DUO_CURRENCY_SYMBOL = 0x40017,
        _NL_MONETARY_DUO_INT_FRAC_DIGITS = 0x40018,
        _NL_MONETARY_DUO_FRAC_DIGITS = 0x40019,
        _NL_MONETARY_DUO_P_CS_PRECEDES = 0x4001a,
        _NL_MONETARY_DUO_P_SEP_BY_SPACE = 0x4001b,
        _NL_MONETARY_DUO_N_CS_PRECEDES = 0x4001c,
        _NL_MONETARY_DUO_N_SEP_BY_SPACE = 0x4001d,
        _NL_MONETARY_DUO_INT_P_CS_PRECEDES = 0x4001e,
        _NL_MONETARY_DUO_INT_P_SEP_BY_SPACE = 0x4001f,
        _NL_MONETARY_DUO_INT_N_CS_PRECEDES = 0x40020,
        _NL_MONETARY_DUO_INT_N_SEP_BY_SPACE = 0x40021,
        _NL_MONETARY_DUO_P_SIGN_POSN = 0x40022,
        _NL_MONETARY_DUO_N_SIGN_POSN = 0x40023,
        _NL_MONETARY_DUO_INT_P_SIGN_POSN = 0x40024,
        _NL_MONETARY_DUO_INT_N_SIGN_POSN = 0x40025,
        _NL_MONETARY_UNO_VALID_FROM = 0x40026,
        _NL_MONETARY_UNO_VALID_TO = 0x40027,
        _NL_MONETARY_DUO_VALID_FROM = 0x40028,
        _NL_MONETARY_DUO_VALID_TO = 0x40029,
        _NL_MONETARY_CONVERSION_RATE = 0x4002a,
        _NL_MONETARY_DECIMAL_POINT_WC = 0x4002b,
        _NL_MONETARY_THOUSANDS_SEP_WC = 0x4002c,
        _NL_MONETARY_CODESET = 0x4002d,
        _NL_MESSAGES_CODESET = 0x50004,
        _NL_PAPER_HEIGHT = 0x70000,
        _NL_PAPER_WIDTH = 0x70001,
        _NL_PAPER_CODESET = 0x70002,
        _NL_NAME_NAME_FMT = 0x80000,
        _NL_NAME_NAME_GEN = 0x80001,
        _NL_NAME_NAME_MR = 0x80002,
        _NL_NAME_NAME_MRS = 0x80003,
        _NL_NAME_NAME_MISS = 0x80004,
        _NL_NAME_NAME_MS = 0x80005,
        _NL_NAME_CODESET = 0x80006,
        _NL_ADDRESS_POSTAL_FMT = 0x90000,
        _NL_ADDRESS_COUNTRY_NAME = 0x90001,
        _NL_ADDRESS_COUNTRY_POST = 0x90002,
        _NL_ADDRESS_COUNTRY_AB2 = 0x90003,
        _NL_ADDRESS_COUNTRY_AB3 = 0x90004,
        _NL_ADDRESS_COUNTRY_CAR = 0x90005,
        _NL_ADDRESS_COUNTRY_NUM = 0x90006,
        _NL_ADDRESS_COUNTRY_ISBN = 0x90007,
        _NL_ADDRESS_LANG_NAME = 0x90008,
        _NL_ADDRESS_LANG_AB = 0x90009,
        _NL_ADDRESS_LANG_TERM = 0x9000a,
        _NL_ADDRESS_LANG_LIB = 0x9000b,
        _NL_ADDRESS_CODESET = 0x9000c,
        _NL_TELEPHONE_TEL_INT_FMT = 0xa0000,
        _NL_TELEPHONE_TEL_DOM_FMT = 0xa0001,
        _NL_TELEPHONE_INT_SELECT = 0xa0002,
        _NL_TELEPHONE_INT_PREFIX = 0xa0003,
        _NL_TELEPHONE_CODESET = 0xa0004,
        _NL_MEASUREMENT_MEASUREMENT = 0xb0000,
        _NL_MEASUREMENT_CODESET = 0xb0001,
        _NL_IDENTIFICATION_TITLE = 0xc0000,
        _NL_IDENTIFICATION_SOURCE = 0xc0001,
        _NL_IDENTIFICATION_ADDRESS = 0xc0002,
        _NL_IDENTIFICATION_CONTACT = 0xc0003,
        _NL_IDENTIFICATION_EMAIL = 0xc0004,
        _NL_IDENTIFICATION_TEL = 0xc0005,
        _NL_IDENTIFICATION_FAX = 0xc0006,
        _NL_IDENTIFICATION_LANGUAGE = 0xc0007,
        _NL_IDENTIFICATION_TERRITORY = 0xc0008,
        _NL_IDENTIFICATION_AUDIENCE = 0xc0009,
        _NL_IDENTIFICATION_APPLICATION = 0xc000a,
        _NL_IDENTIFICATION_ABBREVIATION = 0xc000b,
        _NL_IDENTIFICATION_REVISION = 0xc000c,
        _NL_IDENTIFICATION_DATE = 0xc000d,
        _NL_IDENTIFICATION_CATEGORY = 0xc000e,
        _NL_IDENTIFICATION_CODESET = 0xc000f
};
#define _DATE_FMT _DATE_FMT

#ifdef _GNU_SOURCE
#define DECIMAL_POINT 0x10000
#define THOUSANDS_SEP 0x10001
#define GROUPING 0x10002
#define ERA_YEAR 0x2002d
#define ALTMON_1 0x2006f
#define ALTMON_2 0x20070
#define ALTMON_3 0x20071
#define ALTMON_4 0x20072
#define ALTMON_5 0x20073
#define ALTMON_6 0x20074
#define ALTMON_7 0x20075
#define ALTMON_8 0x20076
#define ALTMON_9 0x20077
#define ALTMON_10 0x20078
#define ALTMON_11 0x20079
#define ALTMON_12 0x2007a
#define INT_CURR_SYMBOL 0x40000
#define CURRENCY_SYMBOL 0x40001
#define MON_DECIMAL_POINT 0x40002
#define MON_THOUSANDS_SEP 0x40003
#define MON_GROUPING 0x40004
#define POSITIVE_SIGN 0x40005
#define NEGATIVE_SIGN 0x40006
#define INT_FRAC_DIGITS 0x40007
#define FRAC_DIGITS 0x40008
#define P_CS_PRECEDES 0x40009
#define P_SEP_BY_SPACE 0x4000a
#define N_CS_PRECEDES 0x4000b
#define N_SEP_BY_SPACE 0x4000c
#define P_SIGN_POSN 0x4000d
#define N_SIGN_POSN 0x4000e
#define INT_P_CS_PRECEDES 0x40010
#define INT_P_SEP_BY_SPACE 0x40011
#define INT_N_CS_PRECEDES 0x40012
#define INT_N_SEP_BY_SPACE 0x40013
#define INT_P_SIGN_POSN 0x40014
#define INT_N_SIGN_POSN 0x40015
#endif

#ifdef __cplusplus
extern "C" {
#endif
__typeof__(nl_langinfo) nl_langinfo __asm__("__lwb_nl_langinfo");
__typeof__(nl_langinfo_l) nl_langinfo_l __asm__("__lwb_nl_langinfo_l");
#ifdef __cplusplus
}
#endif

#endif
