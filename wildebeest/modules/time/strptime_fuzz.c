/* libFuzzer: any format and text for strptime, and the format with the time for strftime. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
        char *format = malloc(size + 1), *text, room[300];
        struct tm tm = {.tm_mday = 1};
        size_t length;

        if (!format)
                return 0;
        memcpy(format, data, size);
        format[size] = '\0';
        length = strlen(format);
        text = length < size ? format + length + 1 : format;
        if (strptime(text, format, &tm) && strftime(room, sizeof room, format, &tm) >= sizeof room)
                abort();
        free(format);
        return 0;
}
