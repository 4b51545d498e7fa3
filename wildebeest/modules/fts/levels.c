/* The directories that a walk is in. */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include "stream.h"

/* Closes the outermost open directory. */
static void close_outermost(struct stream *stream)
{
        struct level *level = &stream->levels[stream->outermost++];

        close_quietly(level->fd);
        level->fd = -1;
}

int __lwb_fts_open(struct stream *stream, FTSENT *entry)
{
        for (;;) {
                int fd = __lwb_deep_openat(innermost(stream)->fd, name_of(stream, entry),
                                           O_RDONLY | O_NONBLOCK);

                if (fd >= 0 || (errno != EMFILE && errno != ENFILE))
                        return __lwb_deep_verify(fd, entry->fts_statp);
                /* The innermost one is what it is opened from. */
                if (stream->outermost + 1 >= stream->depth)
                        return -1;
                stream->limit = stream->depth - stream->outermost;
                close_outermost(stream);
        }
}

int __lwb_fts_push(struct stream *stream, FTSENT *entry, int fd, const struct list *list)
{
        if (stream->depth == stream->levels_size) {
                size_t size = stream->levels_size ? stream->levels_size * 2 : 16;
                struct level *levels = reallocarray(stream->levels, size, sizeof *levels);

                if (!levels)
                        return -1;
                stream->levels = levels;
                stream->levels_size = size;
        }
        if (stream->depth && stream->depth - stream->outermost >= stream->limit)
                close_outermost(stream);
        stream->levels[stream->depth++] =
            (struct level){.list = *list, .directory = entry, .fd = fd};
        return 0;
}

/* Opens the innermost level again, from the directory `child` that was inside of it, or by path. */
static int reopen(struct stream *stream, int child)
{
        struct level *level = innermost(stream);
        struct stat *st = level->directory->fts_statp;
        int fd = __lwb_deep_verify(__lwb_deep_openat(child, "..", O_PATH), st);

        if (fd < 0)
                fd = __lwb_deep_verify(__lwb_deep_open(stream->start, stream->path,
                                                       entry_of(level->directory)->path_length,
                                                       O_PATH),
                                       st);
        if (fd < 0)
                return -1;
        level->fd = fd;
        stream->outermost = stream->depth - 1;
        return 0;
}

int __lwb_fts_pop(struct stream *stream)
{
        struct level left = *innermost(stream);
        int result = 0;

        stream->depth--;
        if (stream->outermost > stream->depth)
                stream->outermost = stream->depth > 1 ? stream->depth : 1;
        if (stream->depth > 1 && innermost(stream)->fd < 0)
                result = reopen(stream, left.fd);
        close_quietly(left.fd);
        if (!result && left.entered)
                result = fchdir(innermost(stream)->fd);
        __lwb_fts_drop(stream, &left.list);
        return result;
}

/* Leads the entries of a list to another path. */
static void move_paths(struct stream *stream, const struct list *list, const char *before)
{
        for (FTSENT *entry = list->first; entry; entry = entry->fts_link) {
                if (entry->fts_accpath == before)
                        entry->fts_accpath = stream->path;
                entry->fts_path = stream->path;
        }
}

int __lwb_fts_reserve(struct stream *stream, size_t size)
{
        const char *before = stream->path;
        char *path;

        if (size <= stream->path_size)
                return 0;
        size = size < 2 * stream->path_size ? 2 * stream->path_size : size;
        path = malloc(size);
        if (!path)
                return -1;
        *path = '\0';
        if (before)
                memcpy(path, before, stream->path_size);
        stream->path = stream->public.fts_path = path;
        stream->path_size = size;
        stream->public.fts_pathlen = (int)size;
        for (size_t i = 0; i < stream->depth; i++)
                move_paths(stream, &stream->levels[i].list, before);
        move_paths(stream, &stream->children, before);
        free((char *)before);
        return 0;
}

void __lwb_fts_free(struct stream *stream)
{
        for (size_t i = 0; i < stream->depth; i++) {
                if (i && stream->levels[i].fd >= 0)
                        close_quietly(stream->levels[i].fd);
                __lwb_fts_drop(stream, &stream->levels[i].list);
        }
        __lwb_fts_drop(stream, &stream->children);
        for (size_t i = 0; i < BLOCK_SIZES; i++) {
                while (stream->spare[i]) {
                        struct block *block = stream->spare[i];

                        stream->spare[i] = block->next;
                        free(block);
                }
        }
        if (stream->start >= 0)
                close_quietly(stream->start);
        free(stream->levels);
        free(stream->path);
        free(stream->buffer);
        free(stream);
}
