/* getrpcbyname, getrpcbynumber and their _r forms: lookups in /etc/rpc. */
#include <rpc/netdb.h>
#include "database.h"

static struct database_result result = {.lock = PTHREAD_MUTEX_INITIALIZER};

/* Either a name or the number. */
struct key {
        const char *name;
        int number;
};

static int get(const void *key, void *entry, char *buffer, size_t size)
{
        const struct key *wanted = key;
        struct rpcent *program = entry;
        struct numbered numbered;
        int error = wanted->name ? __lwb_netfile_find(NETFILES_RPC, __lwb_parse_numbered,
                                                      __lwb_match_numbered_name, wanted->name,
                                                      &numbered, buffer, size)
                                 : __lwb_netfile_find(NETFILES_RPC, __lwb_parse_numbered,
                                                      __lwb_match_numbered_number, &wanted->number,
                                                      &numbered, buffer, size);

        if (!error)
                *program = (struct rpcent){numbered.name, numbered.aliases, numbered.number};
        return error;
}

static int get_r(const struct key *key, struct rpcent *program, char *buffer, size_t size,
                 struct rpcent **found)
{
        int error = get(key, program, buffer, size);

        *found = error ? NULL : program;
        return __lwb_database_found(error);
}

static struct rpcent *get_static(const struct key *key)
{
        static struct rpcent program;

        return __lwb_database_pointer(__lwb_database_result(&result, get, key, &program), &program);
}

/**
 * The RPC program of this name or alias. Returns 0, with NULL in `*found` when there is none;
 * ERANGE when `size` bytes do not do; or what open(2) said.
 */
int getrpcbyname_r(const char *name, struct rpcent *program, char *buffer, size_t size,
                   struct rpcent **found)
{
        struct key key = {.name = name};

        return get_r(&key, program, buffer, size, found);
}

/** As getrpcbyname_r, by the program's number. */
int getrpcbynumber_r(int number, struct rpcent *program, char *buffer, size_t size,
                     struct rpcent **found)
{
        struct key key = {.number = number};

        return get_r(&key, program, buffer, size, found);
}

/** As getrpcbyname_r, in static storage. NULL when there is none or on error. */
struct rpcent *getrpcbyname(const char *name)
{
        return get_static(&(struct key){.name = name});
}

/** As getrpcbynumber_r, in static storage. NULL when there is none or on error. */
struct rpcent *getrpcbynumber(int number)
{
        return get_static(&(struct key){.number = number});
}
