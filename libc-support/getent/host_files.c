/* /etc/hosts, and the one word of /etc/host.conf that matters to it. */
#include <errno.h>
#include <string.h>
#include <strings.h>
#include "host_files.h"
#include "netfile.h"

static void add_alias(struct host_answer *answer, const char *alias)
{
        answer->aliases =
            enlarge(answer->aliases, answer->alias_count + 1, sizeof *answer->aliases);
        answer->aliases[answer->alias_count++] = duplicate(alias);
}

/* Adds a line to an answer: the first one gives the name, the others more aliases. */
static void add_line(struct host_answer *answer, const struct hostent *host)
{
        struct host_address *address;

        for (char **alias = host->h_aliases; *alias; alias++)
                add_alias(answer, *alias);
        if (!answer->name)
                answer->name = duplicate(host->h_name);
        else if (strcmp(answer->name, host->h_name) != 0)
                add_alias(answer, host->h_name);
        answer->addresses =
            enlarge(answer->addresses, answer->address_count + 1, sizeof *answer->addresses);
        address = &answer->addresses[answer->address_count++];
        *address = (struct host_address){.family = host->h_addrtype};
        memcpy(&address->address, host->h_addr_list[0], (size_t)host->h_length);
}

/* Whether lines of /etc/host.conf say `multi on`; the last one counts. */
static int parse_multi(char *line, struct netspace *space, void *multi)
{
        (void)space;
        if (strcasecmp(__lwb_netfile_word(&line), "multi") != 0)
                return EINVAL;
        *(bool *)multi = !strcasecmp(__lwb_netfile_word(&line), "on");
        return 0;
}

static bool keep_reading(const void *entry, void *context)
{
        (void)entry;
        (void)context;
        return false;
}

static bool is_multi(const struct request *request)
{
        static bool known;
        static bool multi;

        if (!known)
                netfile_visit(request, "/etc/host.conf", parse_multi, &multi, keep_reading, NULL);
        known = true;
        return multi;
}

/* A pass through the file. */
struct pass {
        const char *name;
        const void *address;
        int family;
        bool multi;
        struct host_answer *answer;
};

static bool take_name(const void *entry, void *context)
{
        const struct hostent *host = entry;
        struct pass *pass = context;

        if ((pass->family != AF_UNSPEC && host->h_addrtype != pass->family) ||
            !__lwb_netfile_is_named(host->h_name, host->h_aliases, pass->name, strcasecmp))
                return false;
        add_line(pass->answer, host);
        return !pass->multi;
}

enum lookup files_by_name(const struct request *request, const char *name, int family,
                          struct host_answer *answer)
{
        struct pass pass = {
            .name = name, .family = family, .multi = is_multi(request), .answer = answer};
        struct hostent host;

        *answer = (struct host_answer){.name = NULL};
        if (!netfile_visit(request, NETFILES_HOSTS,
                           family == AF_INET ? __lwb_parse_host_ipv4 : __lwb_parse_host, &host,
                           take_name, &pass))
                return LOOKUP_UNAVAIL;
        return answer->name ? LOOKUP_SUCCESS : LOOKUP_NOTFOUND;
}

/* Whether a line's address is the one that is looked for. As in glibc from 2.41 on, a mapped IPv4
 * address is also that of a line without `::ffff:`. */
static bool is_address(const struct pass *pass, const struct hostent *host)
{
        const struct in6_addr *ipv6 = pass->address;

        if (host->h_addrtype == AF_INET && pass->family == AF_INET6)
                return IN6_IS_ADDR_V4MAPPED(ipv6) &&
                       !memcmp(host->h_addr_list[0], &ipv6->s6_addr[12], sizeof(struct in_addr));
        return host->h_addrtype == pass->family &&
               !memcmp(host->h_addr_list[0], pass->address, (size_t)host->h_length);
}

static bool take_address(const void *entry, void *context)
{
        struct pass *pass = context;

        if (!is_address(pass, entry))
                return false;
        add_line(pass->answer, entry);
        return true;
}

enum lookup files_by_address(const struct request *request, const void *address, int family,
                             struct host_answer *answer)
{
        struct pass pass = {.address = address, .family = family, .answer = answer};
        struct hostent host;

        *answer = (struct host_answer){.name = NULL};
        if (!netfile_visit(request, NETFILES_HOSTS,
                           family == AF_INET ? __lwb_parse_host_ipv4 : __lwb_parse_host, &host,
                           take_address, &pass))
                return LOOKUP_UNAVAIL;
        if (!answer->name)
                return LOOKUP_NOTFOUND;
        answer->addresses[0].family = family;
        memcpy(&answer->addresses[0].address, address,
               family == AF_INET ? sizeof(struct in_addr) : sizeof(struct in6_addr));
        return LOOKUP_SUCCESS;
}
