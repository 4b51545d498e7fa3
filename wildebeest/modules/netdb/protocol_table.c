/*
 * glibc: no /etc/protocols, no protocols.
 * musl:  getprotoent and its relatives know a table of their own and no file.
 * here:  the file, and where there is none musl's table, so that nothing gets worse.
 * see:   getprotoent(3).
 */
#include "protocol_table.h"
#include "../../shared/libc_own.h"
#include <errno.h>
#include <string.h>

LIBC_OWN(setprotoent);
LIBC_OWN(getprotoent);

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static char *copy_name(struct netspace *space, const char *name)
{
        size_t size = strlen(name) + 1;
        char *copy = __lwb_netfile_take(space, size, 1);

        return copy ? memcpy(copy, name, size) : NULL;
}

static int copy(const struct protoent *from, struct numbered *to, struct netspace space)
{
        size_t count = 0;

        while (from->p_aliases && from->p_aliases[count])
                count++;
        to->number = from->p_proto;
        to->aliases =
            __lwb_netfile_take(&space, (count + 1) * sizeof *to->aliases, _Alignof(char *));
        to->name = copy_name(&space, from->p_name);
        if (!to->aliases || !to->name)
                return ERANGE;
        for (size_t i = 0; i < count; i++) {
                to->aliases[i] = copy_name(&space, from->p_aliases[i]);
                if (!to->aliases[i])
                        return ERANGE;
        }
        to->aliases[count] = NULL;
        return 0;
}

/**
 * The first protocol of libc's table, `skip` left out, that matches; without `match`, any does.
 * Returns 0, NETFILE_END or ERANGE.
 */
int __lwb_protocol_table(size_t skip, netfile_match *match, const void *key,
                         struct numbered *protocol, char *buffer, size_t size)
{
        const struct protoent *entry;
        int error = NETFILE_END;

        pthread_mutex_lock(&lock);
        libc_own_setprotoent(1);
        while (error == NETFILE_END && (entry = libc_own_getprotoent())) {
                struct numbered numbered = {entry->p_name, entry->p_aliases, entry->p_proto};

                if (skip)
                        skip--;
                else if (!match || match(&numbered, key))
                        error = copy(entry, protocol, (struct netspace){buffer, size});
        }
        pthread_mutex_unlock(&lock);
        return error;
}

/** Makes a struct protoent of a line of /etc/protocols. */
void __lwb_protocol_fill(struct protoent *protocol, const struct numbered *entry)
{
        protocol->p_name = entry->name;
        protocol->p_aliases = entry->aliases;
        protocol->p_proto = entry->number;
}
