/* The functions that take a locale, and the BSD names. */
#include <errno.h>
#include <limits.h>
#include <locale.h>
#include <stdlib.h>
#include <wchar.h>
#include "tap.h"

enum { BEFORE = 4711 };

static locale_t locale;

#define NARROW(text) text
#define WIDE(text) L##text

#define INTEGER(function, char_type, TEXT, smallest, largest, ...)                                 \
        do {                                                                                       \
                const char_type *text = TEXT(" -0x1Fg");                                           \
                char_type *end = NULL;                                                             \
                errno = BEFORE;                                                                    \
                ok(function(text, &end, 0 __VA_ARGS__) == (__typeof__(largest))-31 &&              \
                       end == text + 6 && errno == BEFORE,                                         \
                   #function ": value and end");                                                   \
                end = NULL;                                                                        \
                ok(function(TEXT("x"), &end, 10 __VA_ARGS__) == 0 && end && *end == 'x' &&         \
                       errno == BEFORE,                                                            \
                   #function ": leaves errno without digits");                                     \
                ok(function(TEXT("99999999999999999999"), NULL, 10 __VA_ARGS__) == largest &&      \
                       errno == ERANGE,                                                            \
                   #function ": the largest value");                                               \
                errno = BEFORE;                                                                    \
                ok(function(TEXT("-99999999999999999999"), NULL, 10 __VA_ARGS__) == smallest &&    \
                       errno == ERANGE,                                                            \
                   #function ": the smallest value");                                              \
                errno = BEFORE;                                                                    \
                ok(function(TEXT("1"), NULL, 37 __VA_ARGS__) == 0 && errno == EINVAL,              \
                   #function ": EINVAL for an invalid base");                                      \
        } while (0)

#define FLOATING(function, type)                                                                   \
        do {                                                                                       \
                const wchar_t *text = L" -1.25e1x";                                                \
                wchar_t *end = NULL;                                                               \
                errno = BEFORE;                                                                    \
                ok(function(text, &end, locale) == (type)-12.5 && end == text + 8 &&               \
                       errno == BEFORE,                                                            \
                   #function ": value and end");                                                   \
                ok(function(L"e1", &end, locale) == 0 && *end == 'e' && errno == BEFORE,           \
                   #function ": leaves errno without digits");                                     \
                ok(function(L"1e9999", NULL, locale) > 1e30 && errno == ERANGE,                    \
                   #function ": ERANGE for a large number");                                       \
                ok(uselocale(NULL) == LC_GLOBAL_LOCALE, #function ": leaves the thread's locale"); \
        } while (0)

int main(void)
{
        locale = newlocale(LC_ALL_MASK, "C", NULL);
        require(locale);

        INTEGER(strtol_l, char, NARROW, LONG_MIN, LONG_MAX, , locale);
        INTEGER(strtoul_l, char, NARROW, ULONG_MAX, ULONG_MAX, , locale);
        INTEGER(strtoll_l, char, NARROW, LLONG_MIN, LLONG_MAX, , locale);
        INTEGER(strtoull_l, char, NARROW, ULLONG_MAX, ULLONG_MAX, , locale);
        INTEGER(strtoq, char, NARROW, LLONG_MIN, LLONG_MAX);
        INTEGER(strtouq, char, NARROW, ULLONG_MAX, ULLONG_MAX);
        INTEGER(wcstol_l, wchar_t, WIDE, LONG_MIN, LONG_MAX, , locale);
        INTEGER(wcstoul_l, wchar_t, WIDE, ULONG_MAX, ULONG_MAX, , locale);
        INTEGER(wcstoll_l, wchar_t, WIDE, LLONG_MIN, LLONG_MAX, , locale);
        INTEGER(wcstoull_l, wchar_t, WIDE, ULLONG_MAX, ULLONG_MAX, , locale);
        INTEGER(wcstoq, wchar_t, WIDE, LLONG_MIN, LLONG_MAX);
        INTEGER(wcstouq, wchar_t, WIDE, ULLONG_MAX, ULLONG_MAX);
        FLOATING(wcstod_l, double);
        FLOATING(wcstof_l, float);
        FLOATING(wcstold_l, long double);
        freelocale(locale);
        return done_testing();
}
