/* shadow: name, password and seven numbers; a user may have a file of his own, as TCB has it. */
#include <stdlib.h>
#include <string.h>
#include "databases.h"
#include "colon.h"

static int put(const union colon_entry *entry, FILE *stream)
{
        return __lwb_put_shadow(&entry->shadow, stream);
}

static const char *name_of(const union colon_entry *entry)
{
        return entry->shadow.sp_namp;
}

static const struct colon_format format = {
    .name = "shadow",
    .path = "/etc/shadow",
    .parse = __lwb_parse_shadow,
    .put = put,
    .entry_name = name_of,
};

/* Looks in /etc/tcb/USER/shadow, which libc prefers. */
static void find_tcb(struct request *request, struct key *key)
{
        struct request one = *request;
        char *path;

        if (*key->text == '.' || strchr(key->text, '/') || !*key->text)
                return;
        if (asprintf(&path, "/etc/tcb/%s/shadow", key->text) == -1)
                no_memory();
        one.keys = key;
        one.count = 1;
        colon_find(&one, &format, path);
        request->spoiled = one.spoiled;
        free(path);
}

static void find(struct request *request, const char *service)
{
        if (strcmp(service, "files"))
                return;
        for_active_keys(request, find_tcb);
        colon_find(request, &format, format.path);
}

static void enumerate(struct request *request, const char *service)
{
        if (!strcmp(service, "files"))
                colon_enumerate(request, &format);
}

void enumerate_shadow(struct request *request)
{
        enumerate_services(request, "shadow", enumerate);
}

enum exit_code find_shadow(struct request *request)
{
        find_in_services(request, "shadow", find);
        return write_keys(request);
}
