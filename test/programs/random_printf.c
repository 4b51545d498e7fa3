/* Cases of parse_printf_format for differential.c. */
#include <printf.h>

#include "tap.h"

static void one_printf(void)
{
        static const char *const pieces[] = {
            "%",    "%",  "%%", "1$", "2$", "3$",   "0$",   "*",          "*1$", "*4$", ".",  ".*",
            ".*2$", ".3", "5",  "-",  "+",  " ",    "#",    "0",          "'",   "I",   "hh", "h",
            "l",    "ll", "L",  "q",  "j",  "z",    "Z",    "t",          "d",   "i",   "o",  "u",
            "x",    "X",  "b",  "B",  "e",  "f",    "g",    "a",          "c",   "C",   "s",  "S",
            "p",    "n",  "m",  "y",  "k",  "text", "\xff", "99999999999"};
        char format[256] = "";
        int types[12];
        size_t count;

        for (unsigned words = choose(14); words; words--)
                strcat(format, choose(4) ? pieces[choose(sizeof pieces / sizeof *pieces)] : "%");
        for (size_t i = 0; i < 12; i++)
                types[i] = -1;
        count = parse_printf_format(format, 12, types);
        printf("\"%s\" %zu:", format, count);
        for (size_t i = 0; i < 12; i++)
                printf(" %x", (unsigned)types[i]);
        printf("\n");
}
