/* parse_printf_format on any format and any room: the first byte is the room, the rest the format.
 */
#include <printf.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define UNSET (-99)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Stops the fuzzer where an answer can't be right. */
static void expect(int holds)
{
        if (!holds)
                abort();
}

/* An array of `n` unset types that nothing may write beyond. */
static int *unset(size_t n)
{
        int *types = malloc(n ? n * sizeof *types : 1);

        expect(types != NULL);
        for (size_t i = 0; i < n; i++)
                types[i] = UNSET;
        return types;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
        size_t room = size ? data[0] : 0;
        size_t length = size ? size - 1 : 0;
        char *format = malloc(length + 1);
        int *few = unset(room);
        int *many = unset(room + 64);
        size_t count;

        expect(format != NULL);
        if (length)
                memcpy(format, data + 1, length);
        format[length] = '\0';
        count = parse_printf_format(format, room, few);
        expect(parse_printf_format(format, room + 64, many) == count);
        expect(parse_printf_format(format, 0, NULL) == count);
        expect(memcmp(few, many, room * sizeof *few) == 0);
        for (size_t i = 0; i < room + 64; i++) {
                int type = many[i] & ~PA_FLAG_MASK;

                expect(many[i] == UNSET || (i < count && type >= PA_INT && type < PA_LAST));
        }
        /* Without "$" there are at most three arguments for each "%", and no gaps. */
        if (!strchr(format, '$')) {
                expect(count <= 3 * length);
                for (size_t i = 0; i < count && i < room + 64; i++)
                        expect(many[i] != UNSET);
        }
        free(format);
        free(few);
        free(many);
        return 0;
}
