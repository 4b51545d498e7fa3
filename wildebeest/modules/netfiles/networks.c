/* /etc/networks: name number alias… */
#include "netfiles.h"
#include <errno.h>
#include <strings.h>
#include <sys/socket.h>

/*
 * One part of a network number, below 256, in C's notation but that glibc takes `x1` for `0x1`.
 * Returns what follows, or NULL.
 */
static const char *network_part(const char *text, uint32_t *part)
{
        unsigned base = *text == '0' ? 8 : 10;
        const char *first = text;
        uint32_t value = 0;

        text += *text == '0';
        if (*text == 'x' || *text == 'X') {
                base = 16;
                first = ++text;
        }
        for (;; text++) {
                unsigned digit = base;

                if (*text >= '0' && *text <= '9')
                        digit = (unsigned)(*text - '0');
                else if (*text >= 'a' && *text <= 'f')
                        digit = (unsigned)(*text - 'a') + 10;
                else if (*text >= 'A' && *text <= 'F')
                        digit = (unsigned)(*text - 'A') + 10;
                if (digit >= base)
                        break;
                value = value * base + digit;
                if (value > 255)
                        return NULL;
        }
        *part = value;
        return text == first ? NULL : text;
}

/*
 * Reads 1 to 4 parts; what is missing at the end is 0: `10` is 10.0.0.0. 255.255.255.255 is no
 * network, as with glibc since 2.43.
 */
static bool network_number(const char *text, uint32_t *number)
{
        uint32_t value = 0;
        unsigned parts = 0;

        for (;;) {
                uint32_t part;

                text = network_part(text, &part);
                if (!text || parts == 4)
                        return false;
                value |= part << (24 - 8 * parts++);
                if (*text != '.')
                        break;
                text++;
        }
        *number = value;
        return !*text && value != UINT32_MAX;
}

/** Fills a struct netent; n_net is in host byte order. */
int __lwb_parse_network(char *line, struct netspace *space, void *netent)
{
        struct netent *net = netent;
        char *rest = line;
        uint32_t number;

        net->n_name = __lwb_netfile_word(&rest);
        if (!network_number(__lwb_netfile_word(&rest), &number))
                return EINVAL;
        net->n_addrtype = AF_INET;
        net->n_net = number;
        return __lwb_netfile_aliases(rest, space, &net->n_aliases);
}

/** Whether a struct netent is what a struct network_key asks for. */
bool __lwb_match_network(const void *netent, const void *network_key)
{
        const struct netent *net = netent;
        const struct network_key *key = network_key;

        if (key->name)
                return __lwb_netfile_is_named(net->n_name, net->n_aliases, key->name, strcasecmp);
        return net->n_net == key->number &&
               (key->type == AF_UNSPEC || key->type == net->n_addrtype);
}
