/*
 * glibc: getnetent walks through /etc/networks.
 * musl:  getnetent is a refusal that returns NULL; there is no getnetent_r.
 * here:  the walk of glibc, from the file alone.
 * see:   getnetent(3), getnetent_r(3).
 */
#include <errno.h>
#include "database.h"

static struct database networks = DATABASE(NETFILES_NETWORKS, __lwb_parse_network);
static struct database_result result = {.lock = PTHREAD_MUTEX_INITIALIZER};

void __lwb_setnetent(int stayopen);
void __lwb_endnetent(void);
struct netent *__lwb_getnetent(void);

/** Begins the walk anew. `stayopen` is about lookups, which never hold this file open. */
void __lwb_setnetent(int stayopen)
{
        int error = __lwb_database_rewind(&networks);

        (void)stayopen;
        if (error)
                errno = error;
}

/** Ends the walk. */
void __lwb_endnetent(void)
{
        __lwb_database_end(&networks);
}

/**
 * The next line of /etc/networks, in `buffer` of `size` bytes; n_net is in host byte order.
 * Returns 0; ENOENT at the end; ERANGE when the line does not fit, and then the next call reads it
 * again; or what open(2) said.
 */
int getnetent_r(struct netent *restrict net, char *restrict buffer, size_t size,
                struct netent **restrict found, int *restrict host_error)
{
        int error = __lwb_database_next(&networks, net, buffer, size);

        *found = __lwb_database_pointer(error, net);
        if (error)
                *host_error = __lwb_database_host_error(error);
        return error == NETFILE_END ? ENOENT : error;
}

static int next_network(const void *key, void *entry, char *buffer, size_t size)
{
        (void)key;
        return __lwb_database_next(&networks, entry, buffer, size);
}

/** As getnetent_r, in static storage. NULL at the end or on error; see h_errno. */
struct netent *__lwb_getnetent(void)
{
        static struct netent net;
        int error = __lwb_database_result(&result, next_network, NULL, &net);

        if (error)
                h_errno = __lwb_database_host_error(error);
        return __lwb_database_pointer(error, &net);
}
