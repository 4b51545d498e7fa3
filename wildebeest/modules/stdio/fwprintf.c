#include <stdarg.h>

#include "stream.h"

/** Writes formatted wide text; its length, or -1 with errno. */
OUTPUT(int, vfwprintf, (FILE *restrict stream, const wchar_t *restrict format, va_list arguments),
       (stream, format, arguments), -1)

int __lwb_fwprintf(FILE *restrict stream, const wchar_t *restrict format, ...);

/** The same with the arguments themselves. */
int __lwb_fwprintf(FILE *restrict stream, const wchar_t *restrict format, ...)
{
        va_list arguments;
        int result;

        va_start(arguments, format);
        result = __lwb_vfwprintf(stream, format, arguments);
        va_end(arguments);
        return result;
}
