/* services: name port/protocol alias… */
#include <arpa/inet.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "databases.h"
#include "netfile.h"

static void put(const void *entry, const struct key *key, FILE *stream)
{
        const struct servent *service = entry;

        (void)key;
        fprintf(stream, "%-21s %u/%s", service->s_name, ntohs((uint16_t)service->s_port),
                service->s_proto);
        put_aliases(service->s_aliases, stream);
        putc('\n', stream);
}

/* A key is NAME or PORT, and may go on with /PROTOCOL. */
static bool matches(const void *entry, const struct key *key)
{
        const char *slash = strchr(key->text, '/');
        size_t length = slash ? (size_t)(slash - key->text) : strlen(key->text);
        struct service_key wanted = {.protocol = slash ? slash + 1 : NULL};
        bool found;
        char *name;

        if (key->numeric) {
                wanted.port = htons((uint16_t)key->id);
                return __lwb_match_service(entry, &wanted);
        }
        name = strndup(key->text, length);
        if (!name)
                no_memory();
        wanted.name = name;
        found = __lwb_match_service(entry, &wanted);
        free(name);
        return found;
}

static const struct netfile_format format = {NETFILES_SERVICES, __lwb_parse_service, put, matches};

/* Digits that are a port are one, with leading zeros too; a larger number is a name. */
static void read_ports(struct request *request)
{
        for (size_t i = 0; i < request->count; i++) {
                struct key *key = &request->keys[i];
                size_t digits = strspn(key->text, "0123456789");
                unsigned long long port;

                if (!digits || (key->text[digits] && key->text[digits] != '/'))
                        continue;
                errno = 0;
                port = strtoull(key->text, NULL, 10);
                key->numeric = !errno && port <= UINT16_MAX;
                key->id = (uint32_t)port;
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

void enumerate_services_database(struct request *request)
{
        enumerate_services(request, "services", enumerate);
}

enum exit_code find_services_database(struct request *request)
{
        read_ports(request);
        find_in_services(request, "services", find);
        return write_keys(request);
}
