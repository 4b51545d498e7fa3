/* iconv_open, iconv and iconv_close: what random texts do not show. */
#include <errno.h>
#include <iconv.h>
#include <locale.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "oom.h"
#include "tap.h"

static const iconv_t none = (iconv_t)-1;

/* A text of one conversion, what it gives, and the bytes that are read and written. */
struct one {
        const char *to, *from, *in, *out;
        size_t room;
        long status;
        int error;
        size_t used;
};

static const struct one ones[] = {
    /* Names and what stands behind them. */
    {"ASCII//TRANSLIT", "UTF-8", "\u20ac", "EUR", 9, 1, 0, 3},
    {"ascii//translit", "utf-8", "\u20ac", "EUR", 9, 1, 0, 3},
    {"ASCII///TRANSLIT", "UTF-8", "\u20ac", "EUR", 9, 1, 0, 3},
    {"ASCII//TRANSLIT//", "UTF-8", "\u20ac", "EUR", 9, 1, 0, 3},
    {"ASCII//,,TRANSLIT,", "UTF-8", "\u20ac", "EUR", 9, 1, 0, 3},
    {"ASCII//NONE/TRANSLIT", "UTF-8", "\u20ac", "EUR", 9, 1, 0, 3},
    {"ASCII//IGNORE,TRANSLIT", "UTF-8", "\u20ac\u4e00", "EUR?", 9, 2, 0, 6},
    {"ASCII//IGNORE", "UTF-8", "a\u20acb", "ab", 9, -1, EILSEQ, 5},
    {"ASCII//IGNORE//", "UTF-8", "a\u20acb", "ab", 9, -1, EILSEQ, 5},
    {"ASCII", "UTF-8", "a\u20acb", "a", 9, -1, EILSEQ, 1},
    {"ASCII/", "UTF-8", "a\u20acb", "a", 9, -1, EILSEQ, 1},
    {"ASCII//", "UTF-8", "a\u20acb", "a", 9, -1, EILSEQ, 1},
    {"ASCII//TRANSLITX", "UTF-8", "a\u20acb", "a", 9, -1, EILSEQ, 1},
    {"ASCII//TRANS", "UTF-8", "a\u20acb", "a", 9, -1, EILSEQ, 1},
    {"ASCII// TRANSLIT", "UTF-8", "a\u20acb", "a", 9, -1, EILSEQ, 1},
    {"ASCII", "UTF-8//TRANSLIT", "a\u20acb", "a", 9, -1, EILSEQ, 1},
    {"ASCII", "UTF-8//IGNORE", "a\u20acb", "a", 9, -1, EILSEQ, 1},
    {"", "UTF-8", "a\u20acb", "a\u20acb", 9, 0, 0, 5},
    {"//TRANSLIT", "", "a\u20acb", "a\u20acb", 9, 0, 0, 5},
    /* No room. */
    {"ASCII//TRANSLIT", "UTF-8", "a\u20ac", "a", 3, -1, E2BIG, 1},
    {"ASCII//TRANSLIT", "UTF-8", "a\u20ac", "aEUR", 4, 1, 0, 4},
    {"ASCII//TRANSLIT", "UTF-8", "\u0301", "", 0, -1, E2BIG, 0},
    {"ASCII//TRANSLIT", "UTF-8", "\u0301", "", 1, 1, 0, 2},
    {"ASCII", "UTF-8", "ab\u20ac", "ab", 2, -1, E2BIG, 2},
    {"ASCII", "UTF-8", "ab\xff", "ab", 2, -1, EILSEQ, 2},
    {"ASCII", "UTF-8", "ab\xe2\x82", "ab", 2, -1, EINVAL, 2},
    {"ASCII//IGNORE", "UTF-8", "ab\xff", "ab", 2, -1, EILSEQ, 3},
    {"ASCII//IGNORE", "UTF-8",
     "ab\xff"
     "c",
     "ab", 2, -1, E2BIG, 2},
    {"ASCII//IGNORE", "UTF-8", "a\u20ac", "a", 1, -1, E2BIG, 1},
    {"ASCII//IGNORE", "UTF-8",
     "a\u20ac\u4e00"
     "bc",
     "ab", 2, -1, E2BIG, 8},
    {"UTF-16LE", "UTF-8", "\U0001f600z", "=\xd8", 3, -1, E2BIG, 0},
    /* What is no text. */
    {"UTF-8//IGNORE", "UTF-8",
     "a\xed\xa0\x80"
     "b",
     "ab", 9, -1, EILSEQ, 5},
    {"UTF-8//IGNORE", "UTF-8", "a\xff\xfe\xe2", "a", 9, -1, EINVAL, 3},
    {"ASCII//IGNORE", "UTF-8", "a\u20ac\xe2", "a", 9, -1, EILSEQ, 4},
    {"ASCII//TRANSLIT//IGNORE", "UTF-8", "\u00e4\xff", "a", 9, 1, 0, 3},
    {"ASCII//TRANSLIT", "UTF-8", "\u00e4\xff", "a", 9, -1, EILSEQ, 2},
    {"UTF-8//IGNORE", "EUC-JP",
     "a\xa4\xff\xa4\xa2"
     "b",
     "a\u3042b", 9, -1, EILSEQ, 6},
    /* What stands for others. */
    {"ASCII//TRANSLIT", "UTF-8", "\u00c4\u00d6\u00dc\u00df\u00e6\u00f8\u0142", "AOUssaeol", 20, 7,
     0, 14},
    {"ASCII//TRANSLIT", "UTF-8", "\u00ab\u201c\u201d\u2018\u2019\u2026\u2013\u2014\u00bb",
     "<<\"\"''...--->>", 20, 9, 0, 25},
    {"ASCII//TRANSLIT", "UTF-8", "\u00a9\u00ae\u2122\u00bd\u2460\u2167", "(C)(R)(TM) 1/2 (1)VIII",
     30, 6, 0, 15},
    {"ASCII//TRANSLIT", "UTF-8", "e\u0301\u1ed9\ufb03\uff21\U0001d400", "eoffiAA", 20, 5, 0, 16},
    {"ASCII//TRANSLIT", "UTF-8", "\u33a5\u33a8\u2260\u2264", "m^3m/s^2!=<=", 20, 4, 0, 12},
    {"ISO-8859-1//TRANSLIT", "UTF-8", "\u01fd\u1ed9\u33a5", "\xe6om\xb3", 20, 3, 0, 8},
    {"KOI8-R//TRANSLIT", "UTF-8", "\u04d0\u20bd", "\xe1\xd2\xd5\xc2", 20, 2, 0, 5},
    {"ASCII//TRANSLIT", "UTF-8", "\u4e00\U0001f600\ufffd", "???", 20, 3, 0, 10},
    {"ASCII//TRANSLIT", "KOI8-R", "\xc1", "?", 20, 1, 0, 1},
};

static void check_one(const struct one *one)
{
        iconv_t cd = iconv_open(one->to, one->from);
        char room[64], *in = (char *)one->in, *out = room;
        size_t left = strlen(one->in), space = one->room;
        size_t length = strcmp(one->to, "UTF-16LE") ? strlen(one->out) : 0;
        long status;

        if (!ok(cd != none, "iconv_open: %s, case %d", one->to, (int)(one - ones)))
                return;
        errno = 0;
        status = (long)iconv(cd, &in, &left, &out, &space);
        ok(status == one->status && (status >= 0 || errno == one->error),
           "iconv: %s of %s, case %d, status", one->to, one->from, (int)(one - ones));
        ok(in == one->in + one->used && left == strlen(one->in) - one->used,
           "iconv: %s of %s, case %d, input", one->to, one->from, (int)(one - ones));
        ok(out == room + length && space == one->room - length && !memcmp(room, one->out, length),
           "iconv: %s of %s, case %d, output", one->to, one->from, (int)(one - ones));
        is_int(iconv_close(cd), 0, "iconv_close: case %d", (int)(one - ones));
}

static void refuse(const char *to, const char *from)
{
        errno = 0;
        ok(iconv_open(to, from) == none && errno == EINVAL, "iconv_open: \"%s\" of \"%s\" is none",
           to, from);
}

/* A text as long as several blocks, with what must be replaced now and then, whole and in parts. */
static void check_long(size_t every)
{
        enum { COUNT = 20000 };
        static char text[COUNT * 3], expected[COUNT * 3], got[COUNT * 3 + 1];
        size_t length = 0, size = 0;

        for (size_t which = 0; which < COUNT; which++) {
                bool euro = every && which % every == every - 1;

                memcpy(text + length, euro ? "\u20ac" : "\u00e9", 3);
                length += euro ? 3 : 2;
                memcpy(expected + size, euro ? "EUR" : "\xe9", euro ? 3 : 1);
                size += euro ? 3 : 1;
        }
        for (size_t step = 5; step <= sizeof got; step = step * 3 + 1) {
                iconv_t cd = iconv_open("ISO-8859-1//TRANSLIT", "UTF-8");
                char *in = text, *out = got;
                size_t left = length, status, room;

                require(cd != none);
                do {
                        size_t end = sizeof got - (size_t)(out - got);

                        room = step < end ? step : end;
                        status = iconv(cd, &in, &left, &out, &room);
                } while (status == (size_t)-1 && errno == E2BIG && out < got + sizeof got);
                ok(!left && out == got + size && !memcmp(got, expected, size),
                   "iconv: %d characters, every %dth replaced, room for %d", COUNT, (int)every,
                   (int)step);
                iconv_close(cd);
        }
}

/* The state of a decoder, over calls and back to the first. */
static void check_state(void)
{
        static const char japanese[] = "\033$B$\"\033(Ba\033$B$", again[] = "a";
        iconv_t cd = iconv_open("UTF-8", "ISO-2022-JP");
        char room[32], *in = (char *)japanese, *out = room;
        size_t left = 4, space = sizeof room;

        require(cd != none);
        errno = 0;
        ok(iconv(cd, &in, &left, &out, &space) == (size_t)-1, "iconv: half a letter");
        ok(errno == EINVAL && in == japanese + 3 && out == room, "iconv: EINVAL for that");
        in = (char *)japanese;
        left = 3;
        is_int(iconv(cd, NULL, NULL, NULL, NULL), 0, "iconv: NULL");
        is_int(iconv(cd, &in, &left, &out, &space), 0, "iconv: a sequence that sets the state");
        ok(!left && out == room, "iconv: it is read");
        in = (char *)again;
        left = 1;
        is_int(iconv(cd, NULL, NULL, &out, &space), 0, "iconv: back to the first state");
        is_int(iconv(cd, &in, &left, &out, &space), 0, "iconv: in which an a is one");
        ok(out == room + 1 && *room == 'a', "iconv: an a");
        in = (char *)japanese;
        left = 5;
        out = room;
        iconv(cd, &in, &left, &out, &space);
        ok(!left && out == room + 3 && !memcmp(room, "\u3042", 3), "iconv: a letter");
        in = (char *)japanese + 5;
        left = 4;
        out = room;
        iconv(cd, &in, &left, &out, &space);
        ok(!left && out == room + 1 && *room == 'a', "iconv: after it a sequence and an a");
        iconv_close(cd);
}

static void *convert_often(void *argument)
{
        static const char *const to[] = {"ASCII//TRANSLIT", "ISO-8859-1//IGNORE", "UTF-16LE",
                                         "ISO-8859-15//TRANSLIT//IGNORE"};
        intptr_t which = (intptr_t)argument, wrong = 0;
        static const size_t sizes[] = {5, 2, 6, 2};

        for (int round = 0; round < 500; round++) {
                iconv_t cd = iconv_open(to[which], "UTF-8");
                char text[] = "\u00e9b\u20ac", room[16], *in = text, *out = room;
                size_t left = strlen(text), space = sizeof room;

                iconv(cd, &in, &left, &out, &space);
                wrong += out != room + sizes[which] + (which == 3);
                iconv_close(cd);
        }
        return (void *)wrong;
}

static void check_threads(void)
{
        pthread_t threads[4];

        for (intptr_t which = 0; which < 4; which++)
                require(!pthread_create(&threads[which], NULL, convert_often, (void *)which));
        for (int which = 0; which < 4; which++) {
                void *wrong;

                require(!pthread_join(threads[which], &wrong));
                is_int((intptr_t)wrong, 0, "iconv: thread %d", which);
        }
}

static void check_oom(void)
{
        for (long n = 0; oom_try(n); n++) {
                iconv_t cd = iconv_open("ASCII//TRANSLIT", "ISO-2022-JP");
                int error = errno;

                if (oom_end())
                        ok(cd == none ? error == ENOMEM : 1, "iconv_open: without memory, %ld", n);
                if (cd != none)
                        iconv_close(cd);
        }
}

int main(void)
{
        require(setlocale(LC_ALL, "C.UTF-8"));
        for (size_t which = 0; which < sizeof ones / sizeof *ones; which++)
                check_one(&ones[which]);
        refuse("NO-SUCH-CHARSET", "UTF-8");
        refuse("UTF-8", "NO-SUCH-CHARSET");
        refuse("NO-SUCH-CHARSET//TRANSLIT", "UTF-8");
        refuse("ASCII/TRANSLIT", "UTF-8");
        refuse("ASCII,TRANSLIT", "UTF-8");
        refuse("ASCII/x/TRANSLIT", "UTF-8");
        refuse("/TRANSLIT", "UTF-8");
        refuse("ASCII", "UTF-8/IGNORE");
        refuse(
            "a-name-that-is-longer-than-that-of-any-charset-that-there-has-ever-been-in-the-world",
            "UTF-8");
        check_long(0);
        check_long(2);
        check_long(997);
        check_state();
        check_threads();
        errno = 0;
        ok(iconv(none, NULL, NULL, NULL, NULL) == (size_t)-1 && errno == EBADF, "iconv: none");
        errno = 0;
        ok(iconv_close(none) == -1 && errno == EBADF, "iconv_close: none");
        check_oom();
        return done_testing();
}
