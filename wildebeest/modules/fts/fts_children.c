/*
 * glibc: has it; after the end it ends in a fault.
 * musl:  lacks it.
 * here:  the same, but null after the end; the working directory is never changed.
 * see:   fts(3).
 */
#include "stream.h"

/**
 * What is in the directory that fts_read returned last before its contents, linked by fts_link;
 * before the first fts_read the roots. `options`: 0, or FTS_NAMEONLY for names alone. Null with
 * errno 0 where there is nothing, else with an error.
 */
FTSENT *fts_children(FTS *public, int options)
{
        struct stream *stream = stream_of(public);
        FTSENT *entry = public->fts_cur;
        int fd;

        if (options && options != FTS_NAMEONLY) {
                errno = EINVAL;
                return NULL;
        }
        errno = 0;
        if (!entry || stream->stopped)
                return NULL;
        if (entry->fts_info == FTS_INIT)
                return entry->fts_link;
        if (entry->fts_info != FTS_D)
                return NULL;
        __lwb_fts_drop(stream, &stream->children);
        stream->listed = NOT_LISTED;
        public->fts_child = NULL;
        fd = __lwb_fts_open(stream, entry);
        if (fd < 0)
                return NULL;
        if (!__lwb_fts_list(stream, &stream->children, entry, fd, fd, options == FTS_NAMEONLY)) {
                stream->listed = options == FTS_NAMEONLY ? NAMES : WHOLE;
                errno = 0;
        }
        close_quietly(fd);
        public->fts_child = stream->children.first;
        return stream->children.first;
}
