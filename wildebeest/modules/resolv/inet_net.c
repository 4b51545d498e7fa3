#include <arpa/inet.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include "state.h"

static int fail(int error)
{
        errno = error;
        return -1;
}

static int hex(char c)
{
        if (c >= '0' && c <= '9')
                return c - '0';
        c |= 32;
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Reads `0x` and digits: a byte for each two, the last alone in the upper half. */
static const char *hex_bytes(const char *text, unsigned char *bytes, size_t room, size_t *count)
{
        bool half = false;

        for (; hex(*text) >= 0; text++, half = !half) {
                if (!half && *count == room)
                        return NULL;
                if (half)
                        bytes[*count - 1] |= (unsigned char)hex(*text);
                else
                        bytes[(*count)++] = (unsigned char)(hex(*text) << 4);
        }
        return text;
}

/* The bits of a network of which no more than its bytes are known: those of its class. */
static int class_bits(unsigned char first, size_t count)
{
        int bits = first >= 240 ? 32 : first >= 224 ? 4 : first >= 192 ? 24 : first >= 128 ? 16 : 8;

        return bits < (int)count * 8 && bits != 4 ? (int)count * 8
               : bits == 4 && count > 1           ? (int)count * 8
                                                  : bits;
}

/**
 * Reads a network of IPv4: `10`, `10.1/16`, `0x0a01`. What bytes it takes go to `network`, of
 * `room` bytes. The bits of its prefix, or -1 with ENOENT (not a network), EMSGSIZE (no room),
 * EAFNOSUPPORT.
 */
int inet_net_pton(int family, const char *text, void *network, size_t room)
{
        unsigned char *bytes = network;
        size_t count = 0;
        int bits = -1;

        if (family != AF_INET)
                return fail(EAFNOSUPPORT);
        if (text[0] == '0' && (text[1] | 32) == 'x' && hex(text[2]) >= 0) {
                text = hex_bytes(text + 2, bytes, room, &count);
                if (!text)
                        return fail(EMSGSIZE);
        } else {
                for (;;) {
                        unsigned value = 0;

                        if (*text < '0' || *text > '9')
                                return fail(ENOENT);
                        while (*text >= '0' && *text <= '9') {
                                value = value * 10 + (unsigned)(*text++ - '0');
                                if (value > 255)
                                        return fail(ENOENT);
                        }
                        if (count == room)
                                return fail(EMSGSIZE);
                        bytes[count++] = (unsigned char)value;
                        if (*text != '.')
                                break;
                        text++;
                }
        }
        if (*text == '/' && text[1] >= '0' && text[1] <= '9') {
                bits = 0;
                for (text++; *text >= '0' && *text <= '9'; text++) {
                        bits = bits * 10 + (*text - '0');
                        if (bits > 32)
                                return fail(EMSGSIZE);
                }
        }
        if (*text)
                return fail(ENOENT);
        if (bits < 0)
                bits = class_bits(*bytes, count);
        /* What the prefix covers but the text left out is 0. */
        for (; (int)count * 8 < bits; count++) {
                if (count == room)
                        return fail(EMSGSIZE);
                bytes[count] = 0;
        }
        return bits;
}

/**
 * Writes the first `bits` of an IPv4 network as `10.1/16`, with as many bytes as they take. `text`,
 * or NULL with EINVAL (bits), EMSGSIZE (room), EAFNOSUPPORT.
 */
char *inet_net_ntop(int family, const void *network, int bits, char *text, size_t room)
{
        const unsigned char *bytes = network;
        char whole[sizeof "255.255.255.255/32"];
        size_t used = 0;
        int left = bits;

        if (family != AF_INET) {
                errno = EAFNOSUPPORT;
                return NULL;
        }
        if (bits < 0 || bits > 32) {
                errno = EINVAL;
                return NULL;
        }
        if (bits == 0)
                used = (size_t)snprintf(whole, sizeof whole, "0");
        for (; left > 0; left -= 8) {
                unsigned value = left < 8 ? *bytes & (0xff00U >> left & 0xff) : *bytes;

                used += (size_t)snprintf(whole + used, sizeof whole - used, "%s%u", used ? "." : "",
                                         value);
                bytes++;
        }
        used += (size_t)snprintf(whole + used, sizeof whole - used, "/%d", bits);
        if (used >= room) {
                errno = EMSGSIZE;
                return NULL;
        }
        return memcpy(text, whole, used + 1);
}

/** Writes a network in host order as `10.1`: its bytes that are not 0. `text`, or NULL with
 * EMSGSIZE. */
char *inet_neta(in_addr_t network, char *text, size_t room)
{
        char whole[sizeof "255.255.255.255"] = "0.0.0.0";
        size_t used = network ? 0 : strlen(whole);

        for (; network; network <<= 8) {
                if (network >> 24)
                        used += (size_t)snprintf(whole + used, sizeof whole - used, "%s%u",
                                                 used ? "." : "", network >> 24);
        }
        if (used >= room) {
                errno = EMSGSIZE;
                return NULL;
        }
        return memcpy(text, whole, used + 1);
}
