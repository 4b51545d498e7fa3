/* Host answers: how they are filled, from DNS messages too. */
#include "answer.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* A hostile server's CNAME records may go on for ever. */
enum { MOST_ALIASES = 64, MOST_ADDRESSES = 4096 };

void host_answer_free(struct host_answer *answer)
{
        for (size_t i = 0; i < answer->alias_count; i++)
                free(answer->aliases[i]);
        free(answer->aliases);
        free(answer->name);
        free(answer->addresses);
        *answer = (struct host_answer){0};
}

bool answer_name(struct host_answer *answer, const char *name)
{
        if (!answer->name)
                answer->name = strdup(name);
        return answer->name != NULL;
}

bool answer_alias(struct host_answer *answer, const char *name)
{
        char **aliases;
        char *copy;

        for (size_t i = 0; i < answer->alias_count; i++) {
                if (!strcasecmp(answer->aliases[i], name))
                        return true;
        }
        copy = strdup(name);
        aliases = realloc(answer->aliases, (answer->alias_count + 1) * sizeof *aliases);
        if (aliases)
                answer->aliases = aliases;
        if (!copy || !aliases) {
                free(copy);
                return false;
        }
        answer->aliases[answer->alias_count++] = copy;
        return true;
}

bool answer_address(struct host_answer *answer, int family, const void *address, uint32_t scope)
{
        struct host_address *all;
        struct host_address *added;
        size_t size = family == AF_INET ? 4 : 16;

        for (size_t i = 0; i < answer->address_count; i++) {
                const struct host_address *known = &answer->addresses[i];

                if (known->family == family && known->scope == scope &&
                    !memcmp(&known->address, address, size))
                        return true;
        }
        all = realloc(answer->addresses, (answer->address_count + 1) * sizeof *all);
        if (!all)
                return false;
        answer->addresses = all;
        added = &all[answer->address_count++];
        memset(added, 0, sizeof *added);
        added->family = family;
        added->scope = scope;
        memcpy(&added->address, address, size);
        return true;
}

/* Whether a name, as text, is one of a host, as glibc takes them from servers. */
static bool is_host(const char *name)
{
        if (*name == '-' || !*name || !strcmp(name, "."))
                return false;
        return name[strspn(name,
                           "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.")] ==
               '\0';
}

/* The name in a CNAME or PTR record; whether there is one, of a host. */
static bool target_of(const struct dns_reader *reader, const struct dns_record *record,
                      uint8_t wire[DNS_WIRE_NAME], char text[DNS_TEXT_NAME])
{
        size_t at = (size_t)(record->data - reader->message);
        int taken = __lwb_dns_name_expand(reader->message, reader->size, at, wire, DNS_WIRE_NAME);

        return taken > 0 && (size_t)taken <= record->size &&
               __lwb_dns_name_to_text(wire, text, DNS_TEXT_NAME) > 0 && is_host(text);
}

/* Follows CNAME records from `name`, which becomes the last. NET_NOT_FOUND where that is no host.
 */
static enum net_result follow(struct host_answer *answer, const uint8_t *message, size_t size,
                              uint8_t name[DNS_WIRE_NAME])
{
        char text[DNS_TEXT_NAME];
        struct dns_reader reader;
        struct dns_record record;

        for (unsigned hops = 0; hops < MOST_ALIASES; hops++) {
                uint8_t next[DNS_WIRE_NAME];
                bool found = false;
                int more = 0;

                if (__lwb_dns_read(&reader, message, size))
                        return NET_ERROR;
                while (!found && (more = __lwb_dns_next(&reader, &record)) > 0)
                        found = record.section == 1 && record.type == DNS_CNAME &&
                                record.class == 1 && __lwb_dns_name_equal(record.name, name);
                if (more < 0)
                        return NET_ERROR;
                if (!found)
                        return NET_FOUND;
                if (__lwb_dns_name_to_text(record.name, text, sizeof text) < 0 || !is_host(text))
                        return NET_NOT_FOUND;
                if (!answer_alias(answer, text))
                        return NET_ERROR;
                if (!target_of(&reader, &record, next, text))
                        return NET_NOT_FOUND;
                memcpy(name, next, sizeof next);
        }
        return NET_ERROR;
}

static bool is_link_local(const uint8_t *address, unsigned type)
{
        return type == DNS_AAAA && address[0] == 0xfe && (address[1] & 0xc0) == 0x80;
}

/* Adds one record; NET_NOT_FOUND where it says nothing. */
static enum net_result add_record(struct host_answer *answer, const struct dns_reader *reader,
                                  const struct dns_record *record, uint32_t scope)
{
        uint8_t wire[DNS_WIRE_NAME];
        char text[DNS_TEXT_NAME];

        switch (record->type) {
        case DNS_PTR:
                if (!target_of(reader, record, wire, text))
                        return NET_NOT_FOUND;
                if (!(answer->name && strcasecmp(answer->name, text) ? answer_alias(answer, text)
                                                                     : answer_name(answer, text)))
                        return NET_ERROR;
                return NET_FOUND;
        case DNS_A:
        case DNS_AAAA:
                if (record->size != (record->type == DNS_A ? 4 : 16) ||
                    answer->address_count >= MOST_ADDRESSES)
                        return NET_NOT_FOUND;
                if (!answer_address(answer, record->type == DNS_A ? AF_INET : AF_INET6,
                                    record->data,
                                    is_link_local(record->data, record->type) ? scope : 0))
                        return NET_ERROR;
                return NET_FOUND;
        default:
                return NET_NOT_FOUND;
        }
}

enum net_result answer_message(struct host_answer *answer, const uint8_t *message, size_t size,
                               const uint8_t *asked, unsigned type, uint32_t scope)
{
        uint8_t name[DNS_WIRE_NAME] = {0};
        char text[DNS_TEXT_NAME];
        struct dns_reader reader;
        struct dns_record record;
        enum net_result result;
        bool found = false;
        int more;

        memcpy(name, asked, __lwb_dns_name_length(asked));
        result = follow(answer, message, size, name);
        if (result)
                return result;
        if (__lwb_dns_read(&reader, message, size) ||
            __lwb_dns_name_to_text(name, text, sizeof text) < 0)
                return NET_ERROR;
        while ((more = __lwb_dns_next(&reader, &record)) > 0) {
                if (record.section != 1 || record.type != type || (record.class & 0x7fff) != 1 ||
                    !__lwb_dns_name_equal(record.name, name))
                        continue;
                result = add_record(answer, &reader, &record, scope);
                if (result == NET_ERROR)
                        return result;
                found |= result == NET_FOUND;
        }
        if (more < 0)
                return NET_ERROR;
        if (found && type != DNS_PTR && !answer_name(answer, text))
                return NET_ERROR;
        return found ? NET_FOUND : NET_NOT_FOUND;
}

void answer_reverse_name(const void *address, int family, char name[80])
{
        const uint8_t *bytes = address;
        size_t used = 0;

        if (family == AF_INET6 && IN6_IS_ADDR_V4MAPPED((const struct in6_addr *)address)) {
                bytes += 12;
                family = AF_INET;
        }
        if (family == AF_INET) {
                snprintf(name, 80, "%u.%u.%u.%u.in-addr.arpa", bytes[3], bytes[2], bytes[1],
                         bytes[0]);
                return;
        }
        for (int i = 15; i >= 0; i--)
                used += (size_t)snprintf(name + used, 80 - used, "%x.%x.", bytes[i] & 15,
                                         bytes[i] >> 4);
        snprintf(name + used, 80 - used, "ip6.arpa");
}
