/* group: name:password:gid:member,member */
#include <stdlib.h>
#include <string.h>
#include "databases.h"
#include "colon.h"

static int put(const union colon_entry *entry, FILE *stream)
{
        return __lwb_put_group(&entry->group, stream);
}

static const char *name_of(const union colon_entry *entry)
{
        return entry->group.gr_name;
}

static uint32_t id_of(const union colon_entry *entry)
{
        return entry->group.gr_gid;
}

static const struct colon_format format = {
    .name = "group",
    .path = "/etc/group",
    .parse = __lwb_parse_group,
    .plain = __lwb_plain_group,
    .put = put,
    .entry_name = name_of,
    .entry_id = id_of,
};

static void ask_nscd(struct request *request, struct key *key)
{
        union colon_entry entry;
        char *storage = NULL;

        key->result = LOOKUP_NOTFOUND;
        if (key->impossible)
                return;
        switch (nscd_group(key->numeric ? NULL : key->text, key->id, &entry.group, &storage,
                           &request->net)) {
        case NET_FOUND:
                colon_put(request, &format, &entry, key_begin(key));
                key_end(key);
                break;
        case NET_ERROR:
                key->result = LOOKUP_UNAVAIL;
                break;
        default:
                break;
        }
        free(storage);
}

static void find(struct request *request, const char *service)
{
        if (!strcmp(service, "files") || !strcmp(service, "compat"))
                colon_find(request, &format, format.path);
        else if (!strcmp(service, "nscd"))
                for_active_keys(request, ask_nscd);
}

static void enumerate(struct request *request, const char *service)
{
        if (!strcmp(service, "files") || !strcmp(service, "compat"))
                colon_enumerate(request, &format);
}

void enumerate_group(struct request *request)
{
        enumerate_services(request, "group", enumerate);
}

enum exit_code find_group(struct request *request)
{
        read_ids(request);
        find_in_services(request, "group", find);
        return write_keys(request);
}
