/* hosts: an address and its names, a line for each address. */
#include <arpa/inet.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include "databases.h"
#include "host_files.h"
#include "netfile.h"

void host_address_text(const struct host_address *address, char *text)
{
        const struct in6_addr *ipv6 = &address->address.ipv6;

        /* libc writes these as ::102:304, glibc as ::1.2.3.4. */
        if (address->family == AF_INET6 && !memcmp(ipv6, &in6addr_any, 12) &&
            (ipv6->s6_addr[12] || ipv6->s6_addr[13])) {
                memcpy(text, "::", 2);
                inet_ntop(AF_INET, &ipv6->s6_addr[12], text + 2, INET_ADDRSTRLEN);
        } else {
                inet_ntop(address->family, &address->address, text, INET6_ADDRSTRLEN);
        }
        if (address->scope)
                sprintf(text + strlen(text), "%%%u", (unsigned int)address->scope);
}

static enum lookup lookup_of(int result)
{
        switch (result) {
        case NET_FOUND:
                return LOOKUP_SUCCESS;
        case NET_NOT_FOUND:
                return LOOKUP_NOTFOUND;
        default:
                return LOOKUP_TRYAGAIN;
        }
}

/* Two labels, the last one being `local`: what is asked over multicast. */
static bool is_local_name(const char *name)
{
        size_t label = strcspn(name, ".");

        return label &&
               (!strcasecmp(name + label, ".local") || !strcasecmp(name + label, ".local."));
}

static bool is_local_address(const void *address, int family)
{
        struct in_addr ipv4;

        if (family == AF_INET6)
                return IN6_IS_ADDR_LINKLOCAL((const struct in6_addr *)address);
        memcpy(&ipv4, address, sizeof ipv4);
        return (ntohl(ipv4.s_addr) & 0xffff0000) == 0xa9fe0000;
}

/* Names under which nsswitch.conf may have the service. */
static bool is_mdns(const char *service)
{
        return !strcmp(service, "mdns") || !strcmp(service, "mdns_minimal") ||
               !strcmp(service, "mdns4") || !strcmp(service, "mdns4_minimal") ||
               !strcmp(service, "mdns6") || !strcmp(service, "mdns6_minimal");
}

static enum lookup ask_by_name(const struct request *request, const char *service, const char *name,
                               int family, struct host_answer *answer)
{
        if (!strcmp(service, "files"))
                return files_by_name(request, name, family, answer);
        if (!strcmp(service, "dns"))
                return lookup_of(dns_hosts(name, family, answer, &request->net));
        /* A name that is not its business is none that it says does not exist. */
        if (is_mdns(service) && is_local_name(name))
                return lookup_of(mdns_hosts(name, family, answer, &request->net));
        return LOOKUP_UNAVAIL;
}

static enum lookup ask_by_address(const struct request *request, const char *service,
                                  const void *address, int family, struct host_answer *answer)
{
        if (!strcmp(service, "files"))
                return files_by_address(request, address, family, answer);
        if (!strcmp(service, "dns"))
                return lookup_of(dns_reverse(address, family, answer, &request->net));
        if (is_mdns(service) && is_local_address(address, family))
                return lookup_of(mdns_reverse(address, family, 0, answer, &request->net));
        return LOOKUP_UNAVAIL;
}

bool host_by_name(const struct request *request, const char *name, int family,
                  struct host_answer *answer)
{
        const struct services *services = services_of("hosts");
        enum lookup result = LOOKUP_UNAVAIL;

        for (size_t s = 0; s < services->count; s++) {
                if (result == LOOKUP_SUCCESS)
                        host_answer_free(answer);
                result = ask_by_name(request, services->list[s].name, name, family, answer);
                if (services->list[s].ends[result])
                        break;
        }
        return result == LOOKUP_SUCCESS;
}

bool host_by_address(const struct request *request, const void *address, int family,
                     struct host_answer *answer)
{
        const struct services *services = services_of("hosts");
        enum lookup result = LOOKUP_UNAVAIL;

        for (size_t s = 0; s < services->count; s++) {
                if (result == LOOKUP_SUCCESS)
                        host_answer_free(answer);
                result = ask_by_address(request, services->list[s].name, address, family, answer);
                if (services->list[s].ends[result])
                        break;
        }
        return result == LOOKUP_SUCCESS;
}

static void put(const struct host_answer *answer, FILE *stream)
{
        for (size_t i = 0; i < answer->address_count; i++) {
                char text[HOST_ADDRESS_TEXT];

                host_address_text(&answer->addresses[i], text);
                fprintf(stream, "%-15s %s", text, answer->name);
                for (size_t a = 0; a < answer->alias_count; a++)
                        fprintf(stream, " %s", answer->aliases[a]);
                putc('\n', stream);
        }
}

/* Whether a name is an address, or nearly one, to gethostbyname(3): no service is asked for it. */
static bool is_numeric(const char *name, struct host_answer *answer)
{
        struct host_address *address;
        struct in_addr ipv4;
        size_t length = strlen(name);

        if (strchr(name, ':'))
                return true;
        if (*name < '0' || *name > '9' || name[strspn(name, "0123456789.")] ||
            name[length - 1] == '.')
                return false;
        if (inet_aton(name, &ipv4)) {
                address = allocate(sizeof *address);
                *address = (struct host_address){.family = AF_INET, .address.ipv4 = ipv4};
                answer->name = duplicate(name);
                answer->addresses = address;
                answer->address_count = 1;
        }
        return true;
}

static void find_host(struct request *request, struct key *key)
{
        struct host_answer answer = {.name = NULL};
        struct in6_addr address;
        bool found;

        if (inet_pton(AF_INET6, key->text, &address) == 1)
                found = host_by_address(request, &address, AF_INET6, &answer);
        else if (inet_pton(AF_INET, key->text, &address) == 1)
                found = host_by_address(request, &address, AF_INET, &answer);
        else if (is_numeric(key->text, &answer))
                found = answer.name;
        else
                found = host_by_name(request, key->text, AF_INET6, &answer) ||
                        host_by_name(request, key->text, AF_INET, &answer);
        key->result = LOOKUP_NOTFOUND;
        if (!found)
                return;
        put(&answer, key_begin(key));
        key_end(key);
        host_answer_free(&answer);
}

enum exit_code find_hosts(struct request *request)
{
        for (size_t i = 0; i < request->count; i++)
                find_host(request, &request->keys[i]);
        return write_keys(request);
}

static bool write_line(const void *entry, void *context)
{
        const struct hostent *host = entry;
        struct host_address address = {.family = host->h_addrtype};
        char text[HOST_ADDRESS_TEXT];

        (void)context;
        memcpy(&address.address, host->h_addr_list[0], (size_t)host->h_length);
        host_address_text(&address, text);
        printf("%-15s %s", text, host->h_name);
        put_aliases(host->h_aliases, stdout);
        putchar('\n');
        return ferror(stdout);
}

static void enumerate(struct request *request, const char *service)
{
        struct hostent host;

        if (!strcmp(service, "files"))
                netfile_visit(request, NETFILES_HOSTS,
                              request->all_families ? __lwb_parse_host : __lwb_parse_host_ipv4,
                              &host, write_line, NULL);
}

/** Writes IPv4 addresses, as gethostent(3) has them, unless those of all families are wanted. */
void enumerate_hosts(struct request *request)
{
        enumerate_services(request, "hosts", enumerate);
}
