#include <string.h>
#include "error_text.h"

char *__lwb_error_describe(int error, char *buffer, size_t size)
{
        static const char start[] = "Unknown error ";
        const char *known = __lwb_error_text(error);
        char digits[UNKNOWN_ERROR_SIZE];
        char *p = digits + sizeof digits;
        unsigned value = error < 0 ? 0 - (unsigned)error : (unsigned)error;
        size_t length;

        if (known || !size)
                return known ? (char *)known : buffer;
        *--p = '\0';
        do
                *--p = (char)('0' + value % 10);
        while (value /= 10);
        if (error < 0)
                *--p = '-';
        p -= sizeof start - 1;
        memcpy(p, start, sizeof start - 1);
        length = strnlen(p, size - 1);
        memcpy(buffer, p, length);
        buffer[length] = '\0';
        return buffer;
}
