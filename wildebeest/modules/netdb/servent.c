/*
 * glibc: getservent walks through /etc/services.
 * musl:  getservent is a refusal that returns NULL; there is no getservent_r.
 * here:  the walk of glibc, from the file alone.
 * see:   getservent(3), getservent_r(3).
 */
#include <errno.h>
#include "database.h"

static struct database services = DATABASE(NETFILES_SERVICES, __lwb_parse_service);
static struct database_result result = {.lock = PTHREAD_MUTEX_INITIALIZER};

void __lwb_setservent(int stayopen);
void __lwb_endservent(void);
struct servent *__lwb_getservent(void);

/** Begins the walk anew. `stayopen` is about lookups, which never hold this file open. */
void __lwb_setservent(int stayopen)
{
        int error = __lwb_database_rewind(&services);

        (void)stayopen;
        if (error)
                errno = error;
}

/** Ends the walk. */
void __lwb_endservent(void)
{
        __lwb_database_end(&services);
}

/**
 * The next line of /etc/services, in `buffer` of `size` bytes. Returns 0; ENOENT at the end;
 * ERANGE when the line does not fit, and then the next call reads it again; or what open(2) said.
 */
int getservent_r(struct servent *restrict service, char *restrict buffer, size_t size,
                 struct servent **restrict found)
{
        int error = __lwb_database_next(&services, service, buffer, size);

        *found = __lwb_database_pointer(error, service);
        return error == NETFILE_END ? ENOENT : error;
}

static int next_service(const void *key, void *entry, char *buffer, size_t size)
{
        (void)key;
        return __lwb_database_next(&services, entry, buffer, size);
}

/** As getservent_r, in static storage. NULL at the end or on error. */
struct servent *__lwb_getservent(void)
{
        static struct servent service;
        int error = __lwb_database_result(&result, next_service, NULL, &service);

        return __lwb_database_pointer(error, &service);
}
