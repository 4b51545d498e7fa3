/* What the headers direct strtol and its relatives to in a file compiled as C23: 0b is a prefix. */
#include <errno.h>
#include <limits.h>
#include <wchar.h>
#include "tap.h"

#define C23(type, name, char_type)                                                                 \
        type c23_##name(const char_type *, char_type **, int) __asm__("__lwb_c23_" #name)

C23(long, strtol, char);
C23(unsigned long, strtoul, char);
C23(long long, strtoll, char);
C23(unsigned long long, strtoull, char);
C23(long, wcstol, wchar_t);
C23(unsigned long, wcstoul, wchar_t);
C23(long long, wcstoll, wchar_t);
C23(unsigned long long, wcstoull, wchar_t);

#define CHECK(name, char_type, TEXT)                                                               \
        do {                                                                                       \
                static const struct {                                                              \
                        const char_type *text;                                                     \
                        int base, value, end;                                                      \
                } cases[] =                                                                        \
                    {                                                                              \
                        {TEXT("0b101"), 0, 5, 5},  {TEXT(" 0B1x"), 2, 1, 4},                       \
                        {TEXT("-0b11"), 0, -3, 5}, {TEXT("0b"), 0, 0, 1},                          \
                        {TEXT("0b2"), 2, 0, 1},    {TEXT("0b1"), 10, 0, 1},                        \
                        {TEXT("0b1"), 16, 177, 3}, {TEXT("0x1f"), 0, 31, 4},                       \
                        {TEXT("012"), 0, 10, 3},   {TEXT("b1"), 2, 0, 0},                          \
                        {TEXT("0b0b1"), 0, 0, 3},                                                  \
                };                                                                                 \
                int bad = 0;                                                                       \
                for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {                        \
                        char_type *end = NULL;                                                     \
                        errno = 0;                                                                 \
                        if ((long long)c23_##name(cases[i].text, &end, cases[i].base) !=           \
                                (long long)(__typeof__(c23_##name(NULL, NULL, 0)))cases[i]         \
                                    .value ||                                                      \
                            end != cases[i].text + cases[i].end || errno) {                        \
                                note("case %zu: end %d", i, (int)(end - cases[i].text));           \
                                bad++;                                                             \
                        }                                                                          \
                }                                                                                  \
                is_int(bad, 0, #name ": binary numbers in C23");                                   \
        } while (0)

#define NARROW(text) text
#define WIDE(text) L##text

int main(void)
{
        char digits[2 + 64 + 1] = "0b";

        CHECK(strtol, char, NARROW);
        CHECK(strtoul, char, NARROW);
        CHECK(strtoll, char, NARROW);
        CHECK(strtoull, char, NARROW);
        CHECK(wcstol, wchar_t, WIDE);
        CHECK(wcstoul, wchar_t, WIDE);
        CHECK(wcstoll, wchar_t, WIDE);
        CHECK(wcstoull, wchar_t, WIDE);

        memset(digits + 2, '1', 64);
        digits[66] = '\0';
        errno = 0;
        ok(c23_strtoull(digits, NULL, 0) == ULLONG_MAX && errno == 0, "strtoull: 64 binary digits");
        ok(c23_strtoll(digits, NULL, 0) == LLONG_MAX && errno == ERANGE,
           "strtoll: 64 binary digits");
        return done_testing();
}
