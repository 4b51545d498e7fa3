/* Walks through a file of the network databases, and results in static storage. */
#include "database.h"
#include <errno.h>
#include <stdlib.h>

/* Opens the file from its beginning; the caller has the lock. */
static int begin(struct database *database)
{
        int error;

        if (database->open)
                __lwb_netfile_close(&database->file);
        error = __lwb_netfile_open(&database->file, database->path);
        database->open = !error;
        return error;
}

/** Begins the walk anew. Returns 0 or the errno of open(2). */
int __lwb_database_rewind(struct database *database)
{
        int error;

        pthread_mutex_lock(&database->lock);
        error = begin(database);
        pthread_mutex_unlock(&database->lock);
        return error;
}

/** Ends the walk and closes the file. */
void __lwb_database_end(struct database *database)
{
        pthread_mutex_lock(&database->lock);
        if (database->open)
                __lwb_netfile_close(&database->file);
        database->open = false;
        pthread_mutex_unlock(&database->lock);
}

/** The next entry, the first one where no walk has begun. Returns 0, NETFILE_END, ERANGE… */
int __lwb_database_next(struct database *database, void *entry, char *buffer, size_t size)
{
        int error;

        pthread_mutex_lock(&database->lock);
        error = database->open ? 0 : begin(database);
        if (!error)
                error = __lwb_netfile_next(&database->file, database->parse, entry, buffer, size);
        pthread_mutex_unlock(&database->lock);
        return error;
}

/** Gets an entry into storage that is enlarged until it fits. Returns 0, NETFILE_END, ENOMEM… */
int __lwb_database_result(struct database_result *result, database_get *get, const void *key,
                          void *entry)
{
        int error = ERANGE;

        pthread_mutex_lock(&result->lock);
        if (result->buffer)
                error = get(key, entry, result->buffer, result->size);
        while (error == ERANGE) {
                size_t size = result->buffer ? result->size * 2 : 1024;
                char *buffer = size > result->size ? realloc(result->buffer, size) : NULL;

                if (!buffer) {
                        error = ENOMEM;
                        break;
                }
                result->buffer = buffer;
                result->size = size;
                error = get(key, entry, buffer, size);
        }
        pthread_mutex_unlock(&result->lock);
        return error;
}

/** What a function that returns a pointer returns; errno stays as it is where nothing is found. */
void *__lwb_database_pointer(int error, void *entry)
{
        if (error && error != NETFILE_END)
                errno = error;
        return error ? NULL : entry;
}

/** What a lookup of the _r kind returns: not to find the entry is no error. */
int __lwb_database_found(int error)
{
        if (error == NETFILE_END)
                return 0;
        if (error)
                errno = error;
        return error;
}

/** The h_errno of a lookup: NETDB_INTERNAL says that errno has the reason. */
int __lwb_database_host_error(int error)
{
        if (!error)
                return NETDB_SUCCESS;
        return error == NETFILE_END ? HOST_NOT_FOUND : NETDB_INTERNAL;
}
