/* iconv, against what glibc makes of the same 100,000 random texts, cut at random places. */
#include <errno.h>
#include <iconv.h>
#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../time/random_cases.h"
#include "recorded_iconv.h"
#include "tap.h"

enum { BLOCKS = 100, BLOCK = 1000, TEXT_SIZE = 400, POINTS = 32 };

/* Charsets for which musl and glibc have the same characters. */
static const char *const charsets[] = {
    "UTF-8",        "UTF-16LE",     "UTF-16BE",   "UTF-32LE",   "UTF-32BE",
    "ASCII",        "ISO-8859-1",   "ISO-8859-2", "ISO-8859-5", "ISO-8859-15",
    "WINDOWS-1252", "WINDOWS-1251", "KOI8-R",
};
enum { CHARSETS = sizeof charsets / sizeof *charsets };
enum { UTF_8, UTF_16LE, UTF_16BE, UTF_32LE, UTF_32BE };

static const char *const suffixes[] = {
    "", "//TRANSLIT", "//IGNORE", "//TRANSLIT//IGNORE", "//ignore,translit", "//NONE",
};

enum { SUFFIXES = sizeof suffixes / sizeof *suffixes };

/* Characters for which something stands, and others. */
static const struct {
        uint32_t first, last;
} ranges[] = {
    {0x20, 0x7e},       {0x20, 0x7e},     {0xa0, 0x17f},    {0x300, 0x36f},   {0x410, 0x44f},
    {0x1e00, 0x1e99},   {0x1e9e, 0x1eff}, {0x2013, 0x2015}, {0x2018, 0x2026}, {0x20ac, 0x20ac},
    {0x2122, 0x2122},   {0x2150, 0x217f}, {0x2460, 0x24e9}, {0x4e00, 0x4fff}, {0xff01, 0xff5e},
    {0xfb00, 0xfb04},   {0x3371, 0x3376}, {0xe000, 0xe010}, {0xfffd, 0xfffd}, {0x1d400, 0x1d454},
    {0x1f600, 0x1f640},
};

static size_t put_utf8(uint32_t point, char *at)
{
        size_t more = point < 0x80 ? 0 : point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
        static const unsigned char leads[] = {0, 0xc0, 0xe0, 0xf0};

        at[0] = (char)(leads[more] | point >> 6 * more);
        for (size_t which = 1; which <= more; which++)
                at[which] = (char)(0x80 | (point >> 6 * (more - which) & 0x3f));
        return more + 1;
}

static size_t put_number(uint32_t number, size_t bytes, bool big, char *at)
{
        for (size_t which = 0; which < bytes; which++)
                at[which] = (char)(number >> 8 * (big ? bytes - 1 - which : which));
        return bytes;
}

static size_t put_utf16(uint32_t point, bool big, char *at)
{
        if (point < 0x10000)
                return put_number(point, 2, big, at);
        put_number(0xd7c0 + (point >> 10), 2, big, at);
        put_number(0xdc00 + (point & 0x3ff), 2, big, at + 2);
        return 4;
}

/*
 * A character in the charset; one that is none now and then, and surrogates. In UTF-8 without
 * these, and without F0: glibc waits for a third byte of what can be none, musl does not.
 */
static size_t put(struct random_source *source, uint32_t charset, bool wild, char *at)
{
        static const char odd[] = "\xff\xfe\x80\xbf\xc0\xc1\xa0\xe2\xc3\xc2";
        uint32_t range = draw(source, sizeof ranges / sizeof *ranges);
        uint32_t point =
            ranges[range].first + draw(source, ranges[range].last - ranges[range].first + 1);
        bool strange = wild && draw(source, 8) == 0;

        switch (charset) {
        case UTF_8:
                if (!strange)
                        return put_utf8(point, at);
                *at = odd[draw(source, sizeof odd - 1)];
                return 1;
        case UTF_16LE:
        case UTF_16BE:
                if (strange)
                        point = 0xd800 + draw(source, 0x800);
                return put_utf16(point, charset == UTF_16BE, at);
        case UTF_32LE:
        case UTF_32BE:
                if (strange)
                        point = draw(source, 2) ? 0xd800 + draw(source, 0x800)
                                                : 0x110000 + draw(source, 0x1000);
                return put_number(point, 4, charset == UTF_32BE, at);
        default:
                *at = (char)draw(source, draw(source, 2) ? 256 : 128);
                /* In KOI8-R a dot for which glibc has nothing. */
                if (*at == '\x95')
                        *at = ' ';
                return 1;
        }
}

struct conversion {
        uint32_t to, from, suffix;
        char text[TEXT_SIZE];
        /* The least bytes of a character of `from`. */
        size_t unit, length;
};

static void make_case(struct random_source *source, struct conversion *conversion)
{
        uint32_t to = draw(source, CHARSETS);
        uint32_t from = draw(source, 2) ? UTF_8 : draw(source, CHARSETS);
        uint32_t points = draw(source, POINTS);
        bool wild = draw(source, 2);

        conversion->to = to;
        conversion->from = from;
        conversion->suffix = draw(source, SUFFIXES);
        conversion->unit = from == UTF_8 || from > UTF_32BE ? 1 : from >= UTF_32LE ? 4 : 2;
        conversion->length = 0;
        while (points--)
                conversion->length +=
                    put(source, from, wild, conversion->text + conversion->length);
}

/* The conversion, in its first state; each is opened once. */
static iconv_t conversion_of(const struct conversion *conversion)
{
        static iconv_t opened[CHARSETS][CHARSETS][SUFFIXES];
        iconv_t *cd = &opened[conversion->to][conversion->from][conversion->suffix];
        char to[64];

        if (*cd == (iconv_t)-1)
                return *cd;
        if (*cd) {
                iconv(*cd, NULL, NULL, NULL, NULL);
                return *cd;
        }
        snprintf(to, sizeof to, "%s%s", charsets[conversion->to], suffixes[conversion->suffix]);
        *cd = iconv_open(to, charsets[conversion->from]);
        return *cd;
}

/* Converts piece by piece, and says what each call did. */
static void describe(uint32_t number, char *result, size_t size)
{
        struct random_source source = {number};
        struct conversion conversion;
        bool whole;
        size_t begin = 0, end = 0, used;
        iconv_t cd;

        make_case(&source, &conversion);
        used = (size_t)snprintf(result, size, "%u %s%s <- %s:", number, charsets[conversion.to],
                                suffixes[conversion.suffix], charsets[conversion.from]);
        cd = conversion_of(&conversion);
        if (cd == (iconv_t)-1) {
                snprintf(result + used, size - used, " none\n");
                return;
        }
        whole = draw(&source, 3) == 0;
        for (int calls = 0; begin < conversion.length && calls < 300; calls++) {
                char room[TEXT_SIZE * 8], *in = conversion.text + begin, *out = room;
                size_t out_left = whole ? sizeof room : draw(&source, 24), left, status;

                if (end < conversion.length && draw(&source, 4))
                        end += draw(&source, 16);
                if (whole || end > conversion.length)
                        end = conversion.length;
                if (end < begin)
                        end = begin;
                left = end - begin;
                errno = 0;
                status = iconv(cd, &in, &left, &out, &out_left);
                used += (size_t)snprintf(result + used, size - used, " %ld,%d,%d,%d", (long)status,
                                         status == (size_t)-1 ? errno : 0,
                                         (int)(in - conversion.text), (int)(out - room));
                for (const char *at = room; at < out; at++)
                        used += (size_t)snprintf(result + used, size - used, "%c%02x",
                                                 at == room ? ':' : ' ', (unsigned char)*at);
                require(in + left == conversion.text + end && used < size - 64);
                begin = (size_t)(in - conversion.text);
                if (status == (size_t)-1 && errno == EILSEQ && begin < conversion.length)
                        begin += conversion.unit;
                else if (status == (size_t)-1 && errno == EINVAL && end == conversion.length)
                        break;
        }
        snprintf(result + used, size - used, "\n");
}

static uint64_t block(uint32_t which, bool print)
{
        static char result[100000];
        uint64_t hash = DIGEST_BEGIN;

        for (uint32_t number = which * BLOCK; number < (which + 1) * BLOCK; number++) {
                describe(number, result, sizeof result);
                if (print)
                        fputs(result, stdout);
                hash = digest(hash, result);
        }
        return hash;
}

/* `iconv_random_test BLOCK` prints that block; `iconv_random_test record` the digests of all, to
 * be made on glibc. */
int main(int count, char **arguments)
{
        const char *emulator = getenv("WILDEBEEST_EMULATOR");
        bool slow = emulator && *emulator;

        require(setlocale(LC_ALL, "C.UTF-8"));
        if (count > 1 && strcmp(arguments[1], "record") != 0) {
                block((uint32_t)atoi(arguments[1]), true);
                return 0;
        }
        if (count > 1) {
                for (uint32_t which = 0; which < BLOCKS; which++)
                        printf("    0x%016llx,\n", (unsigned long long)block(which, false));
                return 0;
        }
        note("case N is of seed N: `iconv_random_test N/1000` prints it");
        for (uint32_t which = 0; which < BLOCKS; which += 10) {
                int wrong = 0;

                for (uint32_t one = which; one < which + 10; one++) {
                        if (!in_sample(one) || (slow && one % 10) ||
                            block(one, false) == recorded_iconv[one])
                                continue;
                        note("block %u differs", (unsigned int)one);
                        wrong++;
                }
                is_int(wrong, 0, "iconv: cases %u to %u", (unsigned int)which * BLOCK,
                       (unsigned int)(which + 10) * BLOCK - 1);
        }
        return done_testing();
}
