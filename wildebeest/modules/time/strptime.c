/*
 * glibc: strptime knows %z, %Z, %s, %k, %l, flags and %O; computes the day of the week, of the year
 * and of the month from each other. musl:  computes none of them before 1.2.6, has neither %z nor
 * %Z nor %s, and takes years with a sign. here:  as glibc; for a day beyond its year the month
 * stays within it. see:   strptime(3); GNU C Library manual, "Low-Level Time String Parsing".
 */
#include <ctype.h>
#include <errno.h>
#include <stdbool.h>
#include <string.h>
#include <time.h>

#include "calendar.h"
#include "names.h"

char *__lwb_strptime(const char *restrict text, const char *restrict format,
                     struct tm *restrict tm);
char *strptime_l(const char *restrict text, const char *restrict format, struct tm *restrict tm,
                 locale_t locale);

/* What has been read so far, besides the fields of *tm. */
struct reading {
        const char *text;
        struct tm *tm;
        locale_t locale;
        int century, week;
        bool twelve_hours, afternoon, in_century, era_named;
        bool have_wday, have_yday, have_month, have_mday, have_sunday_week, have_monday_week;
        bool want_days;
};

static bool read_format(struct reading *reading, const char *format);

static void skip_space(struct reading *reading)
{
        while (isspace((unsigned char)*reading->text))
                reading->text++;
}

/*
 * Reads a number of up to `digits` digits between `low` and `high`, blanks before it; it ends
 * before the digit that would make it too large.
 */
static bool read_number(struct reading *reading, int low, int high, int digits, int *value)
{
        const char *text = reading->text;
        int number = 0;

        while (*text == ' ')
                text++;
        if (!isdigit((unsigned char)*text))
                return false;
        do
                number = number * 10 + (*text++ - '0');
        while (--digits > 0 && number * 10 <= high && isdigit((unsigned char)*text));
        reading->text = text;
        *value = number;
        return number >= low && number <= high;
}

/* Reads a name in any case; false where the text does not begin with it. */
static bool read_text(struct reading *reading, const char *name)
{
        const char *text = reading->text;

        if (!*name)
                return false;
        for (; *name; name++, text++) {
                if (*name != *text &&
                    tolower((unsigned char)*name) != tolower((unsigned char)*text))
                        return false;
        }
        reading->text = text;
        return true;
}

/* Reads one of `count` names, which have a long and a short form. */
static bool read_name(struct reading *reading, enum names full, enum names abbreviated, int count,
                      int *which)
{
        const char *const *c_full = __lwb_time_c_names(full, reading->locale);
        const char *const *c_short = __lwb_time_c_names(abbreviated, reading->locale);

        for (int item = 0; item < count; item++) {
                if (read_text(reading,
                              c_full ? c_full[item]
                                     : locale_text(first_name(full) + item, reading->locale)) ||
                    read_text(reading, c_short ? c_short[item]
                                               : locale_text(first_name(abbreviated) + item,
                                                             reading->locale))) {
                        *which = item;
                        return true;
                }
        }
        return false;
}

/* Reads by a format of the locale, or by `otherwise` where it has none. */
static bool read_locale_format(struct reading *reading, nl_item item, const char *otherwise)
{
        const char *format = locale_text(item, reading->locale);

        return read_format(reading, *format ? format : otherwise);
}

/* Reads seconds since 1970 and what they are in local time. */
static bool read_epoch(struct reading *reading)
{
        time_t seconds = 0;

        if (!isdigit((unsigned char)*reading->text))
                return false;
        for (; isdigit((unsigned char)*reading->text); reading->text++) {
                if (__builtin_mul_overflow(seconds, (time_t)10, &seconds) ||
                    __builtin_add_overflow(seconds, (time_t)(*reading->text - '0'), &seconds)) {
                        errno = EOVERFLOW;
                        return false;
                }
        }
        return localtime_r(&seconds, reading->tm) != NULL;
}

/* Reads an offset from UTC: Z, +hh, +hhmm or +hh:mm. */
static bool read_offset(struct reading *reading)
{
        int digits = 0, number = 0;
        bool west;

        skip_space(reading);
        if (*reading->text == 'Z') {
                reading->text++;
                reading->tm->tm_gmtoff = 0;
                return true;
        }
        if (*reading->text != '+' && *reading->text != '-')
                return false;
        west = *reading->text++ == '-';
        while (digits < 4 && isdigit((unsigned char)*reading->text)) {
                number = number * 10 + (*reading->text++ - '0');
                digits++;
                if (digits == 2 && *reading->text == ':' &&
                    isdigit((unsigned char)reading->text[1]))
                        reading->text++;
        }
        if (digits == 2)
                number *= 100;
        else if (digits != 4 || number % 100 >= 60)
                return false;
        reading->tm->tm_gmtoff = number / 100 * 3600L + number % 100 * 60L;
        if (west)
                reading->tm->tm_gmtoff = -reading->tm->tm_gmtoff;
        return true;
}

/* Reads AM or PM. */
static bool read_half_day(struct reading *reading)
{
        int half;

        if (!read_name(reading, HALF_DAYS, HALF_DAYS, 2, &half))
                return false;
        reading->afternoon = half == 1;
        return true;
}

static bool read_year_in_century(struct reading *reading)
{
        int year;

        if (!read_number(reading, 0, 99, 2, &year))
                return false;
        reading->tm->tm_year = year >= 69 ? year : year + 100;
        reading->in_century = true;
        reading->want_days = true;
        return true;
}

static bool read_year(struct reading *reading)
{
        int year;

        if (!read_number(reading, 0, 9999, 4, &year))
                return false;
        reading->tm->tm_year = year - 1900;
        reading->in_century = false;
        reading->want_days = true;
        return true;
}

/* A number that is stored, less `bias`. */
static bool read_field(struct reading *reading, int low, int high, int bias, int *field)
{
        int value;

        if (!read_number(reading, low, high, high > 99 ? 3 : 2, &value))
                return false;
        *field = value - bias;
        return true;
}

static bool is_of_date(char conversion)
{
        switch (conversion) {
        case 'H':
        case 'k':
        case 'I':
        case 'l':
        case 'M':
        case 'S':
        case 'p':
        case 's':
        case 'z':
        case 'Z':
                return false;
        default:
                return true;
        }
}

/* Conversions of the calendar; false when the text does not fit or there is none of that name. */
static bool read_date(struct reading *reading, char conversion)
{
        struct tm *tm = reading->tm;
        int unused;

        switch (conversion) {
        case 'a':
        case 'A':
                reading->have_wday = true;
                return read_name(reading, DAYS, SHORT_DAYS, 7, &tm->tm_wday);
        case 'b':
        case 'B':
        case 'h':
                reading->have_month = reading->want_days = true;
                return read_name(reading, MONTHS, SHORT_MONTHS, 12, &tm->tm_mon);
        case 'C':
                reading->want_days = true;
                return read_number(reading, 0, 99, 2, &reading->century);
        case 'd':
        case 'e':
                reading->have_mday = reading->want_days = true;
                return read_field(reading, 1, 31, 0, &tm->tm_mday);
        case 'm':
                reading->have_month = reading->want_days = true;
                return read_field(reading, 1, 12, 1, &tm->tm_mon);
        case 'j':
                reading->have_yday = true;
                return read_field(reading, 1, 366, 1, &tm->tm_yday);
        case 'y':
                return read_year_in_century(reading);
        case 'Y':
                return read_year(reading);
        case 'u':
                reading->have_wday = true;
                if (!read_number(reading, 1, 7, 1, &tm->tm_wday))
                        return false;
                tm->tm_wday %= 7;
                return true;
        case 'w':
                reading->have_wday = true;
                return read_number(reading, 0, 6, 1, &tm->tm_wday);
        case 'U':
                reading->have_sunday_week = true;
                return read_number(reading, 0, 53, 2, &reading->week);
        case 'W':
                reading->have_monday_week = true;
                return read_number(reading, 0, 53, 2, &reading->week);
        /* The ISO year and week are read and not used. */
        case 'V':
                return read_number(reading, 0, 53, 2, &unused);
        case 'g':
                return read_number(reading, 0, 99, 2, &unused);
        case 'G':
                if (!isdigit((unsigned char)*reading->text))
                        return false;
                while (isdigit((unsigned char)*reading->text))
                        reading->text++;
                return true;
        default:
                return false;
        }
}

/* Conversions of the time of day and of the zone; false when the text does not fit or there is none
 * of that name. */
static bool read_time(struct reading *reading, char conversion)
{
        struct tm *tm = reading->tm;

        switch (conversion) {
        case 'H':
        case 'k':
                reading->twelve_hours = false;
                return read_field(reading, 0, 23, 0, &tm->tm_hour);
        case 'I':
        case 'l':
                reading->twelve_hours = true;
                if (!read_field(reading, 1, 12, 0, &tm->tm_hour))
                        return false;
                tm->tm_hour %= 12;
                return true;
        case 'M':
                return read_field(reading, 0, 59, 0, &tm->tm_min);
        case 'S':
                return read_field(reading, 0, 61, 0, &tm->tm_sec);
        case 'p':
                return read_half_day(reading);
        case 's':
                return read_epoch(reading);
        case 'z':
                return read_offset(reading);
        case 'Z':
                skip_space(reading);
                while (*reading->text && !isspace((unsigned char)*reading->text))
                        reading->text++;
                return true;
        default:
                return false;
        }
}

static bool read_conversion(struct reading *reading, char conversion)
{
        switch (conversion) {
        case '\0':
                return false;
        case '%':
                return *reading->text++ == '%';
        case 'n':
        case 't':
                skip_space(reading);
                return true;
        case 'c':
                return read_locale_format(reading, D_T_FMT, "%a %b %e %H:%M:%S %Y");
        case 'x':
                return read_locale_format(reading, D_FMT, "%m/%d/%y");
        case 'X':
                return read_locale_format(reading, T_FMT, "%H:%M:%S");
        case 'r':
                return read_locale_format(reading, T_FMT_AMPM, "%I:%M:%S %p");
        case 'D':
                return read_format(reading, "%m/%d/%y");
        case 'F':
                return read_format(reading, "%Y-%m-%d");
        case 'R':
                return read_format(reading, "%H:%M");
        case 'T':
                return read_format(reading, "%H:%M:%S");
        default:
                return is_of_date(conversion) ? read_date(reading, conversion)
                                              : read_time(reading, conversion);
        }
}

/*
 * The modifier E, of eras, which no locale here has: %Ey counts years in one, and needs its name
 * before it. glibc fails only at the end.
 */
static bool read_era_conversion(struct reading *reading, char conversion)
{
        if (!conversion || !strchr("cCyYxX", conversion))
                return false;
        if (conversion == 'C' || conversion == 'Y')
                reading->era_named = true;
        return (conversion != 'y' || reading->era_named) && read_conversion(reading, conversion);
}

static bool read_format(struct reading *reading, const char *format)
{
        for (; *format; format++) {
                bool read;

                if (isspace((unsigned char)*format)) {
                        skip_space(reading);
                        continue;
                }
                if (*format != '%') {
                        if (*format != *reading->text)
                                return false;
                        reading->text++;
                        continue;
                }
                format++;
                /* The flags of strftime and a width mean nothing. */
                while (*format == '-' || *format == '_' || *format == '^' || *format == '#' ||
                       isdigit((unsigned char)*format))
                        format++;
                if (*format == 'E')
                        read = read_era_conversion(reading, *++format);
                else if (*format == 'O')
                        read = *++format && strchr("bBdehHImMSUVwWy", *format) &&
                               read_conversion(reading, *format);
                else
                        read = read_conversion(reading, *format);
                if (!read)
                        return false;
        }
        return true;
}

/* The month and its day, those of them that were not read, from the day of the year. */
static void set_month(const struct reading *reading)
{
        struct tm *tm = reading->tm;
        long long year = 1900LL + tm->tm_year;
        int month = 0;

        while (month < 11 && days_before(year, month + 1) <= tm->tm_yday)
                month++;
        if (!reading->have_month)
                tm->tm_mon = month;
        if (!reading->have_mday)
                tm->tm_mday = tm->tm_yday - days_before(year, month) + 1;
}

/* The day of the year from a week and the day in it. */
static int day_of_week(const struct reading *reading)
{
        int first = weekday_of(1900LL + reading->tm->tm_year, 0);
        int begin = reading->have_sunday_week ? 0 : 1;

        return (7 - (first - begin)) % 7 + (reading->week - 1) * 7 +
               (reading->tm->tm_wday - begin + 7) % 7;
}

/* Computes what was not read from what was. */
static void complete(const struct reading *reading)
{
        struct tm *tm = reading->tm;
        long long year;

        if (reading->twelve_hours && reading->afternoon)
                tm->tm_hour += 12;
        if (reading->century >= 0)
                tm->tm_year =
                    (reading->in_century ? tm->tm_year % 100 : 0) + (reading->century - 19) * 100;
        year = 1900LL + tm->tm_year;
        if (reading->want_days && !reading->have_wday) {
                if (!(reading->have_month && reading->have_mday) && reading->have_yday)
                        set_month(reading);
                /* The month may be what the caller had there. */
                if (tm->tm_mon >= 0 && tm->tm_mon < 12)
                        tm->tm_wday = weekday_of(year, (long long)days_before(year, tm->tm_mon) +
                                                           tm->tm_mday - 1);
        }
        if (reading->want_days && !reading->have_yday && tm->tm_mon >= 0 && tm->tm_mon < 12)
                tm->tm_yday = days_before(year, tm->tm_mon) + tm->tm_mday - 1;
        if ((reading->have_sunday_week || reading->have_monday_week) && reading->have_wday) {
                if (!reading->have_yday)
                        tm->tm_yday = day_of_week(reading);
                set_month(reading);
        }
}

/**
 * Reads `text` as `format` says, with the names of a locale. Fields of *tm that it says nothing of
 * stay as they were. Where the text goes on, or NULL where it does not fit; then *tm has what was
 * read before.
 */
char *strptime_l(const char *restrict text, const char *restrict format, struct tm *restrict tm,
                 locale_t locale)
{
        struct reading reading = {.text = text, .tm = tm, .locale = locale, .century = -1};

        if (!read_format(&reading, format))
                return NULL;
        complete(&reading);
        return (char *)reading.text;
}

/** The same with the names of the thread's locale. */
char *__lwb_strptime(const char *restrict text, const char *restrict format, struct tm *restrict tm)
{
        return strptime_l(text, format, tm, uselocale((locale_t)0));
}
