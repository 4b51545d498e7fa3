/* Passes through the files that netfiles has parsers of. */
#include <stdlib.h>
#include <unistd.h>
#include <errno.h>
#include "netfile.h"

enum { BUFFER = 4096 };

union entry {
        struct hostent host;
        struct netent network;
        struct servent service;
        struct numbered numbered;
        struct etherhost ether;
};

bool netfile_visit(const struct request *request, const char *path, netfile_parser *parse,
                   void *entry, netfile_visitor *visit, void *context)
{
        struct netfile file;
        size_t size = BUFFER;
        char *buffer;
        int error;
        int fd = open_file(request, path);

        if (fd == -1)
                return false;
        __lwb_netfile_begin(&file, fd);
        buffer = allocate(size);
        for (;;) {
                error = __lwb_netfile_next(&file, parse, entry, buffer, size);
                if (error == ERANGE) {
                        size = size > SIZE_MAX / 2 ? SIZE_MAX : size * 2;
                        buffer = enlarge(buffer, size, 1);
                } else if (error || visit(entry, context)) {
                        break;
                }
        }
        if (error && error != NETFILE_END)
                report_error(request, path, error);
        free(buffer);
        __lwb_netfile_close(&file);
        return true;
}

void put_aliases(char *const *aliases, FILE *stream)
{
        for (; *aliases; aliases++)
                fprintf(stream, " %s", *aliases);
}

static bool put_entry(const void *entry, void *context)
{
        const struct netfile_format *format = context;

        format->put(entry, NULL, stdout);
        return ferror(stdout);
}

void netfile_enumerate(struct request *request, const struct netfile_format *format)
{
        union entry entry;

        netfile_visit(request, format->path, format->parse, &entry, put_entry, (void *)format);
}

/* A pass that looks for keys. */
struct pass {
        struct request *request;
        const struct netfile_format *format;
        size_t left;
};

static bool try_entry(const void *entry, void *context)
{
        struct pass *pass = context;

        for (size_t i = 0; i < pass->request->count; i++) {
                struct key *key = &pass->request->keys[i];

                if (!key->active || key->result == LOOKUP_SUCCESS ||
                    !pass->format->matches(entry, key))
                        continue;
                pass->format->put(entry, key, key_begin(key));
                key_end(key);
                pass->left--;
        }
        return !pass->left;
}

void netfile_find(struct request *request, const struct netfile_format *format)
{
        struct pass pass = {.request = request, .format = format, .left = 0};
        union entry entry;

        for (size_t i = 0; i < request->count; i++)
                pass.left += request->keys[i].active;
        if (!netfile_visit(request, format->path, format->parse, &entry, try_entry, &pass))
                return;
        for (size_t i = 0; i < request->count; i++)
                if (request->keys[i].active && request->keys[i].result != LOOKUP_SUCCESS)
                        request->keys[i].result = LOOKUP_NOTFOUND;
}
