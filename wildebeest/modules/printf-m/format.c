#include "format.h"
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "../../shared/libc_own.h"
#include "../errtext/error_text.h"

LIBC_OWN(snprintf);

/* One %m of a format. */
struct conversion {
        const char *begin, *end;
        int width, precision;
        bool left, name;
};

/* A number of a conversion, from *at, which moves behind it; INT_MAX where it has no room. */
static int number(const char **at)
{
        int value = 0;

        for (; **at >= '0' && **at <= '9'; ++*at) {
                int digit = **at - '0';

                value = value > (INT_MAX - digit) / 10 ? INT_MAX : value * 10 + digit;
        }
        return value;
}

/*
 * Reads what follows a %, up to the character that says what it is, whose place is `end`. False
 * for what is not ours: another conversion, and widths and precisions that arguments give or that
 * libc refuses.
 */
static bool read_conversion(struct conversion *one)
{
        const char *at = one->begin + 1, *flags = at + strspn(at, "0123456789");

        if (flags > at && *flags == '$' && number(&at) > 0)
                at = flags + 1;
        flags = at;
        at += strspn(at, "-+ #0'I");
        one->left = memchr(flags, '-', (size_t)(at - flags));
        one->name = memchr(flags, '#', (size_t)(at - flags));
        one->width = number(&at);
        one->precision = -1;
        if (*at == '.') {
                at++;
                one->precision = number(&at);
        }
        at += strspn(at, "hlqLjzt");
        one->end = at;
        return *at == 'm' && one->width < INT_MAX && one->precision < INT_MAX;
}

/* Finds the next %m. */
static bool next_conversion(const char *format, struct conversion *one)
{
        while ((one->begin = strchr(format, '%'))) {
                if (read_conversion(one))
                        return true;
                format = one->end + (*one->end == '%');
        }
        return false;
}

/* What %#m stands for: the name of the error, or the number of an unknown one. */
static const char *name_of(int error, char number[static UNKNOWN_ERROR_SIZE])
{
        const char *name = __lwb_error_name(error);

        if (!name)
                libc_own_snprintf(number, UNKNOWN_ERROR_SIZE, "%d", error);
        return name ? name : number;
}

/* Writes the format with its %m done, cut to `size` bytes; its length, or -1 with EOVERFLOW. */
static int expand(char *to, size_t size, const char *format, int error)
{
        char unknown[UNKNOWN_ERROR_SIZE], digits[UNKNOWN_ERROR_SIZE];
        const char *text = __lwb_error_describe(error, unknown, sizeof unknown);
        const char *name = name_of(error, digits);
        struct conversion one;
        int length = 0;

        for (bool more = true; more; format = one.end + 1) {
                size_t used = (size_t)length < size ? (size_t)length : size;
                int piece;

                more = next_conversion(format, &one);
                if (more)
                        piece = libc_own_snprintf(to + used, size - used,
                                                  one.left ? "%.*s%-*.*s" : "%.*s%*.*s",
                                                  (int)(one.begin - format), format, one.width,
                                                  name == digits && one.name ? -1 : one.precision,
                                                  one.name ? name : text);
                else
                        piece = libc_own_snprintf(to + used, size - used, "%s", format);
                if (piece < 0 || length > INT_MAX - piece) {
                        errno = EOVERFLOW;
                        return -1;
                }
                length += piece;
        }
        return length;
}

bool __lwb_m_begin(struct lwb_format *done, const char *format)
{
        int error = errno, length;
        struct conversion first;

        done->text = format;
        done->allocated = NULL;
        if (!next_conversion(format, &first))
                return true;
        length = expand(done->room, sizeof done->room, format, error);
        done->text = done->room;
        if (length >= (int)sizeof done->room) {
                done->text = done->allocated = malloc((size_t)length + 1);
                if (!done->text)
                        return false;
                expand(done->allocated, (size_t)length + 1, format, error);
        }
        if (length < 0)
                return false;
        errno = error;
        return true;
}

int __lwb_m_end(struct lwb_format *done, int result)
{
        int saved = errno;

        free(done->allocated);
        errno = saved;
        return result;
}
