/* What the families of this module share: walks through a file, and results in static storage. */
#ifndef LWB_NETDB_DATABASE_H
#define LWB_NETDB_DATABASE_H

#include <pthread.h>
#include "../netfiles/netfiles.h"

#ifndef NETDB_INTERNAL
#define NETDB_INTERNAL (-1)
#endif
#ifndef NETDB_SUCCESS
#define NETDB_SUCCESS 0
#endif

/* The one walk through a database that a process has, as getservent and getservent_r share it. */
struct database {
        const char *path;
        netfile_parser *parse;
        pthread_mutex_t lock;
        bool open;
        struct netfile file;
};

#define DATABASE(its_path, its_parser)                                                             \
        {                                                                                          \
                .path = (its_path), .parse = (its_parser), .lock = PTHREAD_MUTEX_INITIALIZER       \
        }

int __lwb_database_rewind(struct database *database);
void __lwb_database_end(struct database *database);
int __lwb_database_next(struct database *database, void *entry, char *buffer, size_t size);

/* Storage of the functions that return a pointer; it grows until the entry fits. */
struct database_result {
        pthread_mutex_t lock;
        char *buffer;
        size_t size;
};

/* Calls a function of the _r kind; `key` is what it looks for. */
typedef int database_get(const void *key, void *entry, char *buffer, size_t size);

int __lwb_database_result(struct database_result *result, database_get *get, const void *key,
                          void *entry);
void *__lwb_database_pointer(int error, void *entry);
int __lwb_database_found(int error);
int __lwb_database_host_error(int error);

#endif
