/* What is behind an FTS and an FTSENT. */
#ifndef LWB_FTS_STREAM_H
#define LWB_FTS_STREAM_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/stat.h>
#include <fts.h>
#include "../deeppath/deeppath.h"

/* How many directories are open at most. */
#define MOST_OPEN 8

struct entry {
        size_t path_length;
        struct stat st;
        FTSENT public; /* ends in its name */
};

/* Memory of the entries of one directory. */
struct block {
        struct block *next;
        size_t used, size;
        unsigned kind; /* which of the usual sizes it has, or BLOCK_SIZES */
};

#define BLOCK_SIZES 2

/* The entries of a directory. */
struct list {
        struct block *blocks;
        FTSENT *first;
};

/* A directory whose entries are being returned; the first one has the roots. */
struct level {
        struct list list;
        FTSENT *directory; /* null for the roots */
        int fd;            /* -1: closed */
        bool entered;      /* it is the working directory */
};

struct stream {
        FTS public;
        int start; /* what paths of roots are relative to */
        bool stopped;
        struct list children; /* of the entry last returned */
        enum { NOT_LISTED, NAMES, WHOLE } listed;
        struct level *levels;
        size_t depth, levels_size;
        size_t outermost; /* the outermost open level but the first; those inside are open too */
        size_t limit;     /* of open ones */
        char *path;
        size_t path_size;
        char *buffer; /* for reading directories */
        struct block *spare[BLOCK_SIZES];
        /* The parent of the roots, and what was returned last before the first one. */
        struct entry above, initial;
};

static inline struct stream *stream_of(FTS *public)
{
        return (struct stream *)(void *)((char *)public - offsetof(struct stream, public));
}

static inline struct entry *entry_of(FTSENT *public)
{
        return (struct entry *)(void *)((char *)public - offsetof(struct entry, public));
}

static inline struct level *innermost(struct stream *stream)
{
        return &stream->levels[stream->depth - 1];
}

static inline bool option(const struct stream *stream, int options)
{
        return (stream->public.fts_options & options) != 0;
}

/* How much of a directory's path, the stream's, stands before the slash of what is in it. */
static inline size_t base_length(const struct stream *stream, FTSENT *directory)
{
        size_t length = entry_of(directory)->path_length;

        return length && stream->path[length - 1] == '/' ? length - 1 : length;
}

/** A new entry of a list; null without memory. */
FTSENT *__lwb_fts_add(struct stream *stream, struct list *list, const char *name, size_t length,
                      FTSENT *parent);

/** Frees the entries of a list, or rather keeps their memory for others. */
void __lwb_fts_drop(struct stream *stream, struct list *list);

/**
 * Looks at the file `name` in the directory `at`: fills in what an entry says of it, and its
 * fts_info.
 */
void __lwb_fts_look(struct stream *stream, FTSENT *entry, int at, const char *name, bool follow);

/** Sorts a list with the caller's function, if there is one. */
void __lwb_fts_sort(struct stream *stream, struct list *list);

/**
 * Lists the directory `fd`, that of an entry, whose files are looked at from `at`, or not at all if
 * `names`; -1 with errno, and nothing listed.
 */
int __lwb_fts_list(struct stream *stream, struct list *list, FTSENT *directory, int fd, int at,
                   bool names);

/** Opens the directory that an entry of the innermost level is, for reading; -1 with errno. */
int __lwb_fts_open(struct stream *stream, FTSENT *entry);

/** Makes an open directory, with its list, the innermost level; -1 with ENOMEM. */
int __lwb_fts_push(struct stream *stream, FTSENT *entry, int fd, const struct list *list);

/** Goes back to the level around the innermost one, which is freed; -1 with errno. */
int __lwb_fts_pop(struct stream *stream);

/** Makes room for a path; -1 with ENOMEM. */
int __lwb_fts_reserve(struct stream *stream, size_t size);

/* What an entry of the innermost level is called in that level's directory. */
static inline const char *name_of(const struct stream *stream, const FTSENT *entry)
{
        return entry->fts_level == FTS_ROOTLEVEL ? stream->path : entry->fts_name;
}

/** Frees all that a stream has. */
void __lwb_fts_free(struct stream *stream);

#endif
