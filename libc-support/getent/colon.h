/* The databases whose files have fields between colons. */
#ifndef GETENT_COLON_H
#define GETENT_COLON_H

#include "../../wildebeest/modules/colonfiles/colonfiles.h"
#include "getent.h"

union colon_entry {
        struct passwd passwd;
        struct group group;
        struct spwd shadow;
        struct lwb_gshadow gshadow;
};

/** A format: how lines become entries and entries lines. */
struct colon_format {
        const char *name; /* of the database */
        const char *path;
        lwb_colon_parser *parse;
        /* The newline of a line that is written as it stands, or NULL; may be NULL itself. */
        char *(*plain)(char *line);
        int (*put)(const union colon_entry *entry, FILE *stream);
        const char *(*entry_name)(const union colon_entry *entry);
        /* The id of an entry; NULL where there is none, and every key is a name. */
        uint32_t (*entry_id)(const union colon_entry *entry);
};

/** Writes all entries of the file. */
void colon_enumerate(struct request *request, const struct colon_format *format);

/** Looks in `path`, the format's file or another, for all active keys in one pass. */
void colon_find(struct request *request, const struct colon_format *format, const char *path);

/** Writes an entry; one that can not be written is said to be so, and spoils the request. */
void colon_put(struct request *request, const struct colon_format *format,
               const union colon_entry *entry, FILE *stream);

/** Makes ids of the keys that are numbers, as a user or group of that name can not be asked for. */
void read_ids(struct request *request);

#endif
