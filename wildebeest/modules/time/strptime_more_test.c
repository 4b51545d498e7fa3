/* strptime and strptime_l: what random texts do not show. */
#include <errno.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "tap.h"

/* The bytes that are read, -1 for none. */
static int parse(const char *text, const char *format, struct tm *tm)
{
        const char *end;

        memset(tm, 0, sizeof *tm);
        tm->tm_mday = 1;
        end = strptime(text, format, tm);
        return end ? (int)(end - text) : -1;
}

int main(void)
{
        static const char *const bad[][2] = {
            {"%Y", "-1"},
            {"%d", "32"},
            {"%d", "0"},
            {"%H", "24"},
            {"%I", "0"},
            {"%m", "13"},
            {"%S", "62"},
            {"%j", "367"},
            {"%U", "54"},
            {"%z", "+1"},
            {"%z", "+1460"},
            {"%z", "UTC"},
            {"%z", "z"},
            {"%s", "-1"},
            {"%s", " 5"},
            {"%P", "am"},
            {"%v", "1-Jan-2000"},
            {"%+", "x"},
            {"%E", "x"},
            {"%", "x"},
            {"%Ey", "05"},
            {"%Ed", "5"},
            {"%Oj", "5"},
            {"%q", "q"},
            {"%F", "-2024-02-29"},
            {"a b", "axb"},
            {"%H:%M", "12-30"},
            {"%p", "xm"},
            {"%s", "99999999999999999999999"},
        };
        locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0);
        struct tm tm;

        require(c);
        setenv("TZ", "UTC0", 1);
        tzset();
        for (size_t which = 0; which < sizeof bad / sizeof *bad; which++)
                is_int(parse(bad[which][1], bad[which][0], &tm), -1, "strptime: \"%s\" is no %s",
                       bad[which][1], bad[which][0]);

        is_int(parse("2024-02-29 Thu", "%F %a", &tm), 14, "strptime: a leap day");
        ok(tm.tm_yday == 59 && tm.tm_wday == 4 && tm.tm_mon == 1 && tm.tm_mday == 29,
           "strptime: its day of the year");
        is_int(parse("2024 60", "%Y %j", &tm), 7, "strptime: a day of the year");
        ok(tm.tm_mon == 1 && tm.tm_mday == 29 && tm.tm_wday == 4, "strptime: its month and day");
        is_int(parse("1000000000", "%s", &tm), 10, "strptime: seconds since 1970");
        ok(tm.tm_year == 101 && tm.tm_mon == 8 && tm.tm_mday == 9 && tm.tm_hour == 1 &&
               tm.tm_min == 46 && tm.tm_sec == 40,
           "strptime: their date");
        is_int(parse("12:00:00 +0530", "%T %z", &tm), 14, "strptime: an offset from UTC");
        is_int(tm.tm_gmtoff, 19800, "strptime: its seconds");
        is_int(parse("10:11:12 EST5EDT x", "%T %Z", &tm), 16, "strptime: a zone is read over");
        is_int(parse("2033", "%C%y", &tm), 4, "strptime: a century and its year");
        is_int(tm.tm_year, 133, "strptime: their year");
        ok(strptime_l("Tue Mar 05", "%a %b %d", &tm, c) != NULL && tm.tm_mon == 2 &&
               tm.tm_mday == 5,
           "strptime_l: names of C");
        ok(strptime_l("Marx", "%d", &tm, c) == NULL, "strptime_l: NULL");
        freelocale(c);
        return done_testing();
}
