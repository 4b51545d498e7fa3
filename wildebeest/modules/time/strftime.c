/*
 * glibc: strftime has the flags _ - 0 ^ # and a width for every conversion, %P, %k and %l, and
 * writes a conversion that it does not know as it is. musl:  has the flags of numbers alone, and
 * returns 0 for what it does not know. here:  as glibc. see:   strftime(3); GNU C Library manual,
 * "Formatting Calendar Time".
 */
#include <ctype.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "calendar.h"
#include "names.h"

size_t __lwb_strftime(char *restrict room, size_t size, const char *restrict format,
                      const struct tm *restrict tm);
size_t __lwb_strftime_l(char *restrict room, size_t size, const char *restrict format,
                        const struct tm *restrict tm, locale_t locale);

/* Letters of ASCII, which are all that musl's toupper() and tolower() change in a byte. */
static char upper_case(char byte)
{
        return byte >= 'a' && byte <= 'z' ? (char)(byte - 'a' + 'A') : byte;
}

static char lower_case(char byte)
{
        return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

struct writing {
        /* NULL: the text is only measured. */
        char *room;
        size_t size, length;
        const struct tm *tm;
        locale_t locale;
};

/* How one conversion is to be written. */
struct conversion {
        char pad; /* '\0', or the last of `_`, `-` and `0` */
        bool upper, change;
        size_t width;
};

static void write_format(struct writing *writing, const char *format, bool upper);

static void put(struct writing *writing, char byte)
{
        if (writing->room && writing->length < writing->size)
                writing->room[writing->length] = byte;
        writing->length++;
}

/* Byte by byte: most texts are shorter than what a call of memcpy() costs. */
static void put_text(struct writing *writing, const char *text, size_t length)
{
        for (size_t at = 0; at < length; at++)
                put(writing, text[at]);
}

static void pad(struct writing *writing, size_t width, size_t length, char with)
{
        size_t count = width > length ? width - length : 0;

        for (; count > 0 && writing->length < writing->size; count--)
                put(writing, with);
        writing->length += count;
}

enum letters { AS_IS, UPPER, LOWER };

static void write_text(struct writing *writing, const struct conversion *how, const char *text,
                       size_t length, enum letters letters)
{
        pad(writing, how->width, length, how->pad == '0' ? '0' : ' ');
        if (letters == AS_IS) {
                put_text(writing, text, length);
                return;
        }
        for (size_t at = 0; at < length; at++)
                put(writing, letters == UPPER ? upper_case(text[at]) : lower_case(text[at]));
}

static void write_byte(struct writing *writing, const struct conversion *how, char byte)
{
        write_text(writing, how, &byte, 1, AS_IS);
}

/* A number of at least `digits` digits; `usual` is how it is padded where no flag says it. */
static void write_number(struct writing *writing, const struct conversion *how, long long value,
                         size_t digits, char usual)
{
        char text[24], flag = how->pad ? how->pad : usual, *begin = text + sizeof text;
        unsigned long long rest =
            value < 0 ? 0ULL - (unsigned long long)value : (unsigned long long)value;
        bool negative = value < 0;
        size_t width;

        if (digits == 2 && rest < 100 && !negative && flag == '0' && how->width == 0) {
                put(writing, (char)('0' + rest / 10));
                put(writing, (char)('0' + rest % 10));
                return;
        }
        width = digits > how->width && flag != '-' ? digits : how->width;

        /* Most are small, and shorter divisions are quicker. */
        for (; rest > 99999; rest /= 10)
                *--begin = (char)('0' + rest % 10);
        for (unsigned int small = (unsigned int)rest; small || begin == text + sizeof text;
             small /= 10)
                *--begin = (char)('0' + small % 10);
        size_t length = (size_t)(text + sizeof text - begin);
        if (flag != '0')
                pad(writing, width, length + negative, ' ');
        if (negative)
                put(writing, '-');
        if (flag == '0')
                pad(writing, width, length + negative, '0');
        put_text(writing, begin, length);
}

/* A format within a format: its text is padded as a whole. */
static void write_composite(struct writing *writing, const struct conversion *how,
                            const char *format)
{
        if (how->width > 0) {
                struct writing measure = *writing;

                measure.room = NULL;
                measure.length = 0;
                write_format(&measure, format, how->upper);
                pad(writing, how->width, measure.length, how->pad == '0' ? '0' : ' ');
        }
        write_format(writing, format, how->upper);
}

static void write_locale_format(struct writing *writing, const struct conversion *how, nl_item item,
                                const char *otherwise)
{
        const char *format = locale_text(item, writing->locale);

        write_composite(writing, how, *format ? format : otherwise);
}

/* One of the names of a sort, `count` of them. */
static const char *name_of(const struct writing *writing, enum names sort, int which, int count)
{
        const char *const *names = __lwb_time_c_names(sort, writing->locale);

        if (which < 0 || which >= count)
                return "?";
        return names ? names[which] : locale_text(first_name(sort) + which, writing->locale);
}

/* The name of a day or month. */
static void write_name(struct writing *writing, const struct conversion *how, enum names sort,
                       int which, int count)
{
        const char *name = name_of(writing, sort, which, count);

        write_text(writing, how, name, strlen(name), how->upper || how->change ? UPPER : AS_IS);
}

static void write_half_day(struct writing *writing, const struct conversion *how, bool lower)
{
        const char *name = name_of(writing, HALF_DAYS, writing->tm->tm_hour > 11, 2);

        write_text(writing, how, name, strlen(name),
                   lower || how->change ? LOWER
                   : how->upper         ? UPPER
                                        : AS_IS);
}

/* The offset from UTC; glibc pads its sign and its digits each to the width. */
static void write_offset(struct writing *writing, const struct conversion *how)
{
        long minutes = writing->tm->tm_gmtoff / 60;
        bool west = writing->tm->tm_gmtoff < 0;

        if (writing->tm->tm_isdst < 0)
                return;
        if (west)
                minutes = -minutes;
        write_byte(writing, how, west ? '-' : '+');
        write_number(writing, how, minutes / 60 * 100 + minutes % 60, 4, '0');
}

static void write_zone(struct writing *writing, const struct conversion *how)
{
        const struct tm *tm = writing->tm;
        const char *name = tm->tm_zone;

        if (!name || !*name) {
                tzset();
                name = tm->tm_isdst < 0 ? "" : tzname[tm->tm_isdst > 0];
        }

        write_text(writing, how, name, strlen(name),
                   how->change  ? LOWER
                   : how->upper ? UPPER
                                : AS_IS);
}

/* Seconds since 1970; a text for padding. */
static void write_epoch(struct writing *writing, const struct conversion *how)
{
        struct tm copy = *writing->tm;
        char text[24];
        int length = snprintf(text, sizeof text, "%lld", (long long)mktime(&copy));

        write_text(writing, how, text, (size_t)length, AS_IS);
}

/* The ISO week, 1 to 53, and the year that it is of. */
static int iso_week(const struct tm *tm, long long *year)
{
        /* The Thursday of the week is in the year of the week. */
        long long thursday = tm->tm_yday - (long long)modulo(tm->tm_wday - 1LL, 7) + 3;

        *year = 1900LL + tm->tm_year;
        if (thursday < 0) {
                --*year;
                thursday += days_before(*year, 12);
        } else if (thursday >= days_before(*year, 12)) {
                thursday -= days_before(*year, 12);
                ++*year;
        }
        return (int)(thursday / 7 + 1);
}

static bool write_date(struct writing *writing, const struct conversion *how, char conversion)
{
        const struct tm *tm = writing->tm;
        long long year = 1900LL + tm->tm_year, week_year;

        switch (conversion) {
        case 'a':
                write_name(writing, how, SHORT_DAYS, tm->tm_wday, 7);
                return true;
        case 'A':
                write_name(writing, how, DAYS, tm->tm_wday, 7);
                return true;
        case 'b':
        case 'h':
                write_name(writing, how, SHORT_MONTHS, tm->tm_mon, 12);
                return true;
        case 'B':
                write_name(writing, how, MONTHS, tm->tm_mon, 12);
                return true;
        case 'C':
                write_number(writing, how, quotient(year, 100), 1, '0');
                return true;
        case 'd':
                write_number(writing, how, tm->tm_mday, 2, '0');
                return true;
        case 'e':
                write_number(writing, how, tm->tm_mday, 2, '_');
                return true;
        case 'g':
                iso_week(tm, &week_year);
                write_number(writing, how, modulo(week_year, 100), 2, '0');
                return true;
        case 'G':
                iso_week(tm, &week_year);
                write_number(writing, how, week_year, 1, '0');
                return true;
        case 'j':
                write_number(writing, how, 1LL + tm->tm_yday, 3, '0');
                return true;
        case 'm':
                write_number(writing, how, 1LL + tm->tm_mon, 2, '0');
                return true;
        case 'u':
                write_number(writing, how, modulo(tm->tm_wday - 1LL, 7) + 1, 1, '0');
                return true;
        case 'U':
                write_number(writing, how, (tm->tm_yday - tm->tm_wday + 7LL) / 7, 2, '0');
                return true;
        case 'V':
                write_number(writing, how, iso_week(tm, &week_year), 2, '0');
                return true;
        case 'w':
                write_number(writing, how, tm->tm_wday, 1, '0');
                return true;
        case 'W':
                write_number(writing, how, (tm->tm_yday - (tm->tm_wday + 6LL) % 7 + 7) / 7, 2, '0');
                return true;
        case 'y':
                write_number(writing, how, modulo(year, 100), 2, '0');
                return true;
        case 'Y':
                write_number(writing, how, year, 1, '0');
                return true;
        default:
                return false;
        }
}

static bool write_time(struct writing *writing, const struct conversion *how, char conversion)
{
        const struct tm *tm = writing->tm;
        int hour = tm->tm_hour > 12 ? tm->tm_hour - 12 : tm->tm_hour == 0 ? 12 : tm->tm_hour;

        switch (conversion) {
        case 'H':
                write_number(writing, how, tm->tm_hour, 2, '0');
                return true;
        case 'I':
                write_number(writing, how, hour, 2, '0');
                return true;
        case 'k':
                write_number(writing, how, tm->tm_hour, 2, '_');
                return true;
        case 'l':
                write_number(writing, how, hour, 2, '_');
                return true;
        case 'M':
                write_number(writing, how, tm->tm_min, 2, '0');
                return true;
        case 'S':
                write_number(writing, how, tm->tm_sec, 2, '0');
                return true;
        case 'p':
                write_half_day(writing, how, false);
                return true;
        case 'P':
                write_half_day(writing, how, true);
                return true;
        case 's':
                write_epoch(writing, how);
                return true;
        case 'z':
                write_offset(writing, how);
                return true;
        case 'Z':
                write_zone(writing, how);
                return true;
        default:
                return false;
        }
}

/* Writes one conversion; false where there is none of that name. */
static bool write_conversion(struct writing *writing, const struct conversion *how, char conversion)
{
        switch (conversion) {
        case '%':
                write_byte(writing, how, '%');
                return true;
        case 'n':
                write_byte(writing, how, '\n');
                return true;
        case 't':
                write_byte(writing, how, '\t');
                return true;
        case 'c':
                write_locale_format(writing, how, D_T_FMT, "%a %b %e %H:%M:%S %Y");
                return true;
        case 'x':
                write_locale_format(writing, how, D_FMT, "%m/%d/%y");
                return true;
        case 'X':
                write_locale_format(writing, how, T_FMT, "%H:%M:%S");
                return true;
        case 'r':
                write_locale_format(writing, how, T_FMT_AMPM, "%I:%M:%S %p");
                return true;
        case 'D':
                write_composite(writing, how, "%m/%d/%y");
                return true;
        case 'F':
                write_composite(writing, how, "%Y-%m-%d");
                return true;
        case 'R':
                write_composite(writing, how, "%H:%M");
                return true;
        case 'T':
                write_composite(writing, how, "%H:%M:%S");
                return true;
        default:
                return write_date(writing, how, conversion) || write_time(writing, how, conversion);
        }
}

/* Whether a conversion may have the modifier E or O. */
static bool takes(char modifier, char conversion)
{
        static const char never_era[] = "aAbBdDeFgGhHIjklmMSUVwW", never_digits[] = "aAcDFxXY";

        return modifier == '\0' || !strchr(modifier == 'E' ? never_era : never_digits, conversion);
}

/* Reads flags, width and modifier of the conversion at `format`; the address of its letter. */
static const char *read_conversion(const char *format, struct conversion *how, char *modifier)
{
        for (;; format++) {
                if (*format == '_' || *format == '-' || *format == '0')
                        how->pad = *format;
                else if (*format == '^')
                        how->upper = true;
                else if (*format == '#')
                        how->change = true;
                else
                        break;
        }
        for (; isdigit((unsigned char)*format); format++) {
                /* Wider than anything that can be stored is wide enough. */
                if (how->width < 100000000)
                        how->width = how->width * 10 + (size_t)(*format - '0');
        }
        *modifier = *format == 'E' || *format == 'O' ? *format++ : '\0';
        return format;
}

static void write_format(struct writing *writing, const char *format, bool upper)
{
        while (*format) {
                struct conversion how = {.upper = upper};
                const char *begin = format++;
                char modifier;

                if (*begin != '%') {
                        put(writing, upper ? upper_case(*begin) : *begin);
                        continue;
                }
                format = read_conversion(format, &how, &modifier);
                if (*format && takes(modifier, *format) &&
                    write_conversion(writing, &how, *format)) {
                        format++;
                        continue;
                }
                if (how.change && (*format == 'b' || *format == 'h'))
                        how.upper = true;
                format += *format != '\0';
                write_text(writing, &how, begin, (size_t)(format - begin),
                           how.upper ? UPPER : AS_IS);
        }
}

/**
 * Writes what `format` makes of *tm into `room` of `size` bytes, with the names of a locale. The
 * length, without the NUL at its end; 0 where it does not fit, and then `room` is not to be used.
 */
size_t __lwb_strftime_l(char *restrict room, size_t size, const char *restrict format,
                        const struct tm *restrict tm, locale_t locale)
{
        struct writing writing = {.room = room, .size = size, .tm = tm, .locale = locale};

        write_format(&writing, format, false);
        if (writing.length >= size) {
                errno = ERANGE;
                return 0;
        }
        room[writing.length] = '\0';
        return writing.length;
}

/** The same with the names of the thread's locale. */
size_t __lwb_strftime(char *restrict room, size_t size, const char *restrict format,
                      const struct tm *restrict tm)
{
        return __lwb_strftime_l(room, size, format, tm, uselocale((locale_t)0));
}
