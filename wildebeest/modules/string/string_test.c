/* Copies on the stack, and the smaller functions. */
#include <string.h>
#include <wchar.h>
#include "tap.h"

static int evaluations;

static const char *counted(const char *string)
{
        evaluations++;
        return string;
}

/* A frame of its own, so that the copies' memory is given back. */
static int copies(size_t n)
{
        char source[200], *whole, *part;

        memset(source, 'x', sizeof source);
        source[n] = '\0';
        whole = strdupa(source);
        part = strndupa(source, n / 2);
        memset(source, 'y', sizeof source);
        return strlen(whole) == n && strspn(whole, "x") == n && strlen(part) == n / 2 &&
               strspn(part, "x") == n / 2;
}

int main(void)
{
        const char unterminated[3] = {'a', 'b', 'c'};
        char bytes[300], fried[] = "abcdefghijklmnopqrstuvwxyz", one[] = "q", empty[] = "", *copy;
        wchar_t wide[8] = L"1234567";
        int bad = 0, different = 0, counts[256] = {0};
        char *state;

        for (size_t n = 0; n < 200; n++)
                bad += !copies(n);
        is_int(bad, 0, "strdupa: copies, and strndupa");
        copy = strndupa(counted("once"), 2);
        ok(!strcmp(copy, "on") && evaluations == 1, "strndupa: evaluates its argument once");
        is_str(strndupa(unterminated, 3), "abc", "strndupa: reads no further than the length");
        is_str(strndupa("ab", (size_t)-1), "ab", "strndupa: a length without bound");
        is_str(strdupa(strdupa("nested")), "nested", "strdupa: in itself");
        is_str(strndupa(strndupa("nested", 5), 4), "nest", "strndupa: in itself");

        memset(bytes, 1, sizeof bytes);
        bad = 0;
        for (size_t at = 0; at < sizeof bytes; at++) {
                bytes[at] = (char)0x80;
                for (size_t from = 0; from <= at; from += 7)
                        bad += rawmemchr(bytes + from, 0x180) != bytes + at;
                bytes[at] = 1;
        }
        is_int(bad, 0, "rawmemchr: each place, the value as an unsigned char");
        ok(rawmemchr("abc\0d", '\0') != NULL && *(char *)rawmemchr("xyz", 'z') == 'z',
           "rawmemchr: the end of a string");

        for (int i = 0; i < 256; i++)
                bytes[i] = (char)i;
        ok(memfrob(bytes, 256) == bytes && bytes[0] == 42 && bytes[42] == 0 && bytes[256] == 1,
           "memfrob: flips bits");
        memfrob(bytes, 256);
        for (int i = 0; i < 256; i++)
                bad += bytes[i] != (char)i;
        is_int(bad, 0, "memfrob: twice restores");

        for (int round = 0; round < 20; round++) {
                ok(strfry(fried) == fried && strlen(fried) == 26, "strfry: round %d", round);
                for (int i = 0; i < 26; i++)
                        counts[(unsigned char)fried[i]]++;
                different += fried[0] != 'a';
        }
        for (int c = 'a'; c <= 'z'; c++)
                bad += counts[c] != 20;
        ok(bad == 0 && different, "strfry: the same letters, in another order");
        is_str(strfry(one), "q", "strfry: one letter");
        is_str(strfry(empty), "", "strfry: no letter");

        ok(wmempcpy(wide, L"abc", 3) == wide + 3 && !wmemcmp(wide, L"abc4567", 8),
           "wmempcpy: its end");
        ok(wmempcpy(wide, L"x", 0) == wide && wide[0] == L'a', "wmempcpy: nothing");
        ok(wcschrnul(wide, L'4') == wide + 3, "wcschrnul: the first such one");
        ok(wcschrnul(wide, L'z') == wide + 7, "wcschrnul: the end");
        ok(wcschrnul(wide, L'\0') == wide + 7, "wcschrnul: the end itself");

        ok(__mempcpy(bytes, "abc", 4) == bytes + 4, "__mempcpy: its end");
        ok(__stpcpy(bytes, "abcd") == bytes + 4, "__stpcpy: its end");
        ok(__stpncpy(bytes, "ab", 5) == bytes + 2 && bytes[4] == '\0', "__stpncpy: its end");
        strcpy(bytes, "a b");
        is_str(__strtok_r(bytes, " ", &state), "a", "__strtok_r: the first token");
        is_str(__strtok_r(NULL, " ", &state), "b", "__strtok_r: the next one");
        return done_testing();
}
