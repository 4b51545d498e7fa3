/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  the same; trees may be of any depth, and no list of roots at all is empty.
 * see:   fts(3).
 */
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include "stream.h"

/* Adds the roots, and looks at them; -1 with errno. */
static int add_roots(struct stream *stream, struct list *list, char *const *paths)
{
        FTSENT **link = &list->first;
        size_t longest = 0;

        for (; *paths; paths++) {
                size_t length = strlen(*paths);
                FTSENT *entry;

                if (!length) {
                        errno = ENOENT;
                        return -1;
                }
                entry = __lwb_fts_add(stream, list, *paths, length, &stream->above.public);
                if (!entry)
                        return -1;
                __lwb_fts_look(stream, entry, stream->start, *paths, option(stream, FTS_COMFOLLOW));
                longest = length > longest ? length : longest;
                *link = entry;
                link = &entry->fts_link;
        }
        if (__lwb_fts_reserve(stream, longest + NAME_MAX + 2))
                return -1;
        __lwb_fts_sort(stream, list);
        return 0;
}

/**
 * Begins a walk over the trees at `paths`, of which the last is followed by null. `options`: FTS_…,
 * where FTS_LOGICAL implies FTS_NOCHDIR; `compare` sorts roots and directories, null for as they
 * come. Returns null with errno: EINVAL for unknown options, ENOENT for an empty path, ENOMEM.
 */
FTS *fts_open(char *const *paths, int options, int (*compare)(const FTSENT **, const FTSENT **))
{
        struct stream *stream;
        struct list list = {0};

        if (options & ~FTS_OPTIONMASK) {
                errno = EINVAL;
                return NULL;
        }
        stream = calloc(1, sizeof *stream);
        if (!stream)
                return NULL;
        if (options & FTS_LOGICAL)
                options |= FTS_NOCHDIR;
        stream->start = AT_FDCWD;
        stream->limit = MOST_OPEN;
        stream->outermost = 1;
        if (!(options & FTS_NOCHDIR)) {
                stream->start = __lwb_deep_openat(AT_FDCWD, ".", O_PATH);
                if (stream->start < 0) {
                        stream->start = AT_FDCWD;
                        options |= FTS_NOCHDIR;
                }
        }
        stream->public.fts_options = options;
        stream->public.fts_compar = (int (*)(const void *, const void *))(void (*)(void))compare;
        stream->public.fts_rfd = stream->start;
        stream->above.public.fts_level = FTS_ROOTPARENTLEVEL;
        stream->initial.public.fts_info = FTS_INIT;
        stream->initial.public.fts_parent = &stream->above.public;
        stream->public.fts_cur = &stream->initial.public;
        if (__lwb_fts_reserve(stream, PATH_MAX) || add_roots(stream, &list, paths) ||
            __lwb_fts_push(stream, NULL, stream->start, &list)) {
                __lwb_fts_drop(stream, &list);
                __lwb_fts_free(stream);
                return NULL;
        }
        stream->initial.public.fts_link = list.first;
        return &stream->public;
}
