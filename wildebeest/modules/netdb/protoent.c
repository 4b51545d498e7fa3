/*
 * glibc: getprotoent walks through /etc/protocols.
 * musl:  getprotoent walks through a table of its own, without aliases; there is no getprotoent_r.
 * here:  the walk of glibc; where there is no file, through musl's table.
 * see:   getprotoent(3), getprotoent_r(3).
 */
#include <errno.h>
#include "protocol_table.h"

static struct database protocols = DATABASE(NETFILES_PROTOCOLS, __lwb_parse_numbered);
static struct database_result result = {.lock = PTHREAD_MUTEX_INITIALIZER};

/* How far the walk through libc's table has come. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static size_t position;

void __lwb_setprotoent(int stayopen);
void __lwb_endprotoent(void);
struct protoent *__lwb_getprotoent(void);

static void reset_position(void)
{
        pthread_mutex_lock(&lock);
        position = 0;
        pthread_mutex_unlock(&lock);
}

/** Begins the walk anew. `stayopen` is about lookups, which never hold this file open. */
void __lwb_setprotoent(int stayopen)
{
        int error = __lwb_database_rewind(&protocols);

        (void)stayopen;
        reset_position();
        if (error && error != ENOENT)
                errno = error;
}

/** Ends the walk. */
void __lwb_endprotoent(void)
{
        __lwb_database_end(&protocols);
        reset_position();
}

static int next_protocol(const void *key, void *entry, char *buffer, size_t size)
{
        struct numbered numbered;
        int error = __lwb_database_next(&protocols, &numbered, buffer, size);

        (void)key;
        if (error == ENOENT) {
                pthread_mutex_lock(&lock);
                error = __lwb_protocol_table(position, NULL, NULL, &numbered, buffer, size);
                position += !error;
                pthread_mutex_unlock(&lock);
        }
        if (!error)
                __lwb_protocol_fill(entry, &numbered);
        return error;
}

/**
 * The next line of /etc/protocols, in `buffer` of `size` bytes. Returns 0; ENOENT at the end;
 * ERANGE when the line does not fit, and then the next call reads it again; or what open(2) said.
 */
int getprotoent_r(struct protoent *restrict protocol, char *restrict buffer, size_t size,
                  struct protoent **restrict found)
{
        int error = next_protocol(NULL, protocol, buffer, size);

        *found = __lwb_database_pointer(error, protocol);
        return error == NETFILE_END ? ENOENT : error;
}

/** As getprotoent_r, in static storage. NULL at the end or on error. */
struct protoent *__lwb_getprotoent(void)
{
        static struct protoent protocol;
        int error = __lwb_database_result(&result, next_protocol, NULL, &protocol);

        return __lwb_database_pointer(error, &protocol);
}
