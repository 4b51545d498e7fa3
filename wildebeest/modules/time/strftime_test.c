/* strftime, against what glibc makes of the same 100,000 random formats and times. */
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "random_cases.h"
#include "recorded_strftime.h"
#include "tap.h"

enum { BLOCKS = 100, BLOCK = 1000 };

static int in_range(struct random_source *source, int low, int high)
{
        return low + (int)draw(source, (uint32_t)(high - low + 1));
}

static void make_case(unsigned int number, char *format, struct tm *tm)
{
        static const char *const zones[] = {"UTC", "CET", "", NULL, "<+0330>"};
        struct random_source source = {number};
        int parts = in_range(&source, 1, 5);

        *format = '\0';
        for (int part = 0; part < parts; part++) {
                int flags = in_range(&source, 0, 2) ? 0 : in_range(&source, 1, 2),
                    width = in_range(&source, 0, 14);
                int modifier = in_range(&source, 0, 9);
                char *end = format + strlen(format);

                *end++ = '%';
                while (flags-- > 0)
                        *end++ = one_of(&source, "_-0^#");
                *end = '\0';
                if (width < 8)
                        end += sprintf(end, "%d", width);
                if (modifier < 2)
                        *end++ = modifier ? 'E' : 'O';
                *end++ = one_of(&source, "aAbBcCdDeFgGhHIjklmMnNpPqrRsStTuUvVwWxXyYzZ+%fiJKLoQ");
                if (in_range(&source, 0, 2) == 0)
                        *end++ = one_of(&source, "- :/xY");
                *end = '\0';
        }
        memset(tm, 0, sizeof *tm);
        tm->tm_sec = in_range(&source, 0, 60);
        tm->tm_min = in_range(&source, 0, 59);
        tm->tm_hour = in_range(&source, 0, 23);
        tm->tm_mday = in_range(&source, 1, 31);
        tm->tm_mon = in_range(&source, 0, 11);
        tm->tm_year =
            in_range(&source, 0, 3) ? in_range(&source, 0, 200) : in_range(&source, -4000, 9000);
        tm->tm_wday = in_range(&source, 0, 6);
        tm->tm_yday = in_range(&source, 0, 364);
        tm->tm_isdst = in_range(&source, 0, 5) ? 0 : -1;
        tm->tm_gmtoff = in_range(&source, -840, 840) * 60L;
        tm->tm_zone = zones[in_range(&source, 0, 4)];
}

static void describe(unsigned int number, char *result, size_t size)
{
        char format[128], text[512];
        size_t length;
        struct tm tm;

        make_case(number, format, &tm);
        length = strftime(text, sizeof text, format, &tm);
        text[length] = '\0';
        snprintf(result, size, "\"%s\" %d-%d-%d %d %d %d:%d:%d %d: %zu \"%s\"\n", format,
                 tm.tm_year, tm.tm_mon, tm.tm_mday, tm.tm_wday, tm.tm_yday, tm.tm_hour, tm.tm_min,
                 tm.tm_sec, tm.tm_isdst, length, text);
}

static uint64_t block(unsigned int which, int print)
{
        uint64_t hash = DIGEST_BEGIN;
        char result[1024];

        for (unsigned int number = which * BLOCK; number < (which + 1) * BLOCK; number++) {
                describe(number, result, sizeof result);
                if (print)
                        fputs(result, stdout);
                hash = digest(hash, result);
        }
        return hash;
}

static void room(void)
{
        struct tm tm = {.tm_year = 106, .tm_mday = 2, .tm_wday = 1, .tm_yday = 1, .tm_hour = 15};
        char text[32] = "xxxxxxxxxxxxxxxxxxxx";

        is_int(strftime(text, 11, "%F", &tm), 10, "strftime: room for all and its end");
        is_str(text, "2006-01-02", "strftime: a date");
        is_int(strftime(text, 10, "%F", &tm), 0, "strftime: no room for its end");
        is_int(strftime(text, 5, "%40F", &tm), 0, "strftime: no room for the padding");
        is_int(strftime(text, sizeof text, "%999999999999d", &tm), 0,
               "strftime: a width of any size");
        is_int(strftime(text, sizeof text, "", &tm), 0, "strftime: nothing");
        is_str(text, "", "strftime: the end of nothing");
        is_int(strftime_l(text, sizeof text, "%-d %^B %P", &tm,
                          newlocale(LC_ALL_MASK, "C", (locale_t)0)),
               12, "strftime_l: length");
        is_str(text, "2 JANUARY pm", "strftime_l: text");
}

/* `strftime_test BLOCK` prints that block; `strftime_test record` the digests of all, to be made on
 * glibc. */
int main(int count, char **arguments)
{
        setenv("TZ", "UTC0", 1);
        tzset();
        if (count > 1 && strcmp(arguments[1], "record") != 0) {
                block((unsigned int)atoi(arguments[1]), 1);
                return 0;
        }
        if (count > 1) {
                for (unsigned int which = 0; which < BLOCKS; which++)
                        printf("    0x%016llx,\n", (unsigned long long)block(which, 0));
                return 0;
        }
        room();
        for (unsigned int which = 0; which < BLOCKS; which += 10) {
                int wrong = 0;

                for (unsigned int one = which; one < which + 10; one++) {
                        if (block(one, 0) == recorded_strftime[one])
                                continue;
                        note("block %u differs", one);
                        wrong++;
                }
                is_int(wrong, 0, "strftime: cases %u to %u", which * BLOCK,
                       (which + 10) * BLOCK - 1);
        }
        return done_testing();
}
