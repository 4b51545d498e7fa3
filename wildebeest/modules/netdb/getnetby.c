/*
 * glibc: getnetbyname and getnetbyaddr look in /etc/networks.
 * musl:  both are refusals that return NULL; there are no _r forms.
 * here:  the lookups of glibc, from the file alone.
 * see:   getnetbyname(3), getnetent_r(3).
 */
#include <errno.h>
#include "database.h"

static struct database_result result = {.lock = PTHREAD_MUTEX_INITIALIZER};

struct netent *__lwb_getnetbyname(const char *name);
struct netent *__lwb_getnetbyaddr(uint32_t number, int type);

static int get(const void *key, void *entry, char *buffer, size_t size)
{
        return __lwb_netfile_find(NETFILES_NETWORKS, __lwb_parse_network, __lwb_match_network, key,
                                  entry, buffer, size);
}

static int get_r(const struct network_key *key, struct netent *net, char *buffer, size_t size,
                 struct netent **found, int *host_error)
{
        int error = get(key, net, buffer, size);

        *found = error ? NULL : net;
        if (error)
                *host_error = __lwb_database_host_error(error);
        return __lwb_database_found(error);
}

static struct netent *get_static(const struct network_key *key)
{
        static struct netent net;
        int error = __lwb_database_result(&result, get, key, &net);

        if (error)
                h_errno = __lwb_database_host_error(error);
        return __lwb_database_pointer(error, &net);
}

/**
 * The network of this name or alias, without case. Returns 0, with NULL in `*found` when there is
 * none; ERANGE when `size` bytes do not do; or what open(2) said.
 */
int getnetbyname_r(const char *restrict name, struct netent *restrict net, char *restrict buffer,
                   size_t size, struct netent **restrict found, int *restrict host_error)
{
        struct network_key key = {.name = name};

        return get_r(&key, net, buffer, size, found, host_error);
}

/** As getnetbyname_r, by the number in host byte order and the type, AF_INET or AF_UNSPEC. */
int getnetbyaddr_r(uint32_t number, int type, struct netent *restrict net, char *restrict buffer,
                   size_t size, struct netent **restrict found, int *restrict host_error)
{
        struct network_key key = {.number = number, .type = type};

        return get_r(&key, net, buffer, size, found, host_error);
}

/** As getnetbyname_r, in static storage. NULL when there is none or on error; see h_errno. */
struct netent *__lwb_getnetbyname(const char *name)
{
        return get_static(&(struct network_key){.name = name});
}

/** As getnetbyaddr_r, in static storage. NULL when there is none or on error; see h_errno. */
struct netent *__lwb_getnetbyaddr(uint32_t number, int type)
{
        return get_static(&(struct network_key){.number = number, .type = type});
}
