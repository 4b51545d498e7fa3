/* ahosts, ahostsv4 and ahostsv6: addresses as getaddrinfo(3) gives them. */
#include <arpa/inet.h>
#include <errno.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <stdlib.h>
#include <string.h>
#include "databases.h"
#include "hosts.h"

/* Which families have an address other than that of loopback. */
struct configured {
        bool ipv4;
        bool ipv6;
};

static struct configured configured_families(void)
{
        struct configured configured = {false, false};
        struct ifaddrs *list;

        if (getifaddrs(&list))
                return (struct configured){true, true};
        for (const struct ifaddrs *item = list; item; item = item->ifa_next) {
                if (!item->ifa_addr)
                        continue;
                if (item->ifa_addr->sa_family == AF_INET) {
                        struct sockaddr_in ipv4;

                        memcpy(&ipv4, item->ifa_addr, sizeof ipv4);
                        configured.ipv4 |= ipv4.sin_addr.s_addr != htonl(INADDR_LOOPBACK);
                } else if (item->ifa_addr->sa_family == AF_INET6) {
                        struct sockaddr_in6 ipv6;

                        memcpy(&ipv6, item->ifa_addr, sizeof ipv6);
                        configured.ipv6 |= !IN6_IS_ADDR_LOOPBACK(&ipv6.sin6_addr);
                }
        }
        freeifaddrs(list);
        return configured;
}

/*
 * What AI_ADDRCONFIG makes of a family: false when there can be no address. Where loopback is all
 * that there is, AF_UNSPEC stays.
 */
static bool restrict_family(int *family)
{
        struct configured configured = configured_families();

        switch (*family) {
        case AF_INET:
                return configured.ipv4;
        case AF_INET6:
                return configured.ipv6;
        default:
                if (configured.ipv4 != configured.ipv6)
                        *family = configured.ipv4 ? AF_INET : AF_INET6;
                return true;
        }
}

/* The interface that follows `%`: a name where the address is of one link, else a number. */
static bool parse_scope(const char *text, const struct in6_addr *address, uint32_t *scope)
{
        unsigned long long number;

        if (IN6_IS_ADDR_LINKLOCAL(address) || IN6_IS_ADDR_MC_LINKLOCAL(address)) {
                *scope = if_nametoindex(text);
                if (*scope)
                        return true;
        }
        if (!is_digits(text))
                return false;
        errno = 0;
        number = strtoull(text, NULL, 10);
        *scope = (uint32_t)number;
        return !errno && number <= UINT32_MAX;
}

/* Reads an address in any notation of inet_aton(3) or with a scope; false when it is a name. */
static bool parse_address(const char *text, struct host_address *address)
{
        const char *percent = strchr(text, '%');
        char ipv6[INET6_ADDRSTRLEN];
        size_t length = percent ? (size_t)(percent - text) : strlen(text);

        *address = (struct host_address){.family = AF_INET};
        if (!percent && !text[strcspn(text, " \t\n\v\f\r")] &&
            inet_aton(text, &address->address.ipv4))
                return true;
        if (length >= sizeof ipv6)
                return false;
        memcpy(ipv6, text, length);
        ipv6[length] = '\0';
        address->family = AF_INET6;
        return inet_pton(AF_INET6, ipv6, &address->address.ipv6) == 1 &&
               (!percent || parse_scope(percent + 1, &address->address.ipv6, &address->scope));
}

static void map_address(struct host_address *address)
{
        struct in6_addr mapped = {.s6_addr = {[10] = 0xff, [11] = 0xff}};

        memcpy(&mapped.s6_addr[12], &address->address.ipv4, sizeof(struct in_addr));
        address->family = AF_INET6;
        address->address.ipv6 = mapped;
}

/* Makes a numeric address one of the family; false when there is no such one. */
static bool convert_address(struct host_address *address, int family)
{
        if (family == AF_INET6 && address->family == AF_INET)
                map_address(address);
        if (family == AF_INET && address->family == AF_INET6) {
                struct in6_addr mapped = address->address.ipv6;

                if (!IN6_IS_ADDR_V4MAPPED(&mapped))
                        return false;
                *address = (struct host_address){.family = AF_INET};
                memcpy(&address->address.ipv4, &mapped.s6_addr[12], sizeof(struct in_addr));
        }
        return true;
}

/* Drops IPv4 addresses in the guise of IPv6, which getaddrinfo does where IPv6 is asked for. */
static void drop_mapped(struct host_answer *answer)
{
        size_t kept = 0;

        for (size_t i = 0; i < answer->address_count; i++)
                if (!IN6_IS_ADDR_V4MAPPED(&answer->addresses[i].address.ipv6))
                        answer->addresses[kept++] = answer->addresses[i];
        answer->address_count = kept;
}

/* Looks a name up; IPv4 addresses stand in mapped where IPv6 ones are wanted and there are none. */
static bool find_name(const struct request *request, const char *name, int family,
                      struct host_answer *answer)
{
        if (family != AF_INET6)
                return host_by_name(request, name, family, answer);
        if (host_by_name(request, name, AF_INET6, answer)) {
                drop_mapped(answer);
                if (answer->address_count)
                        return true;
                host_answer_free(answer);
                return false;
        }
        if (!host_by_name(request, name, AF_INET, answer))
                return false;
        for (size_t i = 0; i < answer->address_count; i++)
                map_address(&answer->addresses[i]);
        return true;
}

static void put(const struct host_address *addresses, size_t count, const char *name, FILE *stream)
{
        static const char *const types[] = {"STREAM", "DGRAM", "RAW"};

        for (size_t i = 0; i < count; i++) {
                char text[HOST_ADDRESS_TEXT];
                const char *scope;
                int width;

                host_address_text(&addresses[i], text);
                /* Where there is a scope glibc pads to its length less. */
                scope = strchr(text, '%');
                width = scope ? 15 - (int)strlen(scope) : 15;
                for (size_t t = 0; t < sizeof types / sizeof *types; t++)
                        fprintf(stream, "%-*s %-6s %s\n", width, text, types[t],
                                i || t ? "" : name);
        }
}

/* The name to ask for; NULL when it is not allowed. */
static char *encode(const struct request *request, const char *name)
{
        char *ascii;

        if (request->no_idn || is_ascii(name))
                return duplicate(name);
        /* A locale of bytes has no characters beyond ASCII. */
        if (MB_CUR_MAX == 1)
                return NULL;
        switch (idna_to_ascii(name, &ascii)) {
        case NET_FOUND:
                return ascii;
        case NET_NOT_FOUND:
                return NULL;
        default:
                no_memory();
        }
}

/* The name to write: as a name of the locale where it is an encoded one. */
static char *decode(const struct request *request, const char *name)
{
        char *text;

        if (!request->no_idn && MB_CUR_MAX > 1 && idna_to_unicode(name, &text) == NET_FOUND)
                return text;
        return duplicate(name);
}

static void find_ahost(struct request *request, struct key *key, int family)
{
        struct host_answer answer = {.name = NULL};
        struct host_address address;
        char *name;

        key->result = LOOKUP_NOTFOUND;
        if (!request->no_addrconfig && !restrict_family(&family))
                return;
        if (parse_address(key->text, &address)) {
                if (!convert_address(&address, family))
                        return;
                put(&address, 1, key->text, key_begin(key));
                key_end(key);
                return;
        }
        name = encode(request, key->text);
        if (name && find_name(request, name, family, &answer)) {
                char *canonical = decode(request, answer.name);

                sort_addresses(answer.addresses, answer.address_count);
                put(answer.addresses, answer.address_count, canonical, key_begin(key));
                key_end(key);
                free(canonical);
                host_answer_free(&answer);
        }
        free(name);
}

static enum exit_code find_family(struct request *request, int family)
{
        for (size_t i = 0; i < request->count; i++)
                find_ahost(request, &request->keys[i], family);
        return write_keys(request);
}

enum exit_code find_ahosts(struct request *request)
{
        return find_family(request, AF_UNSPEC);
}

enum exit_code find_ahostsv4(struct request *request)
{
        return find_family(request, AF_INET);
}

enum exit_code find_ahostsv6(struct request *request)
{
        return find_family(request, AF_INET6);
}
