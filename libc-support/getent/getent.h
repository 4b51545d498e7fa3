/* What the databases of getent share: keys, services, and how both meet. */
#ifndef GETENT_GETENT_H
#define GETENT_GETENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include "sources.h"

/** What the program ends with. */
enum exit_code {
        GETENT_OK = 0,
        /* No database or an unknown one; no memory; standard output can not be written. */
        GETENT_FAILED = 1,
        GETENT_MISSING = 2,
        GETENT_NO_ENUMERATION = 3,
        GETENT_BAD_OPTION = 64,
};

/** How a service answers a lookup, in the order of nsswitch.conf(5)'s actions. */
enum lookup {
        LOOKUP_SUCCESS,
        LOOKUP_NOTFOUND,
        LOOKUP_UNAVAIL,
        LOOKUP_TRYAGAIN,
        LOOKUP_RESULTS,
};

/** A service of a database, and whether each answer ends the lookup. */
struct service {
        char *name;
        bool ends[LOOKUP_RESULTS];
};

struct services {
        struct service *list;
        size_t count;
        /* Whether the user named them with -s: then nothing else is asked, not even nscd. */
        bool chosen;
};

/** A key of the command line, and what was found for it, ready to be written. */
struct key {
        const char *text;
        /* Whether the service that is asked now is to look for it. */
        bool active;
        enum lookup result;
        char *output;
        size_t length;
        FILE *stream;
        /* For passwd and group: the id that the key is. */
        bool numeric;
        uint32_t id;
        bool impossible; /* beyond all ids */
};

/** What the command line asks for. */
struct request {
        const struct database *database;
        struct key *keys;
        size_t count;
        bool no_idn;
        bool no_addrconfig;
        bool all_families;
        bool warn;
        /* Whether something was found that could not be written as an entry. */
        bool spoiled;
        struct net_options net;
};

/** A database: how to write all of it, and what is found for keys. */
struct database {
        const char *name;
        /* NULL where that is not supported. */
        void (*enumerate)(struct request *request);
        enum exit_code (*find)(struct request *request);
};

extern const struct database databases[];
extern const size_t database_count;

/** Asks one service for every active key; sets their results. */
typedef void service_find(struct request *request, const char *service);
/** Writes all that a service has. */
typedef void service_enumerate(struct request *request, const char *service);

/** Asks the services of `name` in turn for every key that is not found yet. */
void find_in_services(struct request *request, const char *name, service_find *find);

/** Calls `find` for every key that is active and has no success yet. */
void for_active_keys(struct request *request, void (*find)(struct request *, struct key *));

/** Writes what the services of `name` have, one after the other. */
void enumerate_services(struct request *request, const char *name, service_enumerate *enumerate);

/** Begins the output of a key that is found, and ends it. */
FILE *key_begin(struct key *key);
void key_end(struct key *key);

/** Writes what was found, in the order of the keys: GETENT_OK or GETENT_MISSING. */
enum exit_code write_keys(const struct request *request);

/** The services of a database, by -s, nsswitch.conf or default; they live on. */
const struct services *services_of(const char *name);

/**
 * Takes the argument of -s: services of all databases, or after a name and ':' of one. False when
 * it is none, which has been said.
 */
bool choose_services(const char *argument);

/** Opens a file that is regular; -1 when there is none, which -w or its kind make worth a line. */
int open_file(const struct request *request, const char *path);

/** Says that a file could not be read: that there is no memory always, else only with --warn. */
void report_error(const struct request *request, const char *path, int error);

/** Says `format` on standard error after the program's name, with a newline. */
__attribute__((format(printf, 1, 2))) void complain(const char *format, ...);

/** Ends the program for want of memory. */
_Noreturn void no_memory(void);

/** As malloc(3) and its relatives, but they do not fail. */
void *allocate(size_t size);
void *enlarge(void *memory, size_t count, size_t size);
char *duplicate(const char *text);

/** The program's name, as it was called. */
extern const char *program_name;

/** Whether every character is a decimal digit, and there is one. */
bool is_digits(const char *text);

/** Whether no character is beyond ASCII. */
bool is_ascii(const char *text);

#endif
