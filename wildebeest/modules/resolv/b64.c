/* Base 64 of RFC 4648. */
#include <string.h>
#include "state.h"

static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Writes `size` bytes as base 64 with a NUL. Its length, or -1 when `room` is too small. */
int b64_ntop(const unsigned char *bytes, size_t size, char *text, size_t room)
{
        size_t length;

        if (size > (size_t)INT32_MAX / 4 * 3 - 3)
                return -1;
        length = (size + 2) / 3 * 4;
        if (length >= room)
                return -1;
        for (size_t i = 0; i < size; i += 3) {
                size_t left = size - i;
                uint32_t group = (uint32_t)bytes[i] << 16;

                if (left > 1)
                        group |= (uint32_t)bytes[i + 1] << 8;
                if (left > 2)
                        group |= bytes[i + 2];
                *text++ = digits[group >> 18];
                *text++ = digits[group >> 12 & 63];
                *text++ = left > 1 ? digits[group >> 6 & 63] : '=';
                *text++ = left > 2 ? digits[group & 63] : '=';
        }
        *text = '\0';
        return (int)length;
}

static bool space(char c)
{
        return c == ' ' || (c >= '\t' && c <= '\r');
}

/**
 * Reads base 64, with white space anywhere. The number of bytes, or -1 when it is not base 64 or
 * does not fit `room`; with NULL for `bytes` they are but counted.
 */
int b64_pton(const char *text, unsigned char *bytes, size_t room)
{
        uint32_t group = 0;
        size_t count = 0;
        unsigned have = 0;
        unsigned padding = 0;

        for (; *text; text++) {
                const char *digit = strchr(digits, *text);

                if (space(*text))
                        continue;
                if (*text == '=' && have > 1) {
                        if (++padding > 4 - have)
                                return -1;
                        continue;
                }
                if (!digit || padding)
                        return -1;
                group = group << 6 | (uint32_t)(digit - digits);
                if (++have == 1)
                        continue;
                /* Each digit but the first ends a byte; the bits that are left must be 0. */
                if (bytes) {
                        if (count == room)
                                return -1;
                        bytes[count] = (unsigned char)(group >> (4 - have) * 2);
                }
                if (count == INT32_MAX)
                        return -1;
                count++;
                group &= (1U << (4 - have) * 2) - 1;
                if (have == 4)
                        have = 0;
        }
        if (have ? have + padding != 4 || (bytes && group) : padding != 0)
                return -1;
        return (int)count;
}
