/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  the same; a directory that moves while it is walked does not end the walk.
 * see:   fts(3).
 */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "stream.h"

static FTSENT *stop(struct stream *stream)
{
        stream->stopped = true;
        stream->public.fts_options |= FTS_STOP;
        return NULL;
}

/* Follows a link that the caller wants followed. */
static void follow(struct stream *stream, FTSENT *entry)
{
        __lwb_fts_look(stream, entry, innermost(stream)->fd, name_of(stream, entry), true);
        if (entry->fts_info == FTS_D && !option(stream, FTS_NOCHDIR))
                entry->fts_flags |= FTS_SYMFOLLOW;
}

/* Puts the path of an entry into the stream's; -1 with ENOMEM. */
static int compose(struct stream *stream, FTSENT *entry)
{
        size_t length = entry_of(entry)->path_length;
        size_t base = 0;

        if (__lwb_fts_reserve(stream, length + 1))
                return -1;
        if (entry->fts_level > FTS_ROOTLEVEL) {
                base = base_length(stream, entry->fts_parent);
                stream->path[base++] = '/';
        }
        copy_name(stream->path + base, entry->fts_name, length - base + 1);
        entry->fts_path = stream->path;
        return 0;
}

/* Makes a root what it is to the caller: its name is its last part. */
static void load(struct stream *stream, FTSENT *root)
{
        const char *slash = strrchr(root->fts_name, '/');

        if (slash && (slash != root->fts_name || slash[1])) {
                size_t length = strlen(slash + 1);

                memmove(root->fts_name, slash + 1, length + 1);
                root->fts_namelen = (__typeof__(root->fts_namelen))length;
        }
        root->fts_accpath = stream->path;
        stream->public.fts_dev = root->fts_dev;
}

/* Returns an entry of the innermost level. */
static FTSENT *deliver(struct stream *stream, FTSENT *entry)
{
        if (compose(stream, entry))
                return stop(stream);
        if (entry->fts_level == FTS_ROOTLEVEL)
                load(stream, entry);
        stream->public.fts_cur = entry;
        return entry;
}

/* Returns the first entry of some that is not to be skipped, or null. */
static FTSENT *deliver_next(struct stream *stream, FTSENT *entry)
{
        while (entry && entry->fts_instr == FTS_SKIP)
                entry = entry->fts_link;
        if (entry)
                entry = deliver(stream, entry);
        if (entry && entry->fts_instr == FTS_FOLLOW) {
                follow(stream, entry);
                entry->fts_instr = FTS_NOINSTR;
        }
        return entry;
}

static void forget_children(struct stream *stream)
{
        __lwb_fts_drop(stream, &stream->children);
        stream->listed = NOT_LISTED;
        stream->public.fts_child = NULL;
}

/* Returns to the directory around the innermost level, or ends the walk. */
static FTSENT *ascend(struct stream *stream)
{
        FTSENT *directory = innermost(stream)->directory;

        if (!directory) {
                stream->public.fts_cur = NULL;
                errno = 0;
                return NULL;
        }
        stream->path[entry_of(directory)->path_length] = '\0';
        if (__lwb_fts_pop(stream))
                return stop(stream);
        directory->fts_info = directory->fts_errno ? FTS_ERR : FTS_DP;
        stream->public.fts_cur = directory;
        return directory;
}

/* Leaves a directory that was opened, and perhaps entered, for nothing; -1 with errno. */
static int leave(struct stream *stream, int fd, bool entered)
{
        int result = entered ? fchdir(innermost(stream)->fd) : 0;

        close_quietly(fd);
        return result;
}

/* Lists the directory last returned, unless fts_children has, and returns its first entry. */
static FTSENT *descend(struct stream *stream, FTSENT *directory)
{
        int fd = __lwb_fts_open(stream, directory);

        bool entered = false;

        if (fd >= 0 && !option(stream, FTS_NOCHDIR)) {
                entered = !fchdir(fd);
                if (!entered) {
                        directory->fts_errno = errno;
                        directory->fts_flags |= FTS_DONTCHDIR;
                }
        }
        if (fd >= 0 && stream->listed != WHOLE) {
                forget_children(stream);
                /* What is relative to the working directory is found sooner. */
                if (__lwb_fts_list(stream, &stream->children, directory, fd,
                                   entered ? AT_FDCWD : fd, false)) {
                        if (errno == ENOMEM) {
                                leave(stream, fd, entered);
                                return stop(stream);
                        }
                        directory->fts_errno = errno;
                        leave(stream, fd, entered);
                        fd = -1;
                        errno = directory->fts_errno;
                }
        }
        if (fd < 0) {
                directory->fts_info = FTS_DNR;
                directory->fts_errno = errno;
                forget_children(stream);
                return directory;
        }
        if (!stream->children.first) {
                forget_children(stream);
                if (leave(stream, fd, entered))
                        return stop(stream);
                directory->fts_info = directory->fts_errno ? FTS_ERR : FTS_DP;
                return directory;
        }
        if (__lwb_fts_push(stream, directory, fd, &stream->children)) {
                leave(stream, fd, entered);
                return stop(stream);
        }
        innermost(stream)->entered = entered;
        stream->children = (struct list){0};
        forget_children(stream);
        return deliver(stream, innermost(stream)->list.first);
}

/**
 * The next file of the walk: a directory before (FTS_D) and after (FTS_DP) what is in it. Null with
 * errno 0 at the end, or with an error, after which there is no more.
 */
FTSENT *fts_read(FTS *public)
{
        struct stream *stream = stream_of(public);
        FTSENT *entry = public->fts_cur, *next;
        int instruction;

        if (!entry || stream->stopped)
                return NULL;
        instruction = entry->fts_instr;
        entry->fts_instr = FTS_NOINSTR;
        if (entry->fts_info != FTS_INIT) {
                if (instruction == FTS_AGAIN) {
                        __lwb_fts_look(stream, entry, innermost(stream)->fd, name_of(stream, entry),
                                       false);
                        return entry;
                }
                if (instruction == FTS_FOLLOW &&
                    (entry->fts_info == FTS_SL || entry->fts_info == FTS_SLNONE)) {
                        follow(stream, entry);
                        return entry;
                }
                if (entry->fts_info == FTS_D) {
                        if (instruction != FTS_SKIP &&
                            (!option(stream, FTS_XDEV) || entry->fts_dev == public->fts_dev))
                                return descend(stream, entry);
                        forget_children(stream);
                        entry->fts_info = FTS_DP;
                        return entry;
                }
        }
        next = deliver_next(stream, entry->fts_link);
        return next || stream->stopped ? next : ascend(stream);
}
