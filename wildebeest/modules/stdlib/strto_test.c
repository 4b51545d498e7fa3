/* What strtol, strtod and their relatives tell besides the value: errno and the end of the number.
 */
#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <wchar.h>
#include "tap.h"

enum { UNTOUCHED = -1, BEFORE = 4711 };

/* What glibc answers; `end` is an offset. */
static const struct {
        const char *text;
        int base;
        long long value;
        unsigned long long unsigned_value;
        int end;
        int error;
        int unsigned_error;
} integers[] = {
    {"0", 10, 0, 0, 1, BEFORE, BEFORE},
    {"42", 10, 42, 42, 2, BEFORE, BEFORE},
    {" \t\n\v\f\r-42x", 10, -42, -42ULL, 9, BEFORE, BEFORE},
    {"+7", 0, 7, 7, 2, BEFORE, BEFORE},
    {"0x1F", 0, 31, 31, 4, BEFORE, BEFORE},
    {"0X1f", 16, 31, 31, 4, BEFORE, BEFORE},
    {"-0x10", 16, -16, -16ULL, 5, BEFORE, BEFORE},
    {"0x", 16, 0, 0, 1, BEFORE, BEFORE},
    {"0x", 0, 0, 0, 1, BEFORE, BEFORE},
    {"0xg", 0, 0, 0, 1, BEFORE, BEFORE},
    {"0x1", 10, 0, 0, 1, BEFORE, BEFORE},
    {"010", 0, 8, 8, 3, BEFORE, BEFORE},
    {"08", 0, 0, 0, 1, BEFORE, BEFORE},
    {"zZ", 36, 1295, 1295, 2, BEFORE, BEFORE},
    {"0b1", 10, 0, 0, 1, BEFORE, BEFORE},
    {"0b1", 16, 177, 177, 3, BEFORE, BEFORE},
    {"9223372036854775807", 10, LLONG_MAX, LLONG_MAX, 19, BEFORE, BEFORE},
    {"-9223372036854775808", 10, LLONG_MIN, LLONG_MAX + 1ULL, 20, BEFORE, BEFORE},
    {"9223372036854775808", 10, LLONG_MAX, LLONG_MAX + 1ULL, 19, ERANGE, BEFORE},
    {"-9223372036854775809", 10, LLONG_MIN, LLONG_MAX, 20, ERANGE, BEFORE},
    {"18446744073709551615", 10, LLONG_MAX, ULLONG_MAX, 20, ERANGE, BEFORE},
    {"18446744073709551616", 10, LLONG_MAX, ULLONG_MAX, 20, ERANGE, ERANGE},
    {"-18446744073709551616", 10, LLONG_MIN, ULLONG_MAX, 21, ERANGE, ERANGE},
    {"-18446744073709551615", 10, LLONG_MIN, 1, 21, ERANGE, BEFORE},
    {"99999999999999999999999999999999999999999x", 10, LLONG_MAX, ULLONG_MAX, 41, ERANGE, ERANGE},
    {"1y2p0ij32e8e7", 36, LLONG_MAX, LLONG_MAX, 13, BEFORE, BEFORE},
    {"", 10, 0, 0, 0, BEFORE, BEFORE},
    {" ", 10, 0, 0, 0, BEFORE, BEFORE},
    {"-", 10, 0, 0, 0, BEFORE, BEFORE},
    {"+-1", 0, 0, 0, 0, BEFORE, BEFORE},
    {"- 1", 0, 0, 0, 0, BEFORE, BEFORE},
    {".22s", 10, 0, 0, 0, BEFORE, BEFORE},
    {"2", 2, 0, 0, 0, BEFORE, BEFORE},
    {"\xc2\xa0"
     "1",
     10, 0, 0, 0, BEFORE, BEFORE},
    {"1", 1, 0, 0, UNTOUCHED, EINVAL, EINVAL},
    {"1", -1, 0, 0, UNTOUCHED, EINVAL, EINVAL},
    {"1", 37, 0, 0, UNTOUCHED, EINVAL, EINVAL},
};

static const struct {
        const char *text;
        double value;
        int end;
        int error;
} floats[] = {
    {"1.5e3x", 1500, 5, BEFORE},
    {" -0x1.8p1", -3, 9, BEFORE},
    {"1e", 1, 1, BEFORE},
    {"0x", 0, 1, BEFORE},
    {"-inf", -INFINITY, 4, BEFORE},
    {"infinitx", INFINITY, 3, BEFORE},
    {".5.", .5, 2, BEFORE},
    {"1e99999", INFINITY, 7, ERANGE},
    {"-1e99999", -INFINITY, 8, ERANGE},
    {"1e-99999", 0, 8, ERANGE},
    {"", 0, 0, BEFORE},
    {" ", 0, 0, BEFORE},
    {".", 0, 0, BEFORE},
    {"-e5", 0, 0, BEFORE},
    {"x1", 0, 0, BEFORE},
    {"in", 0, 0, BEFORE},
};

/* Notes where a result is not as expected; the value is whether that is so. */
static int wrong(const char *text, int base, int end, int error, int expected_end,
                 int expected_error, int same_value)
{
        if (same_value && end == expected_end && error == expected_error)
                return 0;
        note("\"%s\", base %d: %s value, end %d (expected %d), errno %d (expected %d)", text, base,
             same_value ? "right" : "wrong", end, expected_end, error, expected_error);
        return 1;
}

static void widen(wchar_t *wide, const char *text)
{
        while ((*wide++ = (wchar_t)(unsigned char)*text++))
                ;
}

#define MIN_OF(type) (sizeof(type) == 4 ? INT_MIN : LLONG_MIN)
#define MAX_OF(type) (sizeof(type) == 4 ? INT_MAX : LLONG_MAX)

/* One row for a signed function: the value narrowed to its type, ERANGE where that changes it. */
#define SIGNED(function, type, char_type, text_of)                                                 \
        do {                                                                                       \
                int bad = 0;                                                                       \
                for (size_t i = 0; i < sizeof integers / sizeof *integers; i++) {                  \
                        char_type *none = (char_type *)(void *)&bad, *end = none;                  \
                        const char_type *text = text_of(integers[i].text);                         \
                        long long value = integers[i].value;                                       \
                        int error = integers[i].error, offset;                                     \
                        type got;                                                                  \
                        if (value > MAX_OF(type) || value < MIN_OF(type)) {                        \
                                error = ERANGE;                                                    \
                                value = value < 0 ? MIN_OF(type) : MAX_OF(type);                   \
                        }                                                                          \
                        errno = BEFORE;                                                            \
                        got = function(text, &end, integers[i].base);                              \
                        offset = end == none ? UNTOUCHED : (int)(end - text);                      \
                        bad += wrong(integers[i].text, integers[i].base, offset, errno,            \
                                     integers[i].end, error, got == (type)value);                  \
                        errno = BEFORE;                                                            \
                        got = function(text, NULL, integers[i].base);                              \
                        bad += wrong(integers[i].text, integers[i].base, offset, errno, offset,    \
                                     error, got == (type)value);                                   \
                }                                                                                  \
                is_int(bad, 0, #function ": values, ends and errno are glibc's");                  \
        } while (0)

#define UNSIGNED(function, type, char_type, text_of)                                               \
        do {                                                                                       \
                int bad = 0;                                                                       \
                for (size_t i = 0; i < sizeof integers / sizeof *integers; i++) {                  \
                        char_type *none = (char_type *)(void *)&bad, *end = none;                  \
                        const char_type *text = text_of(integers[i].text);                         \
                        unsigned long long value = integers[i].unsigned_value;                     \
                        int error = integers[i].unsigned_error, offset;                            \
                        unsigned long long magnitude =                                             \
                            strchr(integers[i].text, '-') ? 0 - value : value;                     \
                        type got;                                                                  \
                        if (error != BEFORE || magnitude > (type)-1) {                             \
                                if (error == BEFORE)                                               \
                                        error = ERANGE;                                            \
                                if (error == ERANGE)                                               \
                                        value = (type)-1;                                          \
                        }                                                                          \
                        errno = BEFORE;                                                            \
                        got = function(text, &end, integers[i].base);                              \
                        offset = end == none ? UNTOUCHED : (int)(end - text);                      \
                        bad += wrong(integers[i].text, integers[i].base, offset, errno,            \
                                     integers[i].end, error, got == (type)value);                  \
                }                                                                                  \
                is_int(bad, 0, #function ": values, ends and errno are glibc's");                  \
        } while (0)

#define FLOATING(name, function, type, char_type, text_of)                                         \
        do {                                                                                       \
                int bad = 0;                                                                       \
                for (size_t i = 0; i < sizeof floats / sizeof *floats; i++) {                      \
                        char_type *end = NULL;                                                     \
                        const char_type *text = text_of(floats[i].text);                           \
                        type got;                                                                  \
                        errno = BEFORE;                                                            \
                        got = function(text, &end);                                                \
                        bad += wrong(floats[i].text, 0, (int)(end - text), errno, floats[i].end,   \
                                     floats[i].error, got == (type)floats[i].value);               \
                }                                                                                  \
                is_int(bad, 0, #name ": values, ends and errno are glibc's");                      \
        } while (0)

static const wchar_t *wide_of(const char *text)
{
        static wchar_t wide[64];

        widen(wide, text);
        return wide;
}

static const char *same(const char *text)
{
        return text;
}

static locale_t locale;

static double strtod_in_c(const char *text, char **end)
{
        return strtod_l(text, end, locale);
}

static float strtof_in_c(const char *text, char **end)
{
        return strtof_l(text, end, locale);
}

static long double strtold_in_c(const char *text, char **end)
{
        return strtold_l(text, end, locale);
}

int main(void)
{
        /* More digits than a float's exponent reaches, without an exponent of its own. */
        static const char large[] = "0xfffffffffffffffffffffffffffffffffffffffff";
        const wchar_t *wide_large = L"0xfffffffffffffffffffffffffffffffffffffffff";

        locale = newlocale(LC_ALL_MASK, "C", NULL);
        require(locale);

        SIGNED(strtol, long, char, same);
        SIGNED(strtoll, long long, char, same);
        SIGNED(strtoimax, intmax_t, char, same);
        UNSIGNED(strtoul, unsigned long, char, same);
        UNSIGNED(strtoull, unsigned long long, char, same);
        UNSIGNED(strtoumax, uintmax_t, char, same);
        SIGNED(wcstol, long, wchar_t, wide_of);
        SIGNED(wcstoll, long long, wchar_t, wide_of);
        SIGNED(wcstoimax, intmax_t, wchar_t, wide_of);
        UNSIGNED(wcstoul, unsigned long, wchar_t, wide_of);
        UNSIGNED(wcstoull, unsigned long long, wchar_t, wide_of);
        UNSIGNED(wcstoumax, uintmax_t, wchar_t, wide_of);
        FLOATING(strtod, strtod, double, char, same);
        FLOATING(strtof, strtof, float, char, same);
        FLOATING(strtold, strtold, long double, char, same);
        FLOATING(strtod_l, strtod_in_c, double, char, same);
        FLOATING(strtof_l, strtof_in_c, float, char, same);
        FLOATING(strtold_l, strtold_in_c, long double, char, same);
        FLOATING(wcstod, wcstod, double, wchar_t, wide_of);
        FLOATING(wcstof, wcstof, float, wchar_t, wide_of);
        FLOATING(wcstold, wcstold, long double, wchar_t, wide_of);

        errno = 0;
        ok(isinf(strtof(large, NULL)) && errno == ERANGE,
           "strtof: ERANGE for hexadecimal digits only");
        errno = 0;
        ok(isinf(wcstof(wide_large, NULL)) && errno == ERANGE,
           "wcstof: ERANGE for hexadecimal digits only");
        freelocale(locale);
        return done_testing();
}
