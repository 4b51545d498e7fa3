/* setrpcent, getrpcent, endrpcent and getrpcent_r: the walk through /etc/rpc. */
#include <errno.h>
#include <rpc/netdb.h>
#include "database.h"

static struct database programs = DATABASE(NETFILES_RPC, __lwb_parse_numbered);
static struct database_result result = {.lock = PTHREAD_MUTEX_INITIALIZER};

/** Begins the walk anew. `stayopen` is about lookups, which never hold this file open. */
void setrpcent(int stayopen)
{
        int error = __lwb_database_rewind(&programs);

        (void)stayopen;
        if (error)
                errno = error;
}

/** Ends the walk. */
void endrpcent(void)
{
        __lwb_database_end(&programs);
}

static int next_program(const void *key, void *entry, char *buffer, size_t size)
{
        struct rpcent *program = entry;
        struct numbered numbered;
        int error = __lwb_database_next(&programs, &numbered, buffer, size);

        (void)key;
        if (!error)
                *program = (struct rpcent){numbered.name, numbered.aliases, numbered.number};
        return error;
}

/**
 * The next line of /etc/rpc, in `buffer` of `size` bytes. Returns 0; ENOENT at the end; ERANGE
 * when the line does not fit, and then the next call reads it again; or what open(2) said.
 */
int getrpcent_r(struct rpcent *program, char *buffer, size_t size, struct rpcent **found)
{
        int error = next_program(NULL, program, buffer, size);

        *found = __lwb_database_pointer(error, program);
        return error == NETFILE_END ? ENOENT : error;
}

/** As getrpcent_r, in static storage. NULL at the end or on error. */
struct rpcent *getrpcent(void)
{
        static struct rpcent program;
        int error = __lwb_database_result(&result, next_program, NULL, &program);

        return __lwb_database_pointer(error, &program);
}
