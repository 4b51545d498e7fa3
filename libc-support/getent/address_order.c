/* The order of addresses: RFC 3484, section 6, with the tables of gai.conf(5). */
#include <arpa/inet.h>
#include <errno.h>
#include <ifaddrs.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "hosts.h"

/* A destination with all that the rules ask about it; IPv4 addresses are mapped ones. */
struct destination {
        struct host_address address;
        struct in6_addr bytes;
        struct in6_addr source;
        bool usable;
        bool scopes_match;
        bool labels_match;
        int precedence;
        int scope;
        int common_bits;
        size_t index;
};

struct policy {
        struct in6_addr prefix;
        int bits;
        int label;
        int precedence;
};

/* The longest prefix first. */
static const struct policy policies[] = {
    {{.s6_addr = {[15] = 1}}, 128, 0, 50},  {{.s6_addr = {[10] = 0xff, [11] = 0xff}}, 96, 4, 10},
    {{.s6_addr = {0}}, 96, 3, 20},          {{.s6_addr = {0x20, 0x01}}, 32, 7, 40},
    {{.s6_addr = {0x20, 0x02}}, 16, 2, 30}, {{.s6_addr = {0xfe, 0xc0}}, 10, 5, 40},
    {{.s6_addr = {0xfc}}, 7, 6, 40},        {{.s6_addr = {0}}, 0, 1, 40},
};

static int common_bits(const struct in6_addr *a, const struct in6_addr *b)
{
        int bits = 0;

        while (bits < 128 && !((a->s6_addr[bits / 8] ^ b->s6_addr[bits / 8]) & (0x80 >> bits % 8)))
                bits++;
        return bits;
}

static const struct policy *policy_of(const struct in6_addr *address)
{
        const struct policy *policy = policies;

        while (common_bits(&policy->prefix, address) < policy->bits)
                policy++;
        return policy;
}

static int scope_of(const struct in6_addr *address)
{
        enum { LINK_LOCAL = 2, SITE_LOCAL = 5, GLOBAL = 14 };
        const uint8_t *bytes = address->s6_addr;

        if (IN6_IS_ADDR_V4MAPPED(address))
                return bytes[12] == 127 || (bytes[12] == 169 && bytes[13] == 254) ? LINK_LOCAL
                                                                                  : GLOBAL;
        if (IN6_IS_ADDR_MULTICAST(address))
                return bytes[1] & 15;
        if (IN6_IS_ADDR_LOOPBACK(address) || IN6_IS_ADDR_LINKLOCAL(address))
                return LINK_LOCAL;
        return IN6_IS_ADDR_SITELOCAL(address) ? SITE_LOCAL : GLOBAL;
}

static struct in6_addr map(const void *ipv4)
{
        struct in6_addr mapped = {.s6_addr = {[10] = 0xff, [11] = 0xff}};

        memcpy(&mapped.s6_addr[12], ipv4, sizeof(struct in_addr));
        return mapped;
}

/* The address from which a destination would be reached: the kernel knows, and sends nothing. */
static bool find_source(const struct host_address *address, struct in6_addr *source)
{
        enum { ANY_PORT = 9 };
        union {
                struct sockaddr any;
                struct sockaddr_in ipv4;
                struct sockaddr_in6 ipv6;
        } name;
        socklen_t length;
        bool found;
        int fd = socket(address->family, SOCK_DGRAM | SOCK_CLOEXEC, 0);

        if (fd == -1)
                return false;
        memset(&name, 0, sizeof name);
        name.any.sa_family = (sa_family_t)address->family;
        if (address->family == AF_INET) {
                name.ipv4.sin_port = htons(ANY_PORT);
                name.ipv4.sin_addr = address->address.ipv4;
                length = sizeof name.ipv4;
        } else {
                name.ipv6.sin6_port = htons(ANY_PORT);
                name.ipv6.sin6_addr = address->address.ipv6;
                name.ipv6.sin6_scope_id = address->scope;
                length = sizeof name.ipv6;
        }
        found = !connect(fd, &name.any, length);
        length = sizeof name;
        found = found && !getsockname(fd, &name.any, &length);
        close(fd);
        if (found)
                *source =
                    name.any.sa_family == AF_INET ? map(&name.ipv4.sin_addr) : name.ipv6.sin6_addr;
        return found;
}

/* How many bits the network of an own IPv4 address has; of mapped ones. */
static int network_bits(const struct ifaddrs *list, const struct in6_addr *source)
{
        for (; list; list = list->ifa_next) {
                struct sockaddr_in ipv4;
                struct in6_addr address;
                uint32_t mask;

                if (!list->ifa_addr || !list->ifa_netmask || list->ifa_addr->sa_family != AF_INET)
                        continue;
                memcpy(&ipv4, list->ifa_addr, sizeof ipv4);
                address = map(&ipv4.sin_addr);
                if (memcmp(&address, source, sizeof address) != 0)
                        continue;
                memcpy(&ipv4, list->ifa_netmask, sizeof ipv4);
                mask = ntohl(ipv4.sin_addr.s_addr);
                return 96 + __builtin_popcount(mask);
        }
        return 128;
}

static void describe(struct destination *destination, const struct ifaddrs *interfaces)
{
        const struct host_address *address = &destination->address;
        const struct policy *policy;
        const struct policy *source_policy;

        destination->bytes =
            address->family == AF_INET ? map(&address->address.ipv4) : address->address.ipv6;
        policy = policy_of(&destination->bytes);
        destination->precedence = policy->precedence;
        destination->scope = scope_of(&destination->bytes);
        destination->usable = find_source(address, &destination->source);
        if (!destination->usable)
                return;
        source_policy = policy_of(&destination->source);
        destination->labels_match = policy->label == source_policy->label;
        destination->scopes_match = destination->scope == scope_of(&destination->source);
        destination->common_bits = common_bits(&destination->bytes, &destination->source);
        /* Among IPv4 addresses only those of an own network are near. */
        if (address->family == AF_INET &&
            destination->common_bits < network_bits(interfaces, &destination->source))
                destination->common_bits = 0;
}

static int compare(const void *first, const void *second)
{
        const struct destination *a = first;
        const struct destination *b = second;

        if (a->usable != b->usable)
                return b->usable - a->usable;
        if (a->scopes_match != b->scopes_match)
                return b->scopes_match - a->scopes_match;
        if (a->labels_match != b->labels_match)
                return b->labels_match - a->labels_match;
        if (a->precedence != b->precedence)
                return b->precedence - a->precedence;
        if (a->scope != b->scope)
                return a->scope - b->scope;
        if (a->address.family == b->address.family && a->common_bits != b->common_bits)
                return b->common_bits - a->common_bits;
        return a->index < b->index ? -1 : 1;
}

void sort_addresses(struct host_address *addresses, size_t count)
{
        struct destination *destinations;
        struct ifaddrs *interfaces;

        if (count < 2)
                return;
        if (getifaddrs(&interfaces))
                interfaces = NULL;
        destinations = enlarge(NULL, count, sizeof *destinations);
        memset(destinations, 0, count * sizeof *destinations);
        for (size_t i = 0; i < count; i++) {
                destinations[i].address = addresses[i];
                destinations[i].index = i;
                describe(&destinations[i], interfaces);
        }
        qsort(destinations, count, sizeof *destinations, compare);
        for (size_t i = 0; i < count; i++)
                addresses[i] = destinations[i].address;
        free(destinations);
        freeifaddrs(interfaces);
}
