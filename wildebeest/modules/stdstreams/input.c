/*
 * Input from stdin, the variable; libc's functions know the constant alone.
 */
#include <stdarg.h>
#include <wchar.h>

#include "streams.h"

int __lwb_getchar(void);
int __lwb_getchar_unlocked(void);
int __lwb_vscanf(const char *restrict format, va_list arguments);
int __lwb_scanf(const char *restrict format, ...);
wint_t __lwb_getwchar(void);
int __lwb_vwscanf(const wchar_t *restrict format, va_list arguments);
int __lwb_wscanf(const wchar_t *restrict format, ...);

/** Reads a byte from stdin; it, or EOF. */
int __lwb_getchar(void)
{
        return fgetc(*__lwb_stdin());
}

/** The same without locking the stream. */
int __lwb_getchar_unlocked(void)
{
        return getc_unlocked(*__lwb_stdin());
}

/** Reads what the format says from stdin; how many items, or EOF. */
int __lwb_vscanf(const char *restrict format, va_list arguments)
{
        return vfscanf(*__lwb_stdin(), format, arguments);
}

/** The same with the arguments themselves. */
int __lwb_scanf(const char *restrict format, ...)
{
        va_list arguments;
        int result;

        va_start(arguments, format);
        result = __lwb_vscanf(format, arguments);
        va_end(arguments);
        return result;
}

/** Reads a wide character from stdin; it, or WEOF. */
wint_t __lwb_getwchar(void)
{
        return fgetwc(*__lwb_stdin());
}

/** Reads what the wide format says from stdin; how many items, or EOF. */
int __lwb_vwscanf(const wchar_t *restrict format, va_list arguments)
{
        return vfwscanf(*__lwb_stdin(), format, arguments);
}

/** The same with the arguments themselves. */
int __lwb_wscanf(const wchar_t *restrict format, ...)
{
        va_list arguments;
        int result;

        va_start(arguments, format);
        result = __lwb_vwscanf(format, arguments);
        va_end(arguments);
        return result;
}
