/*
 * glibc: parse_printf_format tells which arguments a format takes, and their types.
 * musl:  has no <printf.h>.
 * here:  the same answers for every format, those for malformed and oversized ones included; only
 *        modifiers and specifiers registered by the program are unknown (see register_printf.c).
 * see:   GNU C Library manual, "Parsing a Template String", "Table of Output Conversions".
 */
#include <limits.h>
#include <printf.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* The arguments found so far; `types` has room for `room` of them. */
struct arguments {
        int *types;
        size_t room;
        size_t next;
        size_t count;
};

/* The argument at `position`, counted from 1, exists. */
static void reach(struct arguments *arguments, size_t position)
{
        if (arguments->count < position)
                arguments->count = position;
}

/* The argument at `position`, counted from 1 (0: the next one), is of this type. */
static void note(struct arguments *arguments, size_t position, int type)
{
        if (!position)
                position = ++arguments->next;
        reach(arguments, position);
        if (position <= arguments->room)
                arguments->types[position - 1] = type;
}

/* Skips digits; the value is theirs, INT_MAX + 1 when it is beyond INT_MAX. */
static unsigned int number(const char **at)
{
        unsigned int value = 0;

        for (; **at >= '0' && **at <= '9'; ++*at) {
                unsigned int digit = (unsigned int)(**at - '0');

                if (value > (INT_MAX - digit) / 10)
                        value = INT_MAX + 1U;
                else
                        value = value * 10 + digit;
        }
        return value;
}

/*
 * Skips "n$" if it is next, and then stores n. A number without "$" or n = 0 is left, and so is,
 * unless `data`, an n beyond INT_MAX; before a conversion glibc skips that and takes the next
 * argument.
 */
static void positional(const char **at, size_t *position, int data)
{
        const char *end = *at;
        unsigned int value = number(&end);

        if (!value || *end != '$')
                return;
        if (value <= INT_MAX)
                *position = value;
        else if (!data)
                return;
        *at = end + 1;
}

/* Skips a width or a precision: "*", "*n$", digits or nothing. */
static void size(const char **at, struct arguments *arguments)
{
        size_t position = 0;

        if (**at != '*') {
                number(at);
                return;
        }
        ++*at;
        positional(at, &position, 0);
        note(arguments, position, PA_INT);
}

/* The length modifiers; LONG_LONG and LONG_DOUBLE differ where long long is no longer than long. */
enum length { NONE, CHAR, SHORT, LONG, LONG_LONG, LONG_DOUBLE };

/* The integer modifier that means as much as a type of this size. */
static enum length length_of(size_t bytes)
{
        return bytes <= sizeof(int) ? NONE : bytes <= sizeof(long) ? LONG : LONG_LONG;
}

/* Skips a length modifier. */
static enum length length(const char **at)
{
        char first = **at;

        if (!first || !strchr("hlLqzZtj", first))
                return NONE;
        ++*at;
        if ((first == 'h' || first == 'l') && **at == first) {
                ++*at;
                return first == 'h' ? CHAR : LONG_LONG;
        }
        switch (first) {
        case 'h':
                return SHORT;
        case 'l':
                return LONG;
        case 'j':
                return length_of(sizeof(intmax_t));
        case 't':
                return length_of(sizeof(ptrdiff_t));
        case 'z':
        case 'Z':
                return length_of(sizeof(size_t));
        default:
                return LONG_DOUBLE;
        }
}

/* The type of an integer conversion's argument. */
static int integer(enum length length)
{
        switch (length) {
        case CHAR:
                return PA_CHAR;
        case SHORT:
                return PA_INT | PA_FLAG_SHORT;
        case LONG:
                return PA_INT | PA_FLAG_LONG;
        case LONG_LONG:
                return PA_INT |
                       (sizeof(long) < sizeof(long long) ? PA_FLAG_LONG_LONG : PA_FLAG_LONG);
        case LONG_DOUBLE:
                /* On LP64 glibc calls the argument of %Ld and %qd an int, though it reads a long
                 * long. */
                return PA_INT | (sizeof(long) < sizeof(long long) ? PA_FLAG_LONG_LONG : 0);
        default:
                return PA_INT;
        }
}

/* The type of a conversion's argument, -1 when it takes none or is unknown. */
static int type_of(char conversion, enum length length)
{
        switch (conversion) {
        case 'd':
        case 'i':
        case 'o':
        case 'u':
        case 'x':
        case 'X':
        case 'b':
        case 'B':
                return integer(length);
        case 'a':
        case 'A':
        case 'e':
        case 'E':
        case 'f':
        case 'F':
        case 'g':
        case 'G':
                return PA_DOUBLE | (length >= LONG_LONG ? PA_FLAG_LONG_DOUBLE : 0);
        case 'c':
                return PA_CHAR;
        case 'C':
                return PA_WCHAR;
        case 's':
                return PA_STRING;
        case 'S':
                return PA_WSTRING;
        case 'p':
                return PA_POINTER;
        case 'n':
                return PA_INT | PA_FLAG_PTR;
        default:
                return -1;
        }
}

/* Reads one conversion specification, from after its "%". */
static void specification(const char **at, struct arguments *arguments)
{
        size_t position = 0;
        enum length modifier;
        int type;

        positional(at, &position, 1);
        while (**at && strchr(" +-#0'I", **at))
                ++*at;
        size(at, arguments);
        if (**at == '.') {
                ++*at;
                size(at, arguments);
        }
        modifier = length(at);
        type = type_of(**at, modifier);
        if (**at)
                ++*at;
        reach(arguments, position);
        if (type >= 0)
                note(arguments, position, type);
}

/**
 * The types of the arguments that `format` takes: PA_… constants and PA_FLAG_… bits, for the first
 * `n` of them in `types`. An argument that no conversion uses, as the first of "%2$d", keeps what
 * `types` held. Returns how many there are, which may be more than `n`.
 */
size_t parse_printf_format(const char *restrict format, size_t n, int *restrict types)
{
        struct arguments arguments = {.types = types, .room = n};
        const char *at = format;

        while ((at = strchr(at, '%'))) {
                at++;
                specification(&at, &arguments);
        }
        return arguments.count;
}
