/* The databases whose files have words between blanks. */
#ifndef GETENT_NETFILE_H
#define GETENT_NETFILE_H

#include "../../wildebeest/modules/netfiles/netfiles.h"
#include "getent.h"

/** Is given each entry of a file; true to see no more. */
typedef bool netfile_visitor(const void *entry, void *context);

/** A format, as far as the databases of one file differ. */
struct netfile_format {
        const char *path;
        netfile_parser *parse;
        void (*put)(const void *entry, const struct key *key, FILE *stream);
        /* Whether an entry is what a key asks for. */
        bool (*matches)(const void *entry, const struct key *key);
};

/** Visits the entries of a file, `entry` being room for one. False when it could not be opened. */
bool netfile_visit(const struct request *request, const char *path, netfile_parser *parse,
                   void *entry, netfile_visitor *visit, void *context);

/** Writes all entries of the file. */
void netfile_enumerate(struct request *request, const struct netfile_format *format);

/** Looks for all active keys in one pass. */
void netfile_find(struct request *request, const struct netfile_format *format);

/** Writes ` alias` for each. */
void put_aliases(char *const *aliases, FILE *stream);

#endif
