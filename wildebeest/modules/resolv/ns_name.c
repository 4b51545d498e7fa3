#include <errno.h>
#include <string.h>
#include "state.h"

static int too_long(void)
{
        errno = EMSGSIZE;
        return -1;
}

/** Writes the wire form of a name as text. Its length as text with a NUL less; -1 with EMSGSIZE. */
int ns_name_ntop(const unsigned char *wire, char *text, size_t room)
{
        int n = __lwb_dns_name_to_text(wire, text, room);

        return n < 0 ? too_long() : n + 1;
}

/** Reads a name with the escapes of master files. 1: it ended in a dot; 0; -1 with EMSGSIZE. */
int ns_name_pton(const char *text, unsigned char *wire, size_t room)
{
        bool absolute;

        return __lwb_dns_name_from_text(text, wire, room, &absolute) < 0 ? too_long() : absolute;
}

/** Copies a name in lower case. Its length, or -1 with EMSGSIZE. */
int ns_name_ntol(const unsigned char *wire, unsigned char *lower, size_t room)
{
        size_t used = 0;

        for (;;) {
                size_t count = wire[used];

                if (count > DNS_LABEL || count >= room - used || used >= room)
                        return too_long();
                lower[used++] = (unsigned char)count;
                if (count == 0)
                        return (int)used;
                for (; count > 0; count--, used++) {
                        unsigned char c = wire[used];

                        lower[used] = c >= 'A' && c <= 'Z' ? (unsigned char)(c + 32) : c;
                }
        }
}

/** Expands the name at `at` of a message. The bytes it takes there, or -1 with EMSGSIZE. */
int ns_name_unpack(const unsigned char *message, const unsigned char *end, const unsigned char *at,
                   unsigned char *wire, size_t room)
{
        int n = -1;

        if (at >= message && at < end)
                n = __lwb_dns_name_expand(message, (size_t)(end - message), (size_t)(at - message),
                                          wire, room);
        return n < 0 ? too_long() : n;
}

/* Whether the name at `offset`, of a message that we wrote, is `wire`. */
static bool is_at(const unsigned char *message, size_t size, size_t offset,
                  const unsigned char *wire)
{
        unsigned char found[DNS_WIRE_NAME];

        return __lwb_dns_name_expand(message, size, offset, found, sizeof found) > 0 &&
               __lwb_dns_name_equal(found, wire);
}

/* Offset of a name in the message that ends as `wire`, or 0. */
static size_t find(const unsigned char *const *names, const unsigned char *const *last, size_t size,
                   const unsigned char *wire)
{
        const unsigned char *message = *names;

        for (const unsigned char *const *name = names + 1; name < last && *name; name++) {
                size_t at = (size_t)(*name - message);

                for (unsigned hops = 0; at < size && at < 0x4000 && message[at];) {
                        size_t count = message[at];

                        if ((count & 0xc0) == 0xc0) {
                                if (size - at < 2 || ++hops > 127)
                                        break;
                                at = dns_get16(message + at) & 0x3fff;
                                continue;
                        }
                        if (is_at(message, size, at, wire))
                                return at;
                        at += count + 1;
                }
        }
        return 0;
}

/**
 * Writes a name to a message, its end as a pointer where one of the names in the list has the same
 * end. `names`, which may be NULL, begins with the message and ends with NULL, and `last` is the
 * end of its array; the new name is added. Bytes written, or -1 with EMSGSIZE.
 */
int ns_name_pack(const unsigned char *wire, unsigned char *to, int room,
                 const unsigned char **names, const unsigned char **last)
{
        const unsigned char *message = names && last ? *names : NULL;
        size_t left = room > 0 ? (size_t)room : 0;
        size_t size = message ? (size_t)(to - message) : 0;
        size_t whole = 0;
        size_t used = 0;

        while (wire[whole]) {
                if (wire[whole] > DNS_LABEL || whole + wire[whole] + 1 >= DNS_WIRE_NAME)
                        return too_long();
                whole += (size_t)wire[whole] + 1;
        }
        while (wire[used]) {
                size_t count = (size_t)wire[used] + 1;
                size_t at = message
                                ? find(names, (const unsigned char *const *)last, size, wire + used)
                                : 0;

                if (at) {
                        if (left - used < 2)
                                return too_long();
                        dns_put16(to + used, 0xc000 | (unsigned)at);
                        used += 2;
                        goto done;
                }
                if (count >= left - used)
                        return too_long();
                memcpy(to + used, wire + used, count);
                used += count;
        }
        if (used >= left)
                return too_long();
        to[used++] = 0;
done:
        if (message && whole && size < 0x4000 && *to < 0xc0) {
                const unsigned char **slot = names;

                while (slot < last && *slot)
                        slot++;
                if (slot + 1 < last) {
                        slot[0] = to;
                        slot[1] = NULL;
                }
        }
        return (int)used;
}

/** ns_name_pton and ns_name_pack in one. */
int ns_name_compress(const char *text, unsigned char *to, size_t room, const unsigned char **names,
                     const unsigned char **last)
{
        unsigned char wire[DNS_WIRE_NAME];

        if (ns_name_pton(text, wire, sizeof wire) < 0)
                return -1;
        return ns_name_pack(wire, to, room > DNS_MESSAGE ? DNS_MESSAGE : (int)room, names, last);
}

/** Moves `*at` behind the name there, which ends before `end`. 0, or -1 with EMSGSIZE. */
int ns_name_skip(const unsigned char **at, const unsigned char *end)
{
        int n = *at < end ? __lwb_dns_name_skip(*at, (size_t)(end - *at), 0) : -1;

        if (n < 0)
                return too_long();
        *at += n;
        return 0;
}

/** Takes the names that begin at `from` or behind it off a list of ns_name_pack. */
void ns_name_rollback(const unsigned char *from, const unsigned char **names,
                      const unsigned char **last)
{
        for (; names < last && *names; names++) {
                if (*names >= from) {
                        *names = NULL;
                        return;
                }
        }
}
