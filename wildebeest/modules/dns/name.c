/* Names of RFC 1035: text with the escapes of its master files, the wire form, and compression. */
#include <string.h>
#include "dns.h"

static int digit(char c)
{
        return c >= '0' && c <= '9' ? c - '0' : -1;
}

/* Takes one byte of a label off `*text`; what an escape means too. -1 where it is broken. */
static int label_byte(const char **text)
{
        const char *at = *text;
        int value = (unsigned char)*at++;

        if (value == '\\') {
                value = (unsigned char)*at;
                if (!value)
                        return -1;
                at++;
                if (digit((char)value) >= 0) {
                        int tens = digit(at[0]);
                        int ones = tens < 0 ? -1 : digit(at[1]);

                        if (ones < 0)
                                return -1;
                        value = (value - '0') * 100 + tens * 10 + ones;
                        if (value > 255)
                                return -1;
                        at += 2;
                }
        }
        *text = at;
        return value;
}

int __lwb_dns_name_from_text(const char *text, uint8_t *wire, size_t room, bool *absolute)
{
        size_t length = 0; /* index of the current label's length */
        size_t count = 0;

        if (room > DNS_WIRE_NAME)
                room = DNS_WIRE_NAME;
        *absolute = false;
        if (room == 0)
                return -1;
        if (!strcmp(text, ".")) {
                *absolute = true;
                wire[0] = 0;
                return 1;
        }
        while (*text) {
                if (*text == '.') {
                        if (count == 0)
                                return -1;
                        wire[length] = (uint8_t)count;
                        length += count + 1;
                        count = 0;
                        text++;
                        *absolute = !*text;
                        if (length >= room)
                                return -1;
                        continue;
                }
                int value = label_byte(&text);

                if (value < 0 || count == DNS_LABEL || length + count + 1 >= room)
                        return -1;
                wire[length + ++count] = (uint8_t)value;
        }
        if (count > 0) {
                wire[length] = (uint8_t)count;
                length += count + 1;
        }
        if (length >= room)
                return -1;
        wire[length] = 0;
        return (int)length + 1;
}

/* Writes one byte of a label as text to `out`; how many characters. */
static size_t byte_text(uint8_t value, char out[4])
{
        size_t n = 0;

        if (value <= ' ' || value >= 0x7f) {
                out[n++] = '\\';
                out[n++] = (char)('0' + value / 100);
                out[n++] = (char)('0' + value / 10 % 10);
                out[n++] = (char)('0' + value % 10);
                return n;
        }
        if (strchr("\".;\\()@$", value))
                out[n++] = '\\';
        out[n++] = (char)value;
        return n;
}

int __lwb_dns_name_to_text(const uint8_t *wire, char *text, size_t room)
{
        size_t used = 0;
        char byte[4];

        if (!*wire) {
                if (room < 2)
                        return -1;
                strcpy(text, ".");
                return 1;
        }
        for (size_t count; (count = *wire++) != 0;) {
                if (count > DNS_LABEL)
                        return -1;
                if (used) {
                        if (used + 1 >= room)
                                return -1;
                        text[used++] = '.';
                }
                for (; count > 0; count--) {
                        size_t n = byte_text(*wire++, byte);

                        if (n >= room - used)
                                return -1;
                        memcpy(text + used, byte, n);
                        used += n;
                }
        }
        if (used >= room)
                return -1;
        text[used] = '\0';
        return (int)used;
}

/* Each pointer must lead to before the part of the name that it ends: so there is no loop. */
int __lwb_dns_name_expand(const uint8_t *message, size_t size, size_t offset, uint8_t *wire,
                          size_t room)
{
        size_t at = offset;
        size_t limit = offset;
        size_t taken = 0;
        size_t used = 0;

        if (room > DNS_WIRE_NAME)
                room = DNS_WIRE_NAME;
        for (;;) {
                size_t count;

                if (at >= size)
                        return -1;
                count = message[at];
                if ((count & 0xc0) == 0xc0) {
                        if (size - at < 2)
                                return -1;
                        if (!taken)
                                taken = at + 2 - offset;
                        at = dns_get16(message + at) & 0x3fff;
                        if (at >= limit)
                                return -1;
                        limit = at;
                        continue;
                }
                if (count > DNS_LABEL || count >= size - at || used + count + 1 > room)
                        return -1;
                memcpy(wire + used, message + at, count + 1);
                used += count + 1;
                at += count + 1;
                if (count == 0)
                        return (int)(taken ? taken : at - offset);
        }
}

int __lwb_dns_name_skip(const uint8_t *message, size_t size, size_t offset)
{
        size_t at = offset;

        while (at < size) {
                size_t count = message[at];

                if ((count & 0xc0) == 0xc0)
                        return size - at < 2 ? -1 : (int)(at + 2 - offset);
                if (count > DNS_LABEL || count >= size - at)
                        return -1;
                at += count + 1;
                if (count == 0)
                        return (int)(at - offset);
        }
        return -1;
}

size_t __lwb_dns_name_length(const uint8_t *wire)
{
        size_t length = 0;

        while (wire[length])
                length += (size_t)wire[length] + 1;
        return length + 1;
}

static uint8_t lower(uint8_t c)
{
        return c >= 'A' && c <= 'Z' ? (uint8_t)(c + 32) : c;
}

bool __lwb_dns_name_equal(const uint8_t *a, const uint8_t *b)
{
        size_t length = __lwb_dns_name_length(a);

        /* Lengths of labels are below 'A': the case does not touch them. */
        if (length != __lwb_dns_name_length(b))
                return false;
        for (size_t i = 0; i < length; i++) {
                if (lower(a[i]) != lower(b[i]))
                        return false;
        }
        return true;
}
