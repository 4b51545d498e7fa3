#include <stdarg.h>
#include <stdbool.h>
#include <stdlib.h>

#include "stream.h"

LIBC_OWN(vfprintf);
int __lwb_fprintf(FILE *restrict stream, const char *restrict format, ...);
int __lwb_vfprintf(FILE *restrict stream, const char *restrict format, va_list arguments);

/* The whole text in one piece to a stream without a buffer; false where it can't be made. */
static bool print_direct(FILE *stream, const char *format, va_list arguments, int *result)
{
        char room[512], *text = room, *allocated = NULL;
        va_list again;
        int length;

        va_copy(again, arguments);
        length = vsnprintf(room, sizeof room, format, again);
        va_end(again);
        if (length >= (int)sizeof room) {
                va_copy(again, arguments);
                length = vasprintf(&allocated, format, again);
                va_end(again);
                text = allocated;
        }
        if (length < 0)
                return false;
        *result = __lwb_stdio_put(text, (size_t)length, stream) == (size_t)length ? length : -1;
        free(allocated);
        return true;
}

/** Writes formatted text; its length, or -1 with errno. */
int __lwb_vfprintf(FILE *restrict stream, const char *restrict format, va_list arguments)
{
        int result;

        if (__fbufsize(stream) == 0 && __fwritable(stream) &&
            print_direct(stream, format, arguments, &result))
                return result;
        result = libc_own_vfprintf(stream, format, arguments);
        if (result < 0 && !__fwritable(stream))
                errno = EBADF;
        return result;
}

/** The same with the arguments themselves. */
int __lwb_fprintf(FILE *restrict stream, const char *restrict format, ...)
{
        va_list arguments;
        int result;

        va_start(arguments, format);
        result = __lwb_vfprintf(stream, format, arguments);
        va_end(arguments);
        return result;
}
