/* The service `dns`: hosts by name and by address, from name servers. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "answer.h"

struct lookup {
        struct dns_config config;
        struct dns_exchange exchange;
        struct host_answer answer;
        uint8_t *message;
        int family;
};

/* Begins a lookup; false for want of memory. */
static bool begin(struct lookup *lookup, int family, const struct net_options *options)
{
        *lookup = (struct lookup){.family = family, .message = malloc(DNS_MESSAGE)};
        if (!lookup->message ||
            __lwb_dns_config_read(options ? options->resolv_conf : NULL, &lookup->config)) {
                free(lookup->message);
                return false;
        }
        __lwb_dns_exchange_of(&lookup->config, &lookup->exchange);
        if (options && options->server) {
                lookup->exchange.server_count = 1;
                if (options->server->sin6_family == AF_INET)
                        memcpy(&lookup->exchange.servers[0].ipv4, options->server,
                               sizeof lookup->exchange.servers[0].ipv4);
                else
                        lookup->exchange.servers[0].ipv6 = *options->server;
        }
        return true;
}

/* Ends it: the answer goes to the caller, or nowhere. */
static int end(struct lookup *lookup, enum net_result result, struct host_answer *answer)
{
        if (result == NET_FOUND)
                *answer = lookup->answer;
        else
                host_answer_free(&lookup->answer);
        __lwb_dns_config_free(&lookup->config);
        free(lookup->message);
        return result;
}

/* Asks for the records of one type. */
static enum dns_result ask_type(struct lookup *lookup, const char *name, unsigned type)
{
        uint8_t query[DNS_HEADER + DNS_WIRE_NAME + 4 + DNS_OPT_RECORD];
        unsigned long options = lookup->exchange.options;
        int length = __lwb_dns_query(name, 1, type, options, query, sizeof query);
        enum net_result result;
        unsigned failure;
        ssize_t n;

        if (length > 0 && (options & (RES_USE_EDNS0 | RES_USE_DNSSEC)))
                length = __lwb_dns_add_opt(query, (size_t)length, sizeof query, DNS_EDNS_SIZE,
                                           (options & RES_USE_DNSSEC) != 0);
        if (length < 0)
                return DNS_FATAL;
        n = __lwb_dns_send(&lookup->exchange, query, (size_t)length, lookup->message, DNS_MESSAGE,
                           &failure);
        if (n < 0)
                return failure ? DNS_FAILURE : errno == ECONNREFUSED ? DNS_NOBODY : DNS_SILENCE;
        if ((lookup->message[3] & 15) == ns_r_nxdomain)
                return DNS_NOT_FOUND;
        if (lookup->message[3] & 15)
                return DNS_FATAL;
        /* The name in a query that we wrote is not compressed. */
        result = answer_message(&lookup->answer, lookup->message, (size_t)n, query + DNS_HEADER,
                                type, 0);
        return result == NET_FOUND       ? DNS_FOUND
               : result == NET_NOT_FOUND ? DNS_NO_DATA
                                         : DNS_FAILURE;
}

/* Of what two types of records say: what is found counts, then what may be found later. */
static enum dns_result better(enum dns_result a, enum dns_result b)
{
        static const unsigned char rank[] = {
            [DNS_FOUND] = 0,   [DNS_NOBODY] = 1, [DNS_SILENCE] = 2,   [DNS_FAILURE] = 3,
            [DNS_NO_DATA] = 4, [DNS_FATAL] = 5,  [DNS_NOT_FOUND] = 6,
        };

        return rank[a] <= rank[b] ? a : b;
}

/* Asks for the addresses of one name. */
static enum dns_result ask_addresses(void *data, const char *name)
{
        struct lookup *lookup = data;
        enum dns_result result = DNS_NOT_FOUND;

        host_answer_free(&lookup->answer);
        if (lookup->family != AF_INET6) {
                result = ask_type(lookup, name, DNS_A);
                if (result == DNS_NOBODY || result == DNS_SILENCE)
                        return result;
        }
        if (lookup->family != AF_INET && !(lookup->exchange.options & DNS_NOAAAA))
                result = better(result, ask_type(lookup, name, DNS_AAAA));
        return result;
}

static enum net_result net_result_of(enum dns_result result)
{
        switch (result) {
        case DNS_FOUND:
                return NET_FOUND;
        case DNS_NOT_FOUND:
        case DNS_NO_DATA:
                return NET_NOT_FOUND;
        default:
                return NET_ERROR;
        }
}

int dns_hosts(const char *name, int family, struct host_answer *answer,
              const struct net_options *options)
{
        const char **domains;
        struct dns_search search;
        struct lookup lookup;
        enum dns_result result;
        const char *domain;

        if (!begin(&lookup, family, options))
                return NET_ERROR;
        domains = calloc(lookup.config.domain_count + 1, sizeof *domains);
        if (!domains)
                return end(&lookup, NET_ERROR, answer);
        domain = lookup.config.domains;
        for (size_t i = 0; i < lookup.config.domain_count; i++) {
                domains[i] = domain;
                domain += strlen(domain) + 1;
        }
        search = (struct dns_search){
            .domains = domains,
            .domain_count = lookup.config.domain_count,
            .options = lookup.config.options,
            .ndots = (unsigned)lookup.config.ndots,
        };
        result = __lwb_dns_search(&search, name, ask_addresses, &lookup);
        free(domains);
        return end(&lookup, net_result_of(result), answer);
}

int dns_reverse(const void *address, int family, struct host_answer *answer,
                const struct net_options *options)
{
        struct lookup lookup;
        enum net_result result;
        char name[80];

        if (!begin(&lookup, family, options))
                return NET_ERROR;
        answer_reverse_name(address, family, name);
        result = net_result_of(ask_type(&lookup, name, DNS_PTR));
        if (result == NET_FOUND && !answer_address(&lookup.answer, family, address, 0))
                result = NET_ERROR;
        return end(&lookup, result, answer);
}
