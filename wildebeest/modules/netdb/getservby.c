/*
 * glibc: looks in /etc/services, with aliases and for any protocol; not to find it is no error.
 * musl:  tcp and udp only; the name asked for stands for the official one and for the aliases;
 *        the _r forms return ENOENT, and ports are taken modulo 65536.
 * here:  the lookups of glibc, from the file alone.
 * see:   getservbyname(3), getservent_r(3).
 */
#include "database.h"

static struct database_result result = {.lock = PTHREAD_MUTEX_INITIALIZER};

struct servent *__lwb_getservbyname(const char *name, const char *protocol);
struct servent *__lwb_getservbyport(int port, const char *protocol);
int __lwb_getservbyname_r(const char *name, const char *protocol, struct servent *service,
                          char *buffer, size_t size, struct servent **found);
int __lwb_getservbyport_r(int port, const char *protocol, struct servent *service, char *buffer,
                          size_t size, struct servent **found);

static int get(const void *key, void *entry, char *buffer, size_t size)
{
        return __lwb_netfile_find(NETFILES_SERVICES, __lwb_parse_service, __lwb_match_service, key,
                                  entry, buffer, size);
}

static int get_r(const struct service_key *key, struct servent *service, char *buffer, size_t size,
                 struct servent **found)
{
        int error = get(key, service, buffer, size);

        *found = error ? NULL : service;
        return __lwb_database_found(error);
}

static struct servent *get_static(const struct service_key *key)
{
        static struct servent service;

        return __lwb_database_pointer(__lwb_database_result(&result, get, key, &service), &service);
}

/**
 * The service of this name or alias and this protocol, NULL for any. Returns 0, with NULL in
 * `*found` when there is none; ERANGE when `size` bytes do not do; or what open(2) said.
 */
int __lwb_getservbyname_r(const char *name, const char *protocol, struct servent *service,
                          char *buffer, size_t size, struct servent **found)
{
        struct service_key key = {.name = name, .protocol = protocol};

        return get_r(&key, service, buffer, size, found);
}

/** As getservbyname_r, by the port in network byte order. */
int __lwb_getservbyport_r(int port, const char *protocol, struct servent *service, char *buffer,
                          size_t size, struct servent **found)
{
        struct service_key key = {.port = port, .protocol = protocol};

        return get_r(&key, service, buffer, size, found);
}

/** As getservbyname_r, in static storage. NULL when there is none or on error. */
struct servent *__lwb_getservbyname(const char *name, const char *protocol)
{
        return get_static(&(struct service_key){.name = name, .protocol = protocol});
}

/** As getservbyport_r, in static storage. NULL when there is none or on error. */
struct servent *__lwb_getservbyport(int port, const char *protocol)
{
        return get_static(&(struct service_key){.port = port, .protocol = protocol});
}
