/* The stack of directories that a walk is in. */
#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include "walk.h"

#define READ_SIZE 32768
#define READ_SIZE_MIN 8192 /* several of the longest names that any file system has */

/* Reads more names into the level's buffer, which is kept or grown; -1 with errno. */
static int read_names(struct walk *walk, struct level *level)
{
        long n;

        if (level->size - level->len < READ_SIZE_MIN) {
                size_t size = level->len ? level->size + level->size / 2 + READ_SIZE : READ_SIZE;
                char *names = (char *)walk->spare;

                if (size < level->size) {
                        errno = ENOMEM;
                        return -1;
                }
                if (!level->names && names)
                        walk->spare = walk->spare->next;
                else
                        names = realloc(level->names, size);
                if (!names)
                        return -1;
                level->names = names;
                level->size = size;
        }
        do
                n = syscall(SYS_getdents64, level->fd, level->names + level->len,
                            level->size - level->len);
        while (n < 0 && errno == EINTR);
        /* A directory removed meanwhile has no more names. */
        if (n < 0 && errno != ENOENT)
                return -1;
        if (n <= 0)
                level->complete = true;
        else
                level->len += (size_t)n;
        return 0;
}

/* Frees the level's buffer, or keeps it for another level. */
static void free_names(struct walk *walk, struct level *level)
{
        if (level->size == READ_SIZE) {
                struct spare *spare = (struct spare *)(void *)level->names;

                spare->next = walk->spare;
                walk->spare = spare;
        } else {
                free(level->names);
        }
        level->names = NULL;
        level->size = 0;
}

/* Closes the outermost open directory, after reading what it has left; -1 with errno. */
static int close_outermost(struct walk *walk)
{
        struct level *level = &walk->levels[walk->outermost];
        size_t unread = level->len - level->pos;

        if (unread)
                memmove(level->names, level->names + level->pos, unread);
        level->pos = 0;
        level->len = unread;
        while (!level->complete) {
                if (read_names(walk, level))
                        return -1;
        }
        if (!level->len) {
                free_names(walk, level);
        } else if (level->len < level->size) {
                char *names = malloc(level->len);

                if (!names)
                        return -1;
                memcpy(names, level->names, level->len);
                free_names(walk, level);
                level->names = names;
                level->size = level->len;
        }
        close(level->fd);
        level->fd = -1;
        walk->outermost++;
        return 0;
}

static int open_from_parent(struct walk *walk, const char *name, int flags)
{
        if (!walk->depth)
                return __lwb_deep_openat(AT_FDCWD, name, flags);
        if (innermost(walk)->fd >= 0)
                return __lwb_deep_openat(innermost(walk)->fd, name, flags);
        if (walk->flags & FTW_CHDIR)
                return __lwb_deep_openat(AT_FDCWD, name, flags);
        return __lwb_deep_open(walk->start, walk->path, walk->path_len, flags);
}

int __lwb_ftw_open(struct walk *walk, const char *name, bool *fatal)
{
        int flags = O_RDONLY | O_NONBLOCK | (walk->flags & FTW_PHYS ? O_NOFOLLOW : 0);
        /* Only through its open parent is a path too long for the kernel opened in one step. */
        size_t passing = walk->limit == 1 && walk->path_len >= PATH_MAX;

        *fatal = false;
        for (;;) {
                size_t open = walk->depth - walk->outermost;

                if (open < walk->limit + passing) {
                        int fd = open_from_parent(walk, name, flags);

                        if (fd >= 0 && open == walk->limit && close_outermost(walk)) {
                                close_quietly(fd);
                                *fatal = true;
                                return -1;
                        }
                        if (fd >= 0 || !open || (errno != EMFILE && errno != ENFILE))
                                return fd;
                        walk->limit = open;
                        passing = 0;
                }
                if (close_outermost(walk)) {
                        *fatal = true;
                        return -1;
                }
        }
}

/* Opens the closed innermost level through `child`, open or not, that was inside of it. */
static int reopen_from(struct walk *walk, struct level *child)
{
        struct level *level = innermost(walk);
        int fd = -1;

        if (walk->flags & FTW_CHDIR)
                fd = __lwb_deep_verify(__lwb_deep_openat(AT_FDCWD, "..", O_PATH), &level->st);
        else if (child->fd >= 0 && (walk->limit > 1 || level->path_len >= PATH_MAX))
                fd = __lwb_deep_verify(__lwb_deep_openat(child->fd, "..", O_PATH), &level->st);
        if (child->fd >= 0)
                close_quietly(child->fd);
        child->fd = -1;
        if (fd < 0)
                return __lwb_ftw_reopen(walk);
        level->fd = fd;
        walk->outermost = walk->depth - 1;
        return 0;
}

int __lwb_ftw_reopen(struct walk *walk)
{
        struct level *level = innermost(walk);

        /* O_PATH, because its names have all been read, and it may be unreadable by now. */
        if (walk->flags & FTW_CHDIR)
                level->fd = __lwb_deep_verify(__lwb_deep_openat(AT_FDCWD, ".", O_PATH), &level->st);
        if (level->fd < 0)
                level->fd = __lwb_deep_verify(
                    __lwb_deep_open(walk->start, walk->path, level->path_len, O_PATH), &level->st);
        if (level->fd < 0)
                return -1;
        walk->outermost = walk->depth - 1;
        return 0;
}

int __lwb_ftw_pop(struct walk *walk)
{
        struct level left = *innermost(walk);
        int result = 0;

        walk->path_len = left.path_len;
        walk->path[left.path_len] = '\0';
        walk->depth--;
        if (walk->outermost > walk->depth)
                walk->outermost = walk->depth;
        free_names(walk, &left);
        if (walk->depth) {
                struct level *level = innermost(walk);

                if (level->fd < 0 && (level->pos < level->len || level->path_len >= PATH_MAX ||
                                      walk->flags & FTW_CHDIR))
                        result = reopen_from(walk, &left);
        }
        if (left.fd >= 0)
                close_quietly(left.fd);
        return result;
}

int __lwb_ftw_push(struct walk *walk, int fd, const struct stat *st, int base)
{
        struct level *level;

        if (walk->depth == walk->levels_size) {
                size_t size = walk->levels_size ? walk->levels_size * 2 : 16;

                level = reallocarray(walk->levels, size, sizeof *level);
                if (!level)
                        return -1;
                walk->levels = level;
                walk->levels_size = size;
        }
        level = &walk->levels[walk->depth++];
        *level = (struct level){.fd = fd, .path_len = walk->path_len, .base = base, .st = *st};
        return 0;
}

const char *__lwb_ftw_next(struct walk *walk, bool *error)
{
        struct level *level = innermost(walk);

        *error = false;
        for (;;) {
                const struct dirent *entry;

                if (level->pos == level->len) {
                        if (level->complete)
                                return NULL;
                        level->pos = level->len = 0;
                        if (read_names(walk, level)) {
                                *error = true;
                                return NULL;
                        }
                        continue;
                }
                entry = (const struct dirent *)(const void *)(level->names + level->pos);
                level->pos += entry->d_reclen;
                if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
                        return entry->d_name;
        }
}
