/* passwd: name:password:uid:gid:gecos:directory:shell */
#include <stdlib.h>
#include <string.h>
#include "databases.h"
#include "colon.h"

static int put(const union colon_entry *entry, FILE *stream)
{
        return __lwb_put_passwd(&entry->passwd, stream);
}

static const char *name_of(const union colon_entry *entry)
{
        return entry->passwd.pw_name;
}

static uint32_t id_of(const union colon_entry *entry)
{
        return entry->passwd.pw_uid;
}

static const struct colon_format format = {
    .name = "passwd",
    .path = "/etc/passwd",
    .parse = __lwb_parse_passwd,
    .plain = __lwb_plain_passwd,
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
        switch (nscd_passwd(key->numeric ? NULL : key->text, key->id, &entry.passwd, &storage,
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

void enumerate_passwd(struct request *request)
{
        enumerate_services(request, "passwd", enumerate);
}

enum exit_code find_passwd(struct request *request)
{
        read_ids(request);
        find_in_services(request, "passwd", find);
        return write_keys(request);
}
