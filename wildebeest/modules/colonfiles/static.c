#include <errno.h>
#include "colonfiles.h"

/* Ends a call: the lock is given back, and the result is the entry or NULL with errno. */
static void *give_back(struct lwb_colon_static *storage, int error, void *entry)
{
        pthread_mutex_unlock(&storage->lock);
        if (!error)
                return entry;
        errno = error;
        return NULL;
}

void *__lwb_colon_next_static(FILE *stream, lwb_colon_parser *parse, void *entry,
                              struct lwb_colon_static *storage)
{
        pthread_mutex_lock(&storage->lock);
        return give_back(storage, __lwb_colon_next(stream, parse, entry, &storage->buffer), entry);
}

void *__lwb_colon_string_static(const char *text, lwb_colon_parser *parse, void *entry,
                                struct lwb_colon_static *storage)
{
        pthread_mutex_lock(&storage->lock);
        return give_back(storage, __lwb_colon_string(text, parse, entry, &storage->buffer), entry);
}
