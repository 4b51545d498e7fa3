/*
 * glibc: lower case, no leading zeros: 8:0:20:0:61:ca.
 * musl:  upper case, two digits: 08:00:20:00:61:CA.
 * here:  what glibc writes.
 * see:   ether_ntoa(3).
 */
#include <netinet/ether.h>
#include <stdio.h>

char *__lwb_ether_ntoa_r(const struct ether_addr *address, char *text);
char *__lwb_ether_ntoa(const struct ether_addr *address);

/** Writes an address into `text`, of 18 bytes. Returns `text`. */
char *__lwb_ether_ntoa_r(const struct ether_addr *address, char *text)
{
        const uint8_t *octet = address->ether_addr_octet;

        sprintf(text, "%x:%x:%x:%x:%x:%x", octet[0], octet[1], octet[2], octet[3], octet[4],
                octet[5]);
        return text;
}

/** As ether_ntoa_r, in static storage. */
char *__lwb_ether_ntoa(const struct ether_addr *address)
{
        static char text[18];

        return __lwb_ether_ntoa_r(address, text);
}
