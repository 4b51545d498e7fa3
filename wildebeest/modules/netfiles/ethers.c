/* /etc/ethers: address name */
#include "netfiles.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/** Fills a struct etherhost. Leading zeros are fine: glibc reads each octet with strtoul. */
int __lwb_parse_ether(char *line, struct netspace *space, void *etherhost)
{
        struct etherhost *host = etherhost;
        char *rest = line;

        (void)space;
        for (int i = 0; i < ETH_ALEN; i++) {
                char *end;
                unsigned long long octet = strtoull(rest, &end, 16);

                if (end == rest || octet > 255)
                        return EINVAL;
                if (i < ETH_ALEN - 1 ? *end != ':' : *end && !netfile_is_blank(*end))
                        return EINVAL;
                host->address.ether_addr_octet[i] = (uint8_t)octet;
                rest = end + (i < ETH_ALEN - 1);
        }
        host->name = __lwb_netfile_word(&rest);
        return 0;
}

/** Whether a struct etherhost has this name, without case. */
bool __lwb_match_ether_name(const void *etherhost, const void *name)
{
        return !strcasecmp(((const struct etherhost *)etherhost)->name, name);
}

/** Whether a struct etherhost has this struct ether_addr. */
bool __lwb_match_ether_address(const void *etherhost, const void *address)
{
        const struct etherhost *host = etherhost;

        return !memcmp(&host->address, address, sizeof host->address);
}
