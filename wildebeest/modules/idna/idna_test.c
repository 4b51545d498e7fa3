/*
 * Names in UTF-8 and what they are looked up as. `cases` is what libidn2 2.3.3 (Debian 12), through
 * which glibc looks names up, said of them by idn2_lookup_u8 without flags.
 */
#include <stdlib.h>
#include "idna.h"
#include "oom.h"
#include "tap.h"

static void test_to_ascii(void)
{
        static const struct {
                const char *name;
                const char *ascii; /* NULL: refused */
        } cases[] = {
            {"b\303\274cher.test", "xn--bcher-kva.test"},
            {"M\303\234NCHEN.test", "xn--mnchen-3ya.test"},
            {"stra\303\237e", "xn--strae-oqa"},
            {"STRA\341\272\236E", "strasse"},
            {"\342\230\203.test", NULL},
            {"a\302\255b\303\274", "xn--ab-yka"},
            {"\303\274\343\200\202test", "xn--tda.test"},
            {"\357\254\200\303\274", "xn--ff-yka"},
            {"fa\303\237\342\200\215x", NULL},
            {"\303\274_x", "xn--_x-wka"},
            {"\303\274 x", NULL},
            {"-\303\274", NULL},
            {"\303\274-", NULL},
            {"a.-\303\274", NULL},
            {"\303\274a--b", NULL},
            {"ab--\303\274", NULL},
            {"\314\201a", NULL},
            {"\327\220a", NULL},
            {"\327\220\327\221", "xn--4dbc"},
            {"\327\2201", "xn--1-zhc"},
            {"1\327\220", NULL},
            {"\327\220.1", "xn--4db.1"},
            {"a\331\240", NULL},
            {"\333\261\330\247", NULL},
            {"\331\240\330\247", NULL},
            {"\302\267", "xn--uba"},
            {"l\302\267l", "xn--ll-0ea"},
            {"\343\202\253\343\203\273", "xn--lckyi"},
            {"\303\274\303\274\303\274\303\274\303\274\303\274\303\274\303\274\303\274\303\274\303"
             "\274\303\274\303\274\303\274\303\274\303\274\303\274\303\274\303\274\303\274\303\274"
             "\303\274\303\274\303\274\303\274\303\274\303\274\303\274\303\274\303\274\303\274\303"
             "\274\303\274\303\274\303\274\303\274\303\274\303\274\303\274\303\274\303\274\303\274"
             "\303\274\303\274\303\274\303\274\303\274\303\274\303\274\303\274\303\274\303\274\303"
             "\274\303\274\303\274\303\274\303\274\303\274\303\274\303\274",
             NULL},
            {"\303\274.", "xn--tda."},
            {"..\303\274", "..xn--tda"},
            {"\303\274..a", "xn--tda..a"},
            {".\303\274", ".xn--tda"},
            {"\357\274\241\357\274\242\303\274", "xn--ab-yka"},
            {"\303\205", "xn--5ca"},
            {"A\314\212", "xn--5ca"},
            {"\317\202", "xn--3xa"},
            {"\316\243", "xn--4xa"},
            {"\342\200\214", NULL},
            {"\340\244\225\340\245\215\342\200\215\340\244\267", "xn--11b2ezcw70k"},
            {"\360\237\230\200", NULL},
            {"\342\221\240\303\274", "xn--1-eha"},
            {"\307\205", "xn--d-toa"},
            {"\304\260", "xn--i-9bb"},
            {"\304\261", "xn--cfa"},
            {"xn--\303\234", NULL},
            {"\355\236\243", "xn--u78b"},
            {"\341\204\222\341\205\265\341\207\202", "xn--u78b"},
            {"*.\303\274", "*.xn--tda"},
            {"\303\274@", NULL},
            {"xn--a.\303\274", NULL},
            {"xn--bcher-kva.\303\274", "xn--bcher-kva.xn--tda"},
            {"xn--n3h.\303\274", NULL},
            {"xn--zzzzzzzz.\303\274", NULL},
            {"A.\303\274", "a.xn--tda"},
            {"a\342\200\216\303\274", NULL},
            {"\303\274\342\200\244a", NULL},
            {"\341\271\251\314\243\303\274", "xn--tda51ip08b"},
            {"\303\274\357\270\217", "xn--tda"},
        };

        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
                char *ascii = NULL;
                enum idna_result result = __lwb_idna_to_ascii(cases[i].name, &ascii);

                is_int(result, cases[i].ascii ? IDNA_DONE : IDNA_REFUSED,
                       "__lwb_idna_to_ascii: '%s' is %s", cases[i].name,
                       cases[i].ascii ? "allowed" : "refused");
                is_str(ascii, cases[i].ascii, "__lwb_idna_to_ascii: the form of '%s'",
                       cases[i].name);
                free(ascii);
        }
}

/* What is not UTF-8, or stands for another name, is refused; names in ASCII are copied. */
static void test_refused(void)
{
        static const char *const bad[] = {
            "\377",
            "\300\200",
            "\303",
            "\340\200\200",
            "\355\240\200",
            "\364\220\200\200",
            "\303x",
            /* Letters of Unicode that would be a dot, and signs that are no letters. */
            "\342\200\246\303\274",
            "\342\211\240\303\274",
        };
        char *long_name = malloc(3001);
        char *ascii;

        require(long_name);
        for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
                is_int(__lwb_idna_to_ascii(bad[i], &ascii), IDNA_REFUSED,
                       "__lwb_idna_to_ascii: refuses case %zu", i);
        for (size_t i = 0; i < 3000; i += 2)
                memcpy(long_name + i, "\303\274", 3);
        is_int(__lwb_idna_to_ascii(long_name, &ascii), IDNA_REFUSED,
               "__lwb_idna_to_ascii: refuses what is too long");
        free(long_name);
        is_int(__lwb_idna_to_ascii("A_b c..", &ascii), IDNA_DONE, "__lwb_idna_to_ascii: ASCII");
        is_str(ascii, "A_b c..", "__lwb_idna_to_ascii: is copied");
        free(ascii);
}

static void test_to_unicode(void)
{
        static const struct {
                const char *ascii;
                const char *name;
        } cases[] = {
            {"xn--bcher-kva.xn--aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
             NULL},
            {"xn--bcher-kva.test", "b\303\274cher.test"},
            {"XN--BCHER-KVA.TEST", "b\303\274cher.TEST"},
            {"xn--strae-oqa", "stra\303\237e"},
            {"xn--fa-hia.", "fa\303\237."},
            {"xn--11b2ezcw70k", "\340\244\225\340\245\215\342\200\215\340\244\267"},
            {"a..b", "a..b"},
            {"", ""},
            {"xn--", "xn--"},
            {"xn--n3h", NULL},        /* a snowman */
            {"xn--a", NULL},          /* a control character */
            {"xn--zzzzzzzzz", NULL},  /* beyond Unicode */
            {"xn--abc-", NULL},       /* ASCII */
            {"xn--mnchen-9na", NULL}, /* a capital letter */
        };

        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
                char *name = NULL;

                is_int(__lwb_idna_to_unicode(cases[i].ascii, &name),
                       cases[i].name ? IDNA_DONE : IDNA_REFUSED, "__lwb_idna_to_unicode: '%s'",
                       cases[i].ascii);
                is_str(name, cases[i].name, "__lwb_idna_to_unicode: the form of '%s'",
                       cases[i].ascii);
                free(name);
        }
}

/* Section 7.1 of RFC 3492: (I) Russian, (L) and (S). */
static void test_punycode(void)
{
        static const uint32_t russian[] = {
            0x43f, 0x43e, 0x447, 0x435, 0x43c, 0x443, 0x436, 0x435, 0x43e, 0x43d,
            0x438, 0x43d, 0x435, 0x433, 0x43e, 0x432, 0x43e, 0x440, 0x44f, 0x442,
            0x43f, 0x43e, 0x440, 0x443, 0x441, 0x441, 0x43a, 0x438,
        };
        static const uint32_t japanese[] = {0x33,   0x5e74, 0x42,   0x7d44,
                                            0x91d1, 0x516b, 0x5148, 0x751f};
        static const uint32_t basic[] = {0x2d, 0x3e, 0x20, 0x24, 0x31, 0x2e,
                                         0x30, 0x30, 0x20, 0x3c, 0x2d};
        static const struct {
                const uint32_t *points;
                size_t count;
                const char *text;
        } cases[] = {
            {russian, 28, "b1abfaaepdrnnbgefbadotcwatmq2g4l"},
            {japanese, 8, "3B-ww4c5e180e575a65lsy2b"},
            {basic, 11, "-> $1.00 <--"},
        };
        uint32_t points[40];
        char text[64];

        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
                size_t size = strlen(cases[i].text);

                is_int(__lwb_punycode_encode(cases[i].points, cases[i].count, text, sizeof text),
                       size, "__lwb_punycode_encode: length of %s", cases[i].text);
                ok(!memcmp(text, cases[i].text, size), "__lwb_punycode_encode: %s", cases[i].text);
                is_int(__lwb_punycode_encode(cases[i].points, cases[i].count, text, size - 1), -1,
                       "__lwb_punycode_encode: no room");
                is_int(__lwb_punycode_decode(cases[i].text, size, points, 40), cases[i].count,
                       "__lwb_punycode_decode: count of %s", cases[i].text);
                ok(!memcmp(points, cases[i].points, cases[i].count * sizeof *points),
                   "__lwb_punycode_decode: %s", cases[i].text);
                is_int(__lwb_punycode_decode(cases[i].text, size, points, cases[i].count - 1), -1,
                       "__lwb_punycode_decode: no room");
        }
        is_int(__lwb_punycode_decode("99999999", 8, points, 40), -1,
               "__lwb_punycode_decode: overflow");
        is_int(__lwb_punycode_decode("ab!", 3, points, 40), -1, "__lwb_punycode_decode: no digit");
}

/* Fails each allocation of a conversion in turn. */
static void fail_allocations(const char *name, const char *from,
                             enum idna_result convert(const char *, char **))
{
        for (long n = 0; oom_try(n); n++) {
                char *text;
                enum idna_result result = convert(from, &text);

                if (oom_end())
                        is_int(result, IDNA_NO_MEMORY, "%s: allocation %ld fails", name, n);
                else
                        is_int(result, IDNA_DONE, "%s: memory enough", name);
                if (result == IDNA_DONE)
                        free(text);
        }
}

static void test_out_of_memory(void)
{
        fail_allocations("__lwb_idna_to_ascii", "b\303\274cher.test", __lwb_idna_to_ascii);
        fail_allocations("__lwb_idna_to_ascii, encoded", "xn--bcher-kva.b\303\274",
                         __lwb_idna_to_ascii);
        fail_allocations("__lwb_idna_to_unicode", "xn--bcher-kva.test", __lwb_idna_to_unicode);
}

int main(void)
{
        test_to_ascii();
        test_refused();
        test_to_unicode();
        test_punycode();
        test_out_of_memory();
        return done_testing();
}
