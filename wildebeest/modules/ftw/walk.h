/* What ftw and nftw share: a stack of directories, of which the innermost ones are open. */
#ifndef LWB_FTW_WALK_H
#define LWB_FTW_WALK_H

#include <errno.h>
#include <stdbool.h>
#include <sys/stat.h>
#include <unistd.h>
#include <ftw.h>
#include "../deeppath/deeppath.h"
#include "visited.h"

typedef int ftw_callback(const char *path, const struct stat *st, int type);
typedef int nftw_callback(const char *path, const struct stat *st, int type, struct FTW *where);

struct level {
        int fd; /* -1: closed, and all its names are in `names` */
        bool complete;
        char *names; /* struct dirent records, of which pos to len are unread */
        size_t pos, len, size;
        size_t path_len;
        int base;
        struct stat st;
};

struct walk {
        ftw_callback *ftw_fn;
        nftw_callback *nftw_fn;
        int flags;
        int result;
        int start; /* what relative paths are relative to */
        dev_t device;
        char *path;
        size_t path_len, path_size;
        struct level *levels;
        size_t depth, levels_size;
        size_t outermost; /* the outermost open level; those inside of it are open too */
        size_t limit;
        struct spare {
                struct spare *next;
        } * spare; /* unused buffers of READ_SIZE */
        struct lwb_visited visited;
};

/**
 * Walks the tree at `root`, reporting to `nftw_fn` or, where that is null, to `ftw_fn`, which gets
 * FTW_NS for a dangling link. Holds at most `nopenfd` directories open, one if that is below one.
 * Returns the callback's value, 0, or -1 with errno.
 */
int __lwb_ftw_walk(const char *root, ftw_callback *ftw_fn, nftw_callback *nftw_fn, int nopenfd,
                   int flags);

/*
 * Opens the directory at the end of the path, closing others as the limit wants. -1 with errno;
 * *fatal is set where it is not that directory that could not be read.
 */
int __lwb_ftw_open(struct walk *walk, const char *name, bool *fatal);

/* Makes an open directory the innermost level; -1 with errno. */
int __lwb_ftw_push(struct walk *walk, int fd, const struct stat *st, int base);

/* The next name in the innermost level, null at its end or with *error set. */
const char *__lwb_ftw_next(struct walk *walk, bool *error);

/* Opens the closed innermost level again; -1 with errno. */
int __lwb_ftw_reopen(struct walk *walk);

/*
 * Takes away the innermost level, and opens the one around it if it is closed and needed; -1 with
 * errno if that failed. The names of the level are freed.
 */
int __lwb_ftw_pop(struct walk *walk);

static inline struct level *innermost(struct walk *walk)
{
        return &walk->levels[walk->depth - 1];
}

#endif
