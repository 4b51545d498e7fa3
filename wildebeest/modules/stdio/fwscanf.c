#include <stdarg.h>

#include "stream.h"

/** Reads what the format says; how many items, or EOF, with errno at an error. */
INPUT(int, vfwscanf, (FILE *restrict stream, const wchar_t *restrict format, va_list arguments),
      (stream, format, arguments), EOF)

int __lwb_fwscanf(FILE *restrict stream, const wchar_t *restrict format, ...);

/** The same with the arguments themselves. */
int __lwb_fwscanf(FILE *restrict stream, const wchar_t *restrict format, ...)
{
        va_list arguments;
        int result;

        va_start(arguments, format);
        result = __lwb_vfwscanf(stream, format, arguments);
        va_end(arguments);
        return result;
}
