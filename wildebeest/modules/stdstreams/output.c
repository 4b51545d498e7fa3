/*
 * Output to stdout, the variable; libc's functions know the constant alone.
 */
#include <stdarg.h>
#include <wchar.h>

#include "streams.h"

int __lwb_putchar(int byte);
int __lwb_putchar_unlocked(int byte);
int __lwb_puts(const char *text);
int __lwb_vprintf(const char *restrict format, va_list arguments);
int __lwb_printf(const char *restrict format, ...);
wint_t __lwb_putwchar(wchar_t wide);
int __lwb_vwprintf(const wchar_t *restrict format, va_list arguments);
int __lwb_wprintf(const wchar_t *restrict format, ...);

/** Writes a byte to stdout; it, or EOF with errno. */
int __lwb_putchar(int byte)
{
        return fputc(byte, *__lwb_stdout());
}

/** The same without locking the stream. */
int __lwb_putchar_unlocked(int byte)
{
        return putc_unlocked(byte, *__lwb_stdout());
}

/** Writes a string and a line feed to stdout; 0 or more, or EOF with errno. */
int __lwb_puts(const char *text)
{
        FILE *stream = *__lwb_stdout();
        int result;

        flockfile(stream);
        result = fputs(text, stream) < 0 || putc_unlocked('\n', stream) < 0 ? EOF : 0;
        funlockfile(stream);
        return result;
}

/** Writes formatted text to stdout; its length, or -1 with errno. */
int __lwb_vprintf(const char *restrict format, va_list arguments)
{
        return vfprintf(*__lwb_stdout(), format, arguments);
}

/** The same with the arguments themselves. */
int __lwb_printf(const char *restrict format, ...)
{
        va_list arguments;
        int result;

        va_start(arguments, format);
        result = __lwb_vprintf(format, arguments);
        va_end(arguments);
        return result;
}

/** Writes a wide character to stdout; it, or WEOF with errno. */
wint_t __lwb_putwchar(wchar_t wide)
{
        return fputwc(wide, *__lwb_stdout());
}

/** Writes formatted wide text to stdout; its length, or -1 with errno. */
int __lwb_vwprintf(const wchar_t *restrict format, va_list arguments)
{
        return vfwprintf(*__lwb_stdout(), format, arguments);
}

/** The same with the arguments themselves. */
int __lwb_wprintf(const wchar_t *restrict format, ...)
{
        va_list arguments;
        int result;

        va_start(arguments, format);
        result = __lwb_vwprintf(format, arguments);
        va_end(arguments);
        return result;
}
