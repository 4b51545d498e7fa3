/* Addresses of OSI network service access points (RFC 1706), as text. */
#include <arpa/inet.h>
#include "state.h"

static int hex(char c)
{
        if (c >= '0' && c <= '9')
                return c - '0';
        c |= 32;
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/** Reads digits of base 16, with '.', '+' and '/' between bytes. Bytes written, at most `most`; 0
 * when it is not such an address. */
unsigned int inet_nsap_addr(const char *text, unsigned char *bytes, int most)
{
        int count = 0;

        while (*text && count < most) {
                int high;
                int low;

                if (*text == '.' || *text == '+' || *text == '/') {
                        text++;
                        continue;
                }
                high = hex(*text++);
                low = high < 0 ? -1 : hex(*text);
                if (low < 0)
                        return 0;
                text++;
                bytes[count++] = (unsigned char)(high << 4 | low);
        }
        return (unsigned)count;
}

/** Writes bytes as `47.0005.80`, at most 255 of them, to `text` or, where that is NULL, to a buffer
 * of the thread. */
char *inet_nsap_ntoa(int size, const unsigned char *bytes, char *text)
{
        static _Thread_local char own[255 * 3];
        static const char digits[] = "0123456789ABCDEF";
        char *start = text ? text : own;
        char *to = start;

        if (size > 255)
                size = 255;
        for (int i = 0; i < size; i++) {
                *to++ = digits[bytes[i] >> 4];
                *to++ = digits[bytes[i] & 15];
                if (i % 2 == 0 && i + 1 < size)
                        *to++ = '.';
        }
        *to = '\0';
        return start;
}
