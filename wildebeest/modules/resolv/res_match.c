#include <string.h>
#include "state.h"

/** Whether the message has a question for `name`, `type` and `class`: 1 or 0; -1: it is broken. */
int res_nameinquery(const char *name, int type, int class, const unsigned char *message,
                    const unsigned char *end)
{
        uint8_t asked[DNS_WIRE_NAME];
        uint8_t found[DNS_WIRE_NAME];
        size_t size = end > message ? (size_t)(end - message) : 0;
        size_t offset = DNS_HEADER;
        bool absolute;

        if (size < DNS_HEADER || __lwb_dns_name_from_text(name, asked, sizeof asked, &absolute) < 0)
                return -1;
        for (unsigned left = dns_get16(message + 4); left > 0; left--) {
                int taken = __lwb_dns_name_expand(message, size, offset, found, sizeof found);

                if (taken < 0 || size - offset - (size_t)taken < 4)
                        return -1;
                offset += (size_t)taken + 4;
                if (dns_get16(message + offset - 4) == (unsigned)type &&
                    dns_get16(message + offset - 2) == (unsigned)class &&
                    __lwb_dns_name_equal(asked, found))
                        return 1;
        }
        return 0;
}

/** Whether two messages have the same questions, in any order: 1 or 0; -1: one is broken. */
int res_queriesmatch(const unsigned char *a, const unsigned char *a_end, const unsigned char *b,
                     const unsigned char *b_end)
{
        char name[DNS_TEXT_NAME];
        uint8_t wire[DNS_WIRE_NAME];
        size_t size = a_end > a ? (size_t)(a_end - a) : 0;
        size_t offset = DNS_HEADER;

        if (size < DNS_HEADER || b_end < b || b_end - b < DNS_HEADER)
                return -1;
        /* Updates have no questions (RFC 2136). */
        if ((a[2] & b[2] & 0x78) == ns_o_update << 3 && (a[2] & 0x78) == (b[2] & 0x78))
                return 1;
        if (dns_get16(a + 4) != dns_get16(b + 4))
                return 0;
        for (unsigned left = dns_get16(a + 4); left > 0; left--) {
                int taken = __lwb_dns_name_expand(a, size, offset, wire, sizeof wire);
                int found;

                if (taken < 0 || size - offset - (size_t)taken < 4 ||
                    __lwb_dns_name_to_text(wire, name, sizeof name) < 0)
                        return -1;
                offset += (size_t)taken + 4;
                found = res_nameinquery(name, (int)dns_get16(a + offset - 4),
                                        (int)dns_get16(a + offset - 2), b, b_end);
                if (found != 1)
                        return found;
        }
        return 1;
}

/** Whether an IPv4 address is that of a server of _res. */
int res_isourserver(const struct sockaddr_in *address)
{
        const struct __res_state *state = __lwb_res_thread(NULL);

        for (int i = 0; i < state->nscount && i < MAXNS; i++) {
                const struct sockaddr_in *server = &state->nsaddr_list[i];

                if (server->sin_family == address->sin_family &&
                    server->sin_port == address->sin_port &&
                    (server->sin_addr.s_addr == htonl(INADDR_ANY) ||
                     server->sin_addr.s_addr == address->sin_addr.s_addr))
                        return 1;
        }
        return 0;
}
