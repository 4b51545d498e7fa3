/*
 * glibc: getprotobyname and getprotobynumber look in /etc/protocols, aliases included.
 * musl:  both look in a table of its own, without aliases; there are no _r forms.
 * here:  the lookups of glibc; where there is no file, in musl's table.
 * see:   getprotobyname(3), getprotoent_r(3).
 */
#include <errno.h>
#include "protocol_table.h"

static struct database_result result = {.lock = PTHREAD_MUTEX_INITIALIZER};

struct protoent *__lwb_getprotobyname(const char *name);
struct protoent *__lwb_getprotobynumber(int number);

/* Either a name or the number. */
struct key {
        const char *name;
        int number;
};

static int get(const void *key, void *entry, char *buffer, size_t size)
{
        const struct key *wanted = key;
        netfile_match *match =
            wanted->name ? __lwb_match_numbered_name : __lwb_match_numbered_number;
        const void *operand = wanted->name ? (const void *)wanted->name : &wanted->number;
        struct numbered numbered;
        int error = __lwb_netfile_find(NETFILES_PROTOCOLS, __lwb_parse_numbered, match, operand,
                                       &numbered, buffer, size);

        if (error == ENOENT)
                error = __lwb_protocol_table(0, match, operand, &numbered, buffer, size);
        if (!error)
                __lwb_protocol_fill(entry, &numbered);
        return error;
}

static int get_r(const struct key *key, struct protoent *protocol, char *buffer, size_t size,
                 struct protoent **found)
{
        int error = get(key, protocol, buffer, size);

        *found = error ? NULL : protocol;
        return __lwb_database_found(error);
}

static struct protoent *get_static(const struct key *key)
{
        static struct protoent protocol;
        int error = __lwb_database_result(&result, get, key, &protocol);

        return __lwb_database_pointer(error, &protocol);
}

/**
 * The protocol of this name or alias. Returns 0, with NULL in `*found` when there is none; ERANGE
 * when `size` bytes do not do; or what open(2) said.
 */
int getprotobyname_r(const char *restrict name, struct protoent *restrict protocol,
                     char *restrict buffer, size_t size, struct protoent **restrict found)
{
        struct key key = {.name = name};

        return get_r(&key, protocol, buffer, size, found);
}

/** As getprotobyname_r, by the number. */
int getprotobynumber_r(int number, struct protoent *restrict protocol, char *restrict buffer,
                       size_t size, struct protoent **restrict found)
{
        struct key key = {.number = number};

        return get_r(&key, protocol, buffer, size, found);
}

/** As getprotobyname_r, in static storage. NULL when there is none or on error. */
struct protoent *__lwb_getprotobyname(const char *name)
{
        return get_static(&(struct key){.name = name});
}

/** As getprotobynumber_r, in static storage. NULL when there is none or on error. */
struct protoent *__lwb_getprotobynumber(int number)
{
        return get_static(&(struct key){.number = number});
}
