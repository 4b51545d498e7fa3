/* A set of directories, each known by its device and inode. */
#ifndef LWB_FTW_VISITED_H
#define LWB_FTW_VISITED_H

#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/types.h>

struct lwb_visited {
        struct lwb_visited_entry {
                dev_t device;
                ino_t inode;
                bool used;
        } * entries;
        size_t count, size; /* the size is a power of two, and at most three quarters are used */
};

static inline struct lwb_visited_entry *lwb_visited_find(const struct lwb_visited *set,
                                                         dev_t device, ino_t inode)
{
        uint64_t hash = ((uint64_t)inode ^ (uint64_t)device << 32) * UINT64_C(0x9e3779b97f4a7c15);
        size_t i = (size_t)(hash >> 32) & (set->size - 1);

        while (set->entries[i].used &&
               (set->entries[i].inode != inode || set->entries[i].device != device))
                i = (i + 1) & (set->size - 1);
        return &set->entries[i];
}

static inline bool lwb_visited_has(const struct lwb_visited *set, dev_t device, ino_t inode)
{
        return set->count && lwb_visited_find(set, device, inode)->used;
}

/* Adds a directory; -1 with ENOMEM. */
static inline int lwb_visited_add(struct lwb_visited *set, dev_t device, ino_t inode)
{
        if (set->count >= set->size / 4 * 3) {
                struct lwb_visited grown = {.size = set->size ? set->size * 2 : 64};

                grown.entries = calloc(grown.size, sizeof *grown.entries);
                if (!grown.entries)
                        return -1;
                for (size_t i = 0; i < set->size; i++) {
                        struct lwb_visited_entry *entry = &set->entries[i];

                        if (entry->used)
                                *lwb_visited_find(&grown, entry->device, entry->inode) = *entry;
                }
                grown.count = set->count;
                free(set->entries);
                *set = grown;
        }
        *lwb_visited_find(set, device, inode) = (struct lwb_visited_entry){device, inode, true};
        set->count++;
        return 0;
}

static inline void lwb_visited_free(struct lwb_visited *set)
{
        free(set->entries);
}

#endif
