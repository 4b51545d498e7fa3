/* protocols and rpc: name number alias… */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "databases.h"
#include "netfile.h"

static void put_protocol(const void *entry, const struct key *key, FILE *stream)
{
        const struct numbered *protocol = entry;

        (void)key;
        fprintf(stream, "%-21s %d", protocol->name, protocol->number);
        put_aliases(protocol->aliases, stream);
        putc('\n', stream);
}

static void put_rpc(const void *entry, const struct key *key, FILE *stream)
{
        const struct numbered *rpc = entry;

        (void)key;
        /* One blank more sets the aliases off. */
        fprintf(stream, "%-15s %d%s", rpc->name, rpc->number, *rpc->aliases ? " " : "");
        put_aliases(rpc->aliases, stream);
        putc('\n', stream);
}

static bool matches(const void *entry, const struct key *key)
{
        const int number = (int)key->id;

        return key->numeric ? __lwb_match_numbered_number(entry, &number)
                            : __lwb_match_numbered_name(entry, key->text);
}

static const struct netfile_format protocols = {NETFILES_PROTOCOLS, __lwb_parse_numbered,
                                                put_protocol, matches};

static const struct netfile_format rpc = {NETFILES_RPC, __lwb_parse_numbered, put_rpc, matches};

/* A key of digits is a number; what follows digits makes it a name, and too large a one none. */
static void read_numbers(struct request *request)
{
        for (size_t i = 0; i < request->count; i++) {
                struct key *key = &request->keys[i];
                unsigned long long number;

                if (!is_digits(key->text))
                        continue;
                errno = 0;
                number = strtoull(key->text, NULL, 10);
                key->numeric = !errno && number <= UINT32_MAX;
                key->id = (uint32_t)number;
        }
}

static void find_protocols_in(struct request *request, const char *service)
{
        if (!strcmp(service, "files"))
                netfile_find(request, &protocols);
}

static void enumerate_protocols_in(struct request *request, const char *service)
{
        if (!strcmp(service, "files"))
                netfile_enumerate(request, &protocols);
}

static void find_rpc_in(struct request *request, const char *service)
{
        if (!strcmp(service, "files"))
                netfile_find(request, &rpc);
}

static void enumerate_rpc_in(struct request *request, const char *service)
{
        if (!strcmp(service, "files"))
                netfile_enumerate(request, &rpc);
}

void enumerate_protocols(struct request *request)
{
        enumerate_services(request, "protocols", enumerate_protocols_in);
}

enum exit_code find_protocols(struct request *request)
{
        read_numbers(request);
        find_in_services(request, "protocols", find_protocols_in);
        return write_keys(request);
}

void enumerate_rpc(struct request *request)
{
        enumerate_services(request, "rpc", enumerate_rpc_in);
}

enum exit_code find_rpc(struct request *request)
{
        read_numbers(request);
        find_in_services(request, "rpc", find_rpc_in);
        return write_keys(request);
}
