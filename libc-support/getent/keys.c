/* Keys and services: who is asked for what, and in which order the answers are written. */
#include <errno.h>
#include <stdlib.h>
#include "getent.h"

FILE *key_begin(struct key *key)
{
        key->stream = open_memstream(&key->output, &key->length);
        if (!key->stream)
                no_memory();
        return key->stream;
}

void key_end(struct key *key)
{
        int failed = ferror(key->stream);

        if (fclose(key->stream) || failed)
                no_memory();
        key->result = LOOKUP_SUCCESS;
}

static void forget(struct key *key)
{
        free(key->output);
        key->output = NULL;
        key->length = 0;
}

void find_in_services(struct request *request, const char *name, service_find *find)
{
        const struct services *services = services_of(name);
        size_t left = 0;

        for (size_t i = 0; i < request->count; i++) {
                request->keys[i].active = request->keys[i].result != LOOKUP_SUCCESS;
                left += request->keys[i].active;
        }
        for (size_t s = 0; s < services->count && left; s++) {
                for (size_t i = 0; i < request->count; i++) {
                        if (!request->keys[i].active)
                                continue;
                        forget(&request->keys[i]);
                        request->keys[i].result = LOOKUP_UNAVAIL;
                }
                find(request, services->list[s].name);
                for (size_t i = 0; i < request->count; i++) {
                        struct key *key = &request->keys[i];

                        if (key->active && services->list[s].ends[key->result]) {
                                key->active = false;
                                left--;
                        }
                }
        }
}

void for_active_keys(struct request *request, void (*find)(struct request *, struct key *))
{
        for (size_t i = 0; i < request->count; i++)
                if (request->keys[i].active && request->keys[i].result != LOOKUP_SUCCESS)
                        find(request, &request->keys[i]);
}

void enumerate_services(struct request *request, const char *name, service_enumerate *enumerate)
{
        const struct services *services = services_of(name);

        for (size_t s = 0; s < services->count; s++) {
                enumerate(request, services->list[s].name);
                /* That a service has no more is that the next entry was not found. */
                if (services->list[s].ends[LOOKUP_NOTFOUND])
                        break;
        }
}

enum exit_code write_keys(const struct request *request)
{
        enum exit_code code = GETENT_OK;

        for (size_t i = 0; i < request->count; i++) {
                const struct key *key = &request->keys[i];

                if (key->result == LOOKUP_SUCCESS)
                        fwrite(key->output, 1, key->length, stdout);
                else
                        code = GETENT_MISSING;
        }
        return code;
}
