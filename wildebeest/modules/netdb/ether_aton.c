/*
 * glibc: six octets of one or two hexadecimal digits; whatever follows the last one's second digit
 *        is ignored.
 * musl:  any number that strtoul reads, and nothing may follow.
 * here:  what glibc accepts.
 * see:   ether_aton(3).
 */
#include <netinet/ether.h>
#include <stddef.h>
#include "../netfiles/netfiles.h"
#include "ether_address.h"

struct ether_addr *__lwb_ether_aton_r(const char *text, struct ether_addr *address);
struct ether_addr *__lwb_ether_aton(const char *text);

static int digit(char c)
{
        if (c >= '0' && c <= '9')
                return c - '0';
        if (c >= 'a' && c <= 'f')
                return c - 'a' + 10;
        if (c >= 'A' && c <= 'F')
                return c - 'A' + 10;
        return -1;
}

/** Reads an address: the last octet may be one digit before a blank. Returns what follows, or NULL.
 */
const char *__lwb_ether_address(const char *text, struct ether_addr *address)
{
        for (int i = 0; i < ETH_ALEN; i++) {
                int octet = digit(*text++);

                if (octet < 0)
                        return NULL;
                if (digit(*text) >= 0)
                        octet = octet * 16 + digit(*text++);
                else if (i == ETH_ALEN - 1 && *text && !netfile_is_blank(*text))
                        return NULL;
                if (i < ETH_ALEN - 1 && *text++ != ':')
                        return NULL;
                address->ether_addr_octet[i] = (uint8_t)octet;
        }
        return text;
}

/** Reads an address from text into `*address`. Returns `address`, or NULL. */
struct ether_addr *__lwb_ether_aton_r(const char *text, struct ether_addr *address)
{
        return __lwb_ether_address(text, address) ? address : NULL;
}

/** As ether_aton_r, in static storage. */
struct ether_addr *__lwb_ether_aton(const char *text)
{
        static struct ether_addr address;

        return __lwb_ether_aton_r(text, &address);
}
