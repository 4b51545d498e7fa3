/* aliases: name: member, member… */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include "databases.h"
#include "netfile.h"

static void put(const struct mail_alias *alias, FILE *stream)
{
        fprintf(stream, "%s: ", alias->name);
        for (size_t width = strlen(alias->name) + 2; width < 16; width++)
                putc(' ', stream);
        for (size_t i = 0; i < alias->count; i++)
                fprintf(stream, "%s%s", i ? ", " : "", alias->members[i]);
        putc('\n', stream);
}

/* Gives an entry to each active key of that name; without keys writes it. True: no more. */
static bool take(struct request *request, const struct mail_alias *alias, size_t *left)
{
        if (!request->count) {
                put(alias, stdout);
                return ferror(stdout);
        }
        for (size_t i = 0; i < request->count; i++) {
                struct key *key = &request->keys[i];

                if (!key->active || key->result == LOOKUP_SUCCESS ||
                    strcasecmp(alias->name, key->text) != 0)
                        continue;
                put(alias, key_begin(key));
                key_end(key);
                --*left;
        }
        return !*left;
}

static void read_file(struct request *request)
{
        struct netfile file;
        struct alias_reader reader;
        struct mail_alias alias;
        size_t left = 0;
        int error;
        int fd = open_file(request, NETFILES_ALIASES);

        if (fd == -1)
                return;
        __lwb_netfile_begin(&file, fd);
        for (size_t i = 0; i < request->count; i++)
                left += request->keys[i].active;
        __lwb_alias_begin(&reader, &file);
        while (!(error = __lwb_alias_next(&reader, &alias)))
                if (take(request, &alias, &left))
                        break;
        if (error && error != NETFILE_END)
                report_error(request, NETFILES_ALIASES, error);
        __lwb_alias_end(&reader);
        __lwb_netfile_close(&file);
        for (size_t i = 0; i < request->count; i++)
                if (request->keys[i].active && request->keys[i].result != LOOKUP_SUCCESS)
                        request->keys[i].result = LOOKUP_NOTFOUND;
}

static void use(struct request *request, const char *service)
{
        if (!strcmp(service, "files"))
                read_file(request);
}

void enumerate_aliases(struct request *request)
{
        enumerate_services(request, "aliases", use);
}

enum exit_code find_aliases(struct request *request)
{
        find_in_services(request, "aliases", use);
        return write_keys(request);
}
