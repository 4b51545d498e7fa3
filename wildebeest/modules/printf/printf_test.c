/* <printf.h>: what formats take, sizes with units; what printf can't do is refused. */
#include <errno.h>
#include <limits.h>
#include <math.h>
#include <printf.h>
#include <stddef.h>
#include <stdint.h>
#include <wchar.h>
#include "tap.h"

#define ROOM 8
#define GAP (-1)

#define INT_OF(type)                                                                               \
        (sizeof(type) <= sizeof(int)    ? PA_INT                                                   \
         : sizeof(type) <= sizeof(long) ? PA_INT | PA_FLAG_LONG                                    \
                                        : PA_INT | PA_FLAG_LONG_LONG)
/* glibc's answer for %Ld and %qd. */
#define QUAD (sizeof(long) < sizeof(long long) ? PA_INT | PA_FLAG_LONG_LONG : PA_INT)
#define LONG_INT (PA_INT | PA_FLAG_LONG)
#define LONG_DOUBLE (PA_DOUBLE | PA_FLAG_LONG_DOUBLE)
#define COUNT_AT (PA_INT | PA_FLAG_PTR)

struct format {
        const char *format;
        size_t count;
        int types[ROOM];
};

static void test_formats(void)
{
        static const struct format formats[] = {
            {"", 0, {0}},
            {"100 percent", 0, {0}},
            {"%%", 0, {0}},
            {"%5%", 0, {0}},
            {"%*%", 1, {PA_INT}},
            {"%d%i%o%u%x%X", 6, {PA_INT, PA_INT, PA_INT, PA_INT, PA_INT, PA_INT}},
            {"%b %B", 2, {PA_INT, PA_INT}},
            {"%hhd %hd", 2, {PA_CHAR, PA_INT | PA_FLAG_SHORT}},
            {"%ld %lld", 2, {LONG_INT, INT_OF(long long)}},
            {"%Ld %qu", 2, {QUAD, QUAD}},
            {"%jd %zu %Zu %td",
             4,
             {INT_OF(intmax_t), INT_OF(size_t), INT_OF(size_t), INT_OF(ptrdiff_t)}},
            {"%a%A%e%E%f%F%g",
             7,
             {PA_DOUBLE, PA_DOUBLE, PA_DOUBLE, PA_DOUBLE, PA_DOUBLE, PA_DOUBLE, PA_DOUBLE}},
            {"%G %lf %hf", 3, {PA_DOUBLE, PA_DOUBLE, PA_DOUBLE}},
            {"%Lf %llf %qg", 3, {LONG_DOUBLE, LONG_DOUBLE, LONG_DOUBLE}},
            {"%c %C %hhc %lc", 4, {PA_CHAR, PA_WCHAR, PA_CHAR, PA_CHAR}},
            {"%s %S %ls %lS", 4, {PA_STRING, PA_WSTRING, PA_STRING, PA_WSTRING}},
            {"%p %lp", 2, {PA_POINTER, PA_POINTER}},
            {"%n %hhn %hn %ln %lln", 5, {COUNT_AT, COUNT_AT, COUNT_AT, COUNT_AT, COUNT_AT}},
            {"%m", 0, {0}},
            {"%s: %m (%d)", 2, {PA_STRING, PA_INT}},
            {"%*m", 1, {PA_INT}},
            {"%Id %'d %I'd %'Ii", 4, {PA_INT, PA_INT, PA_INT, PA_INT}},
            {"%+ -#0'I5.3d", 1, {PA_INT}},
            {"%5'd", 0, {0}},
            {"%*d", 2, {PA_INT, PA_INT}},
            {"%.*s", 2, {PA_INT, PA_STRING}},
            {"%-*.*f", 3, {PA_INT, PA_INT, PA_DOUBLE}},
            {"%.d %.5d", 2, {PA_INT, PA_INT}},
            {"%5*d", 0, {0}},
            {"%*5d", 1, {PA_INT}},
            {"%.-5d", 0, {0}},
            {"%1$s", 1, {PA_STRING}},
            {"%2$s %1$ld", 2, {LONG_INT, PA_STRING}},
            {"%2$d", 2, {GAP, PA_INT}},
            {"%3$d %1$s", 3, {PA_STRING, GAP, PA_INT}},
            {"%7$p", 7, {GAP, GAP, GAP, GAP, GAP, GAP, PA_POINTER}},
            {"%001$d", 1, {PA_INT}},
            {"%1$*2$.*3$f", 3, {PA_DOUBLE, PA_INT, PA_INT}},
            {"%*3$.*4$d", 4, {PA_INT, GAP, PA_INT, PA_INT}},
            {"%2$*1$s", 2, {PA_INT, PA_STRING}},
            {"%*2$d", 2, {PA_INT, PA_INT}},
            {"%1$d %1$s", 1, {PA_STRING}},
            {"%1$*1$s", 1, {PA_STRING}},
            {"%1$s %d", 1, {PA_INT}},
            {"%2$s %d %d %d", 3, {PA_INT, PA_INT, PA_INT}},
            {"%4$m", 4, {GAP, GAP, GAP, GAP}},
            {"%2$%", 2, {GAP, GAP}},
            {"%2$y", 2, {GAP, GAP}},
            {"%1$1$d", 1, {GAP}},
            {"%0$d", 0, {0}},
            {"%*0$d", 1, {PA_INT}},
            {"%$d", 0, {0}},
            {"%y %d", 1, {PA_INT}},
            {"%*y", 1, {PA_INT}},
            {"%hhhd %llld %lhd %Lld %zld", 0, {0}},
            {"%l%d", 0, {0}},
            {"%D %O %U %k", 0, {0}},
            {"%", 0, {0}},
            {"%d %", 1, {PA_INT}},
            {"%l", 0, {0}},
            {"%*", 1, {PA_INT}},
            {"%*.*", 2, {PA_INT, PA_INT}},
            {"%3$", 3, {GAP, GAP, GAP}},
            {"%99999999999d %.99999999999s", 2, {PA_INT, PA_STRING}},
            {"%99999999999$s", 1, {PA_STRING}},
            {"%4294967297$s", 1, {PA_STRING}},
            {"%18446744073709551617$s", 1, {PA_STRING}},
            {"%*99999999999$s", 1, {PA_INT}},
            {"\xc3\xa9%s\xff%d", 2, {PA_STRING, PA_INT}},
            {"%\xff%d", 1, {PA_INT}},
        };

        for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
                const struct format *f = &formats[i];
                int types[ROOM];
                int same = 1;

                for (size_t k = 0; k < ROOM; k++)
                        types[k] = GAP;
                is_int(parse_printf_format(f->format, ROOM, types), f->count,
                       "parse_printf_format: count of \"%s\"", f->format);
                for (size_t k = 0; k < ROOM; k++)
                        if (types[k] != (k < f->count ? f->types[k] : GAP)) {
                                note("argument %zu is %#x", k + 1, (unsigned int)types[k]);
                                same = 0;
                        }
                ok(same, "parse_printf_format: types of \"%s\"", f->format);
        }
}

static void test_room(void)
{
        int types[3] = {GAP, GAP, GAP};

        is_int(parse_printf_format("%s %d %p", 0, NULL), 3, "parse_printf_format: no room");
        is_int(parse_printf_format("%s %d %p", 2, types), 3, "parse_printf_format: little room");
        ok(types[0] == PA_STRING && types[1] == PA_INT && types[2] == GAP,
           "parse_printf_format: stores no more than there is room for");
        is_int(parse_printf_format("%1000$s", 3, types), 1000, "parse_printf_format: far argument");
        is_int(parse_printf_format("%2147483647$s", 3, types), INT_MAX,
               "parse_printf_format: farthest argument");
}

/* The use that journals make of it: what follows a format's arguments in a list. */
static const char *after(const char *format, ...)
{
        int types[ROOM];
        size_t count = parse_printf_format(format, ROOM, types);
        const char *next;
        va_list args;

        va_start(args, format);
        for (size_t i = 0; i < count && i < ROOM; i++)
                switch (types[i]) {
                case PA_CHAR:
                case PA_INT:
                        (void)va_arg(args, int);
                        break;
                case PA_INT | PA_FLAG_LONG:
                        (void)va_arg(args, long);
                        break;
                case PA_INT | PA_FLAG_LONG_LONG:
                        (void)va_arg(args, long long);
                        break;
                case PA_DOUBLE:
                        (void)va_arg(args, double);
                        break;
                case PA_DOUBLE | PA_FLAG_LONG_DOUBLE:
                        (void)va_arg(args, long double);
                        break;
                default:
                        (void)va_arg(args, void *);
                        break;
                }
        next = va_arg(args, const char *);
        va_end(args);
        return next;
}

static const char *sized(struct printf_info info, double value)
{
        static char text[512];
        long double longer = value;
        const void *args[] = {info.is_long_double ? (const void *)&longer : &value};
        FILE *stream = fmemopen(text, sizeof text, "w");
        int length;

        require(stream != NULL);
        memset(text, 0, sizeof text);
        length = printf_size(stream, &info, args);
        require(fclose(stream) == 0);
        is_int(length, strlen(text), "printf_size: length of \"%s\"", text);
        return text;
}

#define SIZED(text, value, ...)                                                                    \
        is_str(sized((struct printf_info){__VA_ARGS__}, value), text, "printf_size: \"%s\"", text)

static void test_sizes(void)
{
        SIZED("0.000 ", 0, .spec = 'h', .prec = -1);
        SIZED("999.000 ", 999, .spec = 'H', .prec = -1);
        SIZED("1.000K", 1000, .spec = 'H', .prec = -1);
        SIZED("1023.000 ", 1023, .spec = 'h', .prec = -1);
        SIZED("1.000k", 1024, .spec = 'h', .prec = -1);
        SIZED("1000.0 ", 999.96, .spec = 'H', .prec = 1);
        SIZED("117.74m", 123456789, .spec = 'x', .prec = 2);
        SIZED("123M", 123456789, .spec = 'X');
        SIZED("1.0G", 1e9, .spec = 'H', .prec = 1);
        SIZED("1.0T", 1e12, .spec = 'H', .prec = 1);
        SIZED("1.0P", 1e15, .spec = 'H', .prec = 1);
        SIZED("1.0E", 1e18, .spec = 'H', .prec = 1);
        SIZED("1.0Z", 1e21, .spec = 'H', .prec = 1);
        SIZED("1.0Y", 1e24, .spec = 'H', .prec = 1);
        SIZED("1000.0Y", 1e27, .spec = 'H', .prec = 1);
        SIZED("1.0y", 0x1p80, .spec = 'h', .prec = 1);
        SIZED("2.5m", 2.5 * 0x1p20, .spec = 'h', .prec = 1, .is_long_double = 1);
        SIZED("-2048 ", -2048, .spec = 'h');
        SIZED("-0 ", -0.0, .spec = 'h');
        SIZED("   5.00M", 5e6, .spec = 'H', .prec = 2, .width = 8, .pad = ' ');
        SIZED("5.00M   ", 5e6, .spec = 'H', .prec = 2, .width = 8, .pad = ' ', .left = 1);
        SIZED("0005.00M", 5e6, .spec = 'H', .prec = 2, .width = 8, .pad = '0');
        SIZED("+005.00M", 5e6, .spec = 'H', .prec = 2, .width = 8, .pad = '0', .showsign = 1);
        SIZED(" 005.00M", 5e6, .spec = 'H', .prec = 2, .width = 8, .pad = '0', .space = 1);
        SIZED("**+5.00M", 5e6, .spec = 'H', .prec = 2, .width = 8, .pad = '*', .showsign = 1);
        SIZED("5.00***M", 5e6, .spec = 'H', .prec = 2, .width = 8, .pad = '*', .left = 1);
        SIZED("5.00000M", 5e6, .spec = 'H', .prec = 2, .width = 8, .pad = '0', .left = 1);
        SIZED("5.M", 5e6, .spec = 'H', .alt = 1);
        SIZED("5.00M", 5e6, .spec = 'H', .prec = 2, .width = 1, .pad = '0');
        SIZED("5.00M", 5e6, .spec = 'H', .prec = 2, .width = -9, .pad = ' ');
        SIZED("inf", INFINITY, .spec = 'H');
        SIZED("-inf", -INFINITY, .spec = 'H', .pad = '0');
        SIZED("    +inf", INFINITY, .spec = 'H', .width = 8, .pad = '0', .showsign = 1);
        SIZED("nan     ", NAN, .spec = 'H', .width = 8, .pad = '0', .left = 1);
        SIZED(" nan", -NAN, .spec = 'H', .space = 1);
}

static void test_streams(void)
{
        struct printf_info info = {
            .spec = 'H', .prec = 1, .width = 8, .pad = L'*', .showsign = 1, .wide = 1};
        const double value = 2500;
        const void *args[] = {&value};
        wchar_t *text = NULL;
        size_t length = 0;
        FILE *stream = open_wmemstream(&text, &length);
        FILE *closed = fopen("/dev/null", "r");

        require(stream && closed);
        is_int(printf_size(stream, &info, args), 8, "printf_size: length on a wide stream");
        require(fclose(stream) == 0);
        ok(!wcscmp(text, L"***+2.5K"), "printf_size: text on a wide stream");
        free(text);
        info.wide = 0;
        is_int(printf_size(closed, &info, args), -1, "printf_size: stream that can't be written");
        fclose(closed);
}

static void test_size_info(void)
{
        struct printf_info info = {.spec = 'H'};
        int types[2] = {GAP, GAP};

        is_int(printf_size_info(&info, 0, types), 1, "printf_size_info: no room");
        is_int(types[0], GAP, "printf_size_info: no room, nothing stored");
        is_int(printf_size_info(&info, 2, types), 1, "printf_size_info: one argument");
        ok(types[0] == PA_DOUBLE && types[1] == GAP, "printf_size_info: a double");
        info.is_long_double = 1;
        printf_size_info(&info, 1, types);
        is_int(types[0], LONG_DOUBLE, "printf_size_info: a long double");
}

static int handler(FILE *stream, const struct printf_info *info, const void *const *args)
{
        (void)info;
        (void)args;
        return fprintf(stream, "handled");
}

static int arginfo(const struct printf_info *info, size_t n, int *types)
{
        (void)info;
        (void)n;
        (void)types;
        return 0;
}

static int arginfo_size(const struct printf_info *info, size_t n, int *types, int *sizes)
{
        (void)info;
        (void)n;
        (void)types;
        (void)sizes;
        return 0;
}

/* Whether a call fails with this errno. */
#define refuses(call, error) (errno = 0, (call) == -1 && errno == (error))

static void test_registration(void)
{
        ok(refuses(register_printf_function(-1, handler, arginfo), EINVAL),
           "register_printf_function: EINVAL below 0");
        ok(refuses(register_printf_specifier(UCHAR_MAX + 1, handler, arginfo_size), EINVAL),
           "register_printf_specifier: EINVAL beyond UCHAR_MAX");
        ok(refuses(register_printf_modifier(L""), EINVAL),
           "register_printf_modifier: EINVAL when empty");
        ok(refuses(register_printf_modifier(L"a\x100"), EINVAL),
           "register_printf_modifier: EINVAL beyond UCHAR_MAX");
}

#ifndef __GLIBC__
static void copy(void *to, va_list *args)
{
        *(int *)to = va_arg(*args, int);
}

static void test_refusals(void)
{
        ok(refuses(register_printf_function('Y', handler, arginfo), ENOSYS),
           "register_printf_function: ENOSYS");
        ok(refuses(register_printf_specifier('Y', handler, arginfo_size), ENOSYS),
           "register_printf_specifier: ENOSYS");
        ok(refuses(register_printf_modifier(L"Q"), ENOSYS), "register_printf_modifier: ENOSYS");
        ok(refuses(register_printf_type(copy), ENOSYS), "register_printf_type: ENOSYS");
}
#endif

static void test_constants(void)
{
        is_int(PA_INT, 0, "PA_INT");
        is_int(PA_CHAR, 1, "PA_CHAR");
        is_int(PA_WCHAR, 2, "PA_WCHAR");
        is_int(PA_STRING, 3, "PA_STRING");
        is_int(PA_WSTRING, 4, "PA_WSTRING");
        is_int(PA_POINTER, 5, "PA_POINTER");
        is_int(PA_FLOAT, 6, "PA_FLOAT");
        is_int(PA_DOUBLE, 7, "PA_DOUBLE");
        is_int(PA_LAST, 8, "PA_LAST");
        is_int(PA_FLAG_MASK, 0xff00, "PA_FLAG_MASK");
        is_int(PA_FLAG_LONG_LONG, 0x100, "PA_FLAG_LONG_LONG");
        is_int(PA_FLAG_LONG_DOUBLE, 0x100, "PA_FLAG_LONG_DOUBLE");
        is_int(PA_FLAG_LONG, 0x200, "PA_FLAG_LONG");
        is_int(PA_FLAG_SHORT, 0x400, "PA_FLAG_SHORT");
        is_int(PA_FLAG_PTR, 0x800, "PA_FLAG_PTR");
}

int main(void)
{
        test_constants();
        test_formats();
        test_room();
        is_str(after("%d %s %5.1f %lld %zu %hhd %p", 1, "two", 3.0, 4LL, (size_t)5, 6, (void *)0,
                     "after"),
               "after", "parse_printf_format: finds the end of a format's arguments");
        test_sizes();
        test_streams();
        test_size_info();
        test_registration();
#ifndef __GLIBC__
        test_refusals();
#endif
        return done_testing();
}
