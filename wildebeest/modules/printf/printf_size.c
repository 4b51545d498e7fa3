/*
 * glibc: printf_size prints a number scaled to a size, with the letter of its unit.
 * musl:  has no <printf.h>.
 * here:  the same text. A negative number is never scaled, and a NaN has no sign, as in glibc.
 * see:   GNU C Library manual, "Predefined printf Handlers".
 */
#include <errno.h>
#include <limits.h>
#include <math.h>
#include <printf.h>
#include <stdarg.h>
#include <stdio.h>
#include <wchar.h>

/* The longest conversion that this file makes is "%#+ 0*.*Lf". */
#define FORMAT_MAX 16

/* Prints to a stream of either orientation, and adds the length to `written`: -1 once anything
 * failed. */
static void print(FILE *stream, int wide, int *written, const char *format, ...)
{
        va_list args;
        int n;

        if (*written < 0)
                return;
        va_start(args, format);
        if (wide) {
                wchar_t wide_format[FORMAT_MAX];
                size_t i = 0;

                do
                        wide_format[i] = (unsigned char)format[i];
                while (format[i++]);
                n = vfwprintf(stream, wide_format, args);
        } else {
                n = vfprintf(stream, format, args);
        }
        va_end(args);
        if (n >= 0 && n > INT_MAX - *written) {
                errno = EOVERFLOW;
                n = -1;
        }
        *written = n < 0 ? -1 : *written + n;
}

/* Prints a character `times` times. */
static void fill(FILE *stream, int wide, int *written, wchar_t character, int times)
{
        while (times-- > 0 && *written >= 0)
                if (wide)
                        print(stream, wide, written, "%lc", (wint_t)character);
                else
                        print(stream, wide, written, "%c", (int)character);
}

/* "%", the flags that change a number's text, and the end of the conversion. */
static void conversion(char *format, const struct printf_info *info, const char *end)
{
        *format++ = '%';
        if (info->alt)
                *format++ = '#';
        if (info->showsign)
                *format++ = '+';
        if (info->space)
                *format++ = ' ';
        while ((*format++ = *end++))
                ;
}

/* Prints an infinity or a NaN, which have no unit and are padded with spaces only. */
static int print_special(FILE *stream, const struct printf_info *info, const char *name, int minus)
{
        const char *sign = minus ? "-" : info->showsign ? "+" : info->space ? " " : "";
        /* As in glibc a precision makes the field wider too. */
        int width = info->width > info->prec ? info->width : info->prec;
        int padding = width > 0 ? width - 3 - (*sign != '\0') : 0;
        int written = 0;

        if (!info->left)
                fill(stream, info->wide, &written, L' ', padding);
        print(stream, info->wide, &written, "%s%s", sign, name);
        if (info->left)
                fill(stream, info->wide, &written, L' ', padding);
        return written;
}

/* Prints the scaled value, with the unit in the last column of the field. */
static int print_scaled(FILE *stream, const struct printf_info *info, long double value, char unit)
{
        int precision = info->prec < 0 ? 3 : info->prec;
        char format[FORMAT_MAX];
        int padding = 0;
        int written = 0;

        conversion(format, info, ".*Lf");
        if (info->width > 1) {
                int length = snprintf(NULL, 0, format, precision, value);

                if (length < 0)
                        return -1;
                padding = length < info->width - 1 ? info->width - 1 - length : 0;
        }
        if (!info->left && info->pad == L'0') {
                conversion(format, info, "0*.*Lf");
                print(stream, info->wide, &written, format, padding ? info->width - 1 : 0,
                      precision, value);
        } else {
                if (!info->left)
                        fill(stream, info->wide, &written, info->pad, padding);
                print(stream, info->wide, &written, format, precision, value);
                /* What follows a number on the left are spaces after the unit, or else before it.
                 */
                if (info->left && info->pad != L' ')
                        fill(stream, info->wide, &written, info->pad, padding);
        }
        print(stream, info->wide, &written, "%c", unit);
        if (info->left && info->pad == L' ')
                fill(stream, info->wide, &written, L' ', padding);
        return written;
}

/**
 * Prints the double, or with `info->is_long_double` the long double, that `args[0]` points to: in
 * units of powers of 1000, "KMGTPEZY", where `info->spec` is an upper case letter, else of 1024,
 * "kmgtpezy", and a space for the unit below the first. The precision is 3 unless given; width,
 * padding, `-`, `+`, space and `#` mean what they do for `%f`. Returns the length, or -1 on
 * failure.
 */
int printf_size(FILE *restrict stream, const struct printf_info *info,
                const void *const *restrict args)
{
        int upper = info->spec >= L'A' && info->spec <= L'Z';
        const char *unit = upper ? " KMGTPEZY" : " kmgtpezy";
        int divisor = upper ? 1000 : 1024;
        long double value;
        int written;

        if (info->is_long_double) {
                value = *(const long double *)args[0];
                if (!isinf(value))
                        for (; unit[1] && value >= divisor; unit++)
                                value /= divisor;
        } else {
                /* Dividing a long double would round less often, and so print other digits; it is
                 * what clang does in the registers of an i686 without SSE2, unless told not to. */
                volatile double scaled = *(const double *)args[0];

                if (!isinf(scaled))
                        for (; unit[1] && scaled >= divisor; unit++)
                                scaled /= divisor;
                value = scaled;
        }
        flockfile(stream);
        if (isnan(value))
                written = print_special(stream, info, "nan", 0);
        else if (isinf(value))
                written = print_special(stream, info, "inf", value < 0);
        else
                written = print_scaled(stream, info, value, *unit);
        funlockfile(stream);
        return written;
}

/**
 * Stores in `types[0]`, if `n` is not 0, what printf_size takes: PA_DOUBLE, with
 * PA_FLAG_LONG_DOUBLE if `info` says so. Returns the number of arguments, 1.
 */
int printf_size_info(const struct printf_info *restrict info, size_t n, int *restrict types)
{
        if (n > 0)
                types[0] = PA_DOUBLE | (info->is_long_double ? PA_FLAG_LONG_DOUBLE : 0);
        return 1;
}
