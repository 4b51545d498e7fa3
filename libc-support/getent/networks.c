/* networks: name number alias… */
#include <arpa/inet.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include "databases.h"
#include "netfile.h"

static void put(const void *entry, const struct key *key, FILE *stream)
{
        const struct netent *network = entry;
        char number[INET_ADDRSTRLEN];
        struct in_addr address = {.s_addr = htonl(network->n_net)};

        (void)key;
        inet_ntop(AF_INET, &address, number, sizeof number);
        fprintf(stream, "%-21s %s", network->n_name, number);
        put_aliases(network->n_aliases, stream);
        putc('\n', stream);
}

static bool matches(const void *entry, const struct key *key)
{
        const struct network_key wanted = {
            .name = key->numeric ? NULL : key->text, .number = key->id, .type = AF_UNSPEC};

        return !key->impossible && __lwb_match_network(entry, &wanted);
}

static const struct netfile_format format = {NETFILES_NETWORKS, __lwb_parse_network, put, matches};

/* What begins with a digit is a number as inet_addr(3) reads it, who stops at a blank. */
static void read_networks(struct request *request)
{
        for (size_t i = 0; i < request->count; i++) {
                struct key *key = &request->keys[i];
                struct in_addr address;
                char *text;

                if (*key->text < '0' || *key->text > '9')
                        continue;
                text = strndup(key->text, strcspn(key->text, " \t\n\v\f\r"));
                if (!text)
                        no_memory();
                key->numeric = true;
                key->impossible = !inet_aton(text, &address);
                key->id = key->impossible ? 0 : ntohl(address.s_addr);
                free(text);
        }
}

static void find(struct request *request, const char *service)
{
        if (!strcmp(service, "files"))
                netfile_find(request, &format);
}

static void enumerate(struct request *request, const char *service)
{
        if (!strcmp(service, "files"))
                netfile_enumerate(request, &format);
}

void enumerate_networks(struct request *request)
{
        enumerate_services(request, "networks", enumerate);
}

enum exit_code find_networks(struct request *request)
{
        read_networks(request);
        find_in_services(request, "networks", find);
        return write_keys(request);
}
