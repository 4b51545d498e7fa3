/* Lists of the entries of directories. */
#include <dirent.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include "../../shared/foreign_callback.h"
#include "stream.h"

#define READ_SIZE 32768
#define BLOCK_START ((sizeof(struct block) + 15) / 16 * 16)

/* Small directories are many: the first block of each is small. */
static const size_t block_sizes[BLOCK_SIZES] = {2048, 16384};

static struct block *new_block(struct stream *stream, unsigned kind, size_t least)
{
        struct block *block = stream->spare[kind];
        size_t size = block_sizes[kind];

        if (least > size) {
                kind = BLOCK_SIZES;
                size = least;
        } else if (block) {
                stream->spare[kind] = block->next;
                return block;
        }
        block = malloc(size);
        if (block) {
                block->kind = kind;
                block->size = size;
        }
        return block;
}

static void *take(struct stream *stream, struct list *list, size_t n)
{
        struct block *block = list->blocks;

        n = (n + 15) / 16 * 16;
        if (!block || block->size - block->used < n) {
                block = new_block(stream, block ? 1 : 0, BLOCK_START + n);
                if (!block)
                        return NULL;
                block->next = list->blocks;
                block->used = BLOCK_START;
                list->blocks = block;
        }
        block->used += n;
        return (char *)block + block->used - n;
}

FTSENT *__lwb_fts_add(struct stream *stream, struct list *list, const char *name, size_t length,
                      FTSENT *parent)
{
        size_t size = offsetof(struct entry, public) + offsetof(FTSENT, fts_name) + length + 1;
        struct entry *made = take(stream, list, size > sizeof *made ? size : sizeof *made);
        FTSENT *entry;

        if (!made)
                return NULL;
        entry = &made->public;
        memset(entry, 0, sizeof *entry);
        entry->fts_parent = parent;
        entry->fts_level = (__typeof__(entry->fts_level))(parent->fts_level + 1);
        made->path_length = length;
        if (parent->fts_level >= FTS_ROOTLEVEL)
                made->path_length += base_length(stream, parent) + 1;
        entry->fts_pathlen = (__typeof__(entry->fts_pathlen))made->path_length;
        entry->fts_namelen = (__typeof__(entry->fts_namelen))length;
        entry->fts_path = stream->path;
        entry->fts_accpath =
            option(stream, FTS_NOCHDIR) && entry->fts_level ? stream->path : entry->fts_name;
        entry->fts_instr = FTS_NOINSTR;
        entry->fts_symfd = -1;
        entry->fts_statp = &made->st;
        /* Not by its member, of which one byte is declared. */
        copy_name((char *)entry + offsetof(FTSENT, fts_name), name, length);
        ((char *)entry)[offsetof(FTSENT, fts_name) + length] = '\0';
        return entry;
}

void __lwb_fts_drop(struct stream *stream, struct list *list)
{
        while (list->blocks) {
                struct block *block = list->blocks;

                list->blocks = block->next;
                if (block->kind == BLOCK_SIZES) {
                        free(block);
                } else {
                        block->next = stream->spare[block->kind];
                        stream->spare[block->kind] = block;
                }
        }
        list->first = NULL;
}

/* The directory around an entry that is the same as it is; null if none. */
static FTSENT *cycle(const FTSENT *entry, const struct stat *st)
{
        FTSENT *outer = entry->fts_parent;

        while (outer->fts_level >= FTS_ROOTLEVEL &&
               (outer->fts_ino != st->st_ino || outer->fts_dev != st->st_dev))
                outer = outer->fts_parent;
        return outer->fts_level >= FTS_ROOTLEVEL ? outer : NULL;
}

static bool is_dot(const char *name)
{
        return name[0] == '.' && (!name[1] || (name[1] == '.' && !name[2]));
}

void __lwb_fts_look(struct stream *stream, FTSENT *entry, int at, const char *name, bool follow)
{
        struct stat *st = entry->fts_statp;

        entry->fts_errno = 0;
        follow = follow || option(stream, FTS_LOGICAL);
        if (fstatat(at, name, st, follow ? 0 : AT_SYMLINK_NOFOLLOW)) {
                int error = errno;

                if (follow && !fstatat(at, name, st, AT_SYMLINK_NOFOLLOW)) {
                        entry->fts_info = FTS_SLNONE;
                        return;
                }
                memset(st, 0, sizeof *st);
                entry->fts_errno = error;
                entry->fts_info = FTS_NS;
                return;
        }
        entry->fts_ino = st->st_ino;
        entry->fts_dev = st->st_dev;
        entry->fts_nlink = st->st_nlink;
        if (S_ISDIR(st->st_mode)) {
                if (entry->fts_level > FTS_ROOTLEVEL && is_dot(entry->fts_name)) {
                        entry->fts_info = FTS_DOT;
                        return;
                }
                entry->fts_cycle = cycle(entry, st);
                entry->fts_info = entry->fts_cycle ? FTS_DC : FTS_D;
        } else if (S_ISLNK(st->st_mode)) {
                entry->fts_info = FTS_SL;
        } else {
                entry->fts_info = S_ISREG(st->st_mode) ? FTS_F : FTS_DEFAULT;
        }
}

typedef int comparison(const FTSENT **, const FTSENT **);

/* Merges two sorted lists; of equal entries those of the first go first. */
CALLS_FOREIGN_CALLBACK static FTSENT *merge(FTSENT *a, FTSENT *b, comparison *compare)
{
        FTSENT *first, **link = &first;

        while (a && b) {
                const FTSENT *of_a = a, *of_b = b;
                FTSENT **taken = compare(&of_a, &of_b) <= 0 ? &a : &b;

                *link = *taken;
                link = &(*taken)->fts_link;
                *taken = *link;
        }
        *link = a ? a : b;
        return first;
}

void __lwb_fts_sort(struct stream *stream, struct list *list)
{
        comparison *compare = (comparison *)(void (*)(void))stream->public.fts_compar;
        /* Sorted lists of 1, 2, 4… entries. */
        FTSENT *runs[8 * sizeof(size_t)] = {NULL}, *entry = list->first;
        size_t used = 0;

        if (!compare)
                return;
        while (entry) {
                FTSENT *next = entry->fts_link;
                size_t i = 0;

                entry->fts_link = NULL;
                for (; runs[i]; i++) {
                        entry = merge(runs[i], entry, compare);
                        runs[i] = NULL;
                }
                runs[i] = entry;
                used = i >= used ? i + 1 : used;
                entry = next;
        }
        list->first = NULL;
        for (size_t i = 0; i < used; i++)
                list->first = merge(runs[i], list->first, compare);
}

/* Whether an entry of a directory is none that matters to stat. */
static bool need_not_look(const struct stream *stream, const struct dirent *record)
{
        return option(stream, FTS_NOSTAT) && option(stream, FTS_PHYSICAL) &&
               record->d_type != DT_DIR && record->d_type != DT_UNKNOWN;
}

/* Adds the entries of a buffer behind *last, and moves that; -1 without memory. */
static int add_records(struct stream *stream, struct list *list, FTSENT *directory, int at,
                       bool names, size_t length, FTSENT **last)
{
        for (size_t pos = 0; pos < length;) {
                const struct dirent *record = (const void *)(stream->buffer + pos);
                FTSENT *entry;

                pos += record->d_reclen;
                if (is_dot(record->d_name) && !option(stream, FTS_SEEDOT))
                        continue;
                entry =
                    __lwb_fts_add(stream, list, record->d_name, strlen(record->d_name), directory);
                if (!entry)
                        return -1;
                entry->fts_info = FTS_NSOK;
                if (!names && !need_not_look(stream, record))
                        __lwb_fts_look(stream, entry, at, record->d_name, false);
                if (*last)
                        (*last)->fts_link = entry;
                else
                        list->first = entry;
                *last = entry;
        }
        return 0;
}

int __lwb_fts_list(struct stream *stream, struct list *list, FTSENT *directory, int fd, int at,
                   bool names)
{
        FTSENT *last = NULL;
        long n;

        *list = (struct list){0};
        if (!stream->buffer && !(stream->buffer = malloc(READ_SIZE)))
                return -1;
        for (;;) {
                do
                        n = syscall(SYS_getdents64, fd, stream->buffer, READ_SIZE);
                while (n < 0 && errno == EINTR);
                /* A directory removed meanwhile has no more entries. */
                if (!n || (n < 0 && errno == ENOENT))
                        break;
                if (n < 0 || add_records(stream, list, directory, at, names, (size_t)n, &last)) {
                        int saved = errno;

                        __lwb_fts_drop(stream, list);
                        errno = saved;
                        return -1;
                }
        }
        __lwb_fts_sort(stream, list);
        return 0;
}
