/* ethers: address name */
#include <string.h>
#include "../../wildebeest/modules/netdb/ether_address.h"
#include "databases.h"
#include "netfile.h"

static bool is_address(const struct key *key, struct ether_addr *address)
{
        return __lwb_ether_address(key->text, address);
}

/* A name is written as it was asked for, not as the file has it. */
static void put(const void *entry, const struct key *key, FILE *stream)
{
        const struct etherhost *host = entry;
        const uint8_t *octet = host->address.ether_addr_octet;
        struct ether_addr address;

        fprintf(stream, "%x:%x:%x:%x:%x:%x %s\n", octet[0], octet[1], octet[2], octet[3], octet[4],
                octet[5], is_address(key, &address) ? host->name : key->text);
}

static bool matches(const void *entry, const struct key *key)
{
        struct ether_addr address;

        return is_address(key, &address) ? __lwb_match_ether_address(entry, &address)
                                         : __lwb_match_ether_name(entry, key->text);
}

static const struct netfile_format format = {NETFILES_ETHERS, __lwb_parse_ether, put, matches};

static void find(struct request *request, const char *service)
{
        if (!strcmp(service, "files"))
                netfile_find(request, &format);
}

enum exit_code find_ethers(struct request *request)
{
        find_in_services(request, "ethers", find);
        return write_keys(request);
}
